/** A topic as a briefing: the nut graf first, then facts, quotes, timeline, disputes and sources. */
import { z } from 'zod';
import { citedSourceSchema, claimSchema, engineSchema, toldCorrectionSchema } from '../answer/answer.ts';

/** A quote as readers see it: names instead of ids. */
const briefedQuoteSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    speaker: z.string(),
    venue: z.string().optional(),
    date: z.string().optional(),
    context: z.string().optional(),
  })
  .readonly();
export type BriefedQuote = z.infer<typeof briefedQuoteSchema>;

/** A dated fact; `date` is YYYY, YYYY-MM or YYYY-MM-DD and `when` says it in words. */
const timelineEntrySchema = z
  .object({
    date: z.string(),
    when: z.string(),
    inferred: z.boolean(),
    text: z.string(),
    citations: z.array(z.string()).readonly(),
  })
  .readonly();
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const briefedDisputeSchema = z
  .object({
    title: z.string().optional(),
    allegations: z.array(claimSchema).readonly(),
    denials: z.array(claimSchema).readonly(),
  })
  .readonly();

/** The contract of `desk brief --json`, version 1. */
export const briefingSchema = z
  .object({
    schema: z.literal(1),
    topic: z.string(),
    title: z.string(),
    asOf: z.string(),
    engine: engineSchema,
    /** The nut graf, sentence by sentence. */
    claims: z.array(claimSchema).readonly(),
    /** What is known beyond the nut graf. */
    facts: z.array(claimSchema).readonly(),
    quotes: z.array(briefedQuoteSchema).readonly(),
    timeline: z.array(timelineEntrySchema).readonly(),
    disputes: z.array(briefedDisputeSchema).readonly(),
    /** What nobody has said yet. */
    unknowns: z.array(claimSchema).readonly(),
    corrections: z.array(toldCorrectionSchema).readonly(),
    sources: z.array(citedSourceSchema).readonly(),
  })
  .readonly();
export type Briefing = z.infer<typeof briefingSchema>;
