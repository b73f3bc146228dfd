/** What the desk says to a question: an Answer is answered, with claims that cite, or abstained. */
import { z } from 'zod';

/** A sentence and the ids of the facts and quotes that it stands on, best first; never empty. */
export const claimSchema = z
  .object({ text: z.string().min(1), citations: z.array(z.string()).min(1).readonly() })
  .readonly();
export type Claim = z.infer<typeof claimSchema>;

/** A source as answers and briefings list it; fields that the knowledge file does not have are absent. */
export const citedSourceSchema = z
  .object({
    id: z.string(),
    headline: z.string(),
    publisher: z.string().optional(),
    date: z.string().optional(),
    url: z.string().optional(),
  })
  .readonly();
export type CitedSource = z.infer<typeof citedSourceSchema>;

/** A correction as answers and briefings tell it: what a fact said before, what it says now, and why. */
export const toldCorrectionSchema = z
  .object({ fact: z.string(), date: z.string(), was: z.string(), now: z.string(), why: z.string() })
  .readonly();
export type ToldCorrection = z.infer<typeof toldCorrectionSchema>;

/** Who composed: extraction from the file's own sentences, or a model. */
export const engineSchema = z.enum(['extractive', 'openai']);
export type Engine = z.infer<typeof engineSchema>;

const answerBase = {
  schema: z.literal(1),
  question: z.string(),
  engine: engineSchema,
  /** Up to three questions that the file can answer. */
  suggestions: z.array(z.string()).max(3).readonly(),
};

/**
 * The contract of `desk ask --json`, version 1. Additions keep the version; a removal or a change of meaning
 * raises it.
 */
export const answerSchema = z.discriminatedUnion('status', [
  z
    .object({
      ...answerBase,
      status: z.literal('answered'),
      topic: z.string(),
      asOf: z.string(),
      claims: z.array(claimSchema).min(1).readonly(),
      sources: z.array(citedSourceSchema).min(1).readonly(),
      /** Of facts that the answer stands on, newest first; absent where none was corrected. */
      corrections: z.array(toldCorrectionSchema).min(1).readonly().optional(),
    })
    .readonly(),
  z
    .object({
      ...answerBase,
      status: z.literal('abstained'),
      /** Absent where no topic fits the question. */
      topic: z.string().optional(),
      asOf: z.string().optional(),
      claims: z.array(claimSchema).max(0).readonly(),
      sources: z.array(citedSourceSchema).max(0).readonly(),
    })
    .readonly(),
]);
export type Answer = z.infer<typeof answerSchema>;
