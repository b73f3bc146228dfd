/** The claims that the verifier is measured on: right and wrong ones by kind of error, a third of them held back. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Topic, topicFileSchema } from '../../../src/knowledge/schema.ts';

const claimEntry = z.union([
  z.string(),
  z.strictObject({ text: z.string(), cites: z.array(z.string()).min(1) }),
]);
const corpusSchema = z.strictObject({
  topic: z.string(),
  groups: z.array(
    z.strictObject({
      cites: z.array(z.string()).min(1),
      right: z.array(claimEntry).default([]),
      wrong: z.record(z.string(), z.array(claimEntry)).default({}),
    }),
  ),
});

/** One claim of the corpus; `kind` is the kind of its error, or "right". */
export type Specimen = {
  readonly topic: Topic;
  readonly text: string;
  readonly citations: readonly string[];
  readonly kind: string;
  readonly held: boolean;
};

/**
 * `seen`: every claim of the file was read while the rules were tuned, so that none of it is held back; `unseen`: none
 * was, so that all of it is.
 */
const files: readonly {
  readonly claims: string;
  readonly topic: string;
  readonly seen?: true;
  readonly unseen?: true;
}[] = [
  { claims: 'colombia.yaml', topic: '../../../knowledge/colombia.yaml' },
  { claims: 'colombia-again.yaml', topic: '../../../knowledge/colombia.yaml' },
  { claims: 'harwick-port.yaml', topic: 'topics/harwick-port.yaml' },
  { claims: 'harbour-strike.yaml', topic: '../../fixtures/knowledge/harbour-strike.yaml' },
  { claims: 'dairy-merger.yaml', topic: '../../fixtures/knowledge/dairy-merger.yaml' },
  { claims: 'volcano-alert.yaml', topic: '../../fixtures/knowledge/volcano-alert.yaml' },
  { claims: 'colombia-fresh.yaml', topic: '../../../knowledge/colombia.yaml' },
  { claims: 'harbour-strike-fresh.yaml', topic: '../../fixtures/knowledge/harbour-strike.yaml' },
  { claims: 'dairy-merger-fresh.yaml', topic: '../../fixtures/knowledge/dairy-merger.yaml' },
  { claims: 'volcano-alert-fresh.yaml', topic: '../../fixtures/knowledge/volcano-alert.yaml' },
  { claims: 'varnholm-recount.yaml', topic: 'topics/varnholm-recount.yaml' },
  { claims: 'calder-breach.yaml', topic: 'topics/calder-breach.yaml' },
  { claims: 'kestrel-launch.yaml', topic: 'topics/kestrel-launch.yaml' },
  { claims: 'brackwater-teachers.yaml', topic: '../topics/brackwater-teachers.yaml', seen: true },
  { claims: 'thornmouth-sale.yaml', topic: '../topics/thornmouth-sale.yaml', seen: true },
  { claims: 'velmora-coalition.yaml', topic: '../topics/velmora-coalition.yaml', seen: true },
  { claims: 'ardovia-tesmark.yaml', topic: '../topics/ardovia-tesmark.yaml', seen: true },
  { claims: 'corvane-breach.yaml', topic: '../topics/corvane-breach.yaml', seen: true },
  { claims: 'tellin-derailment.yaml', topic: '../topics/tellin-derailment.yaml', seen: true },
  { claims: 'kessary-heatwave.yaml', topic: '../topics/kessary-heatwave.yaml', seen: true },
  { claims: 'ravensholt-theft.yaml', topic: '../topics/ravensholt-theft.yaml', seen: true },
  { claims: 'halvenia-dorrin.yaml', topic: '../topics/halvenia-dorrin.yaml', seen: true },
  { claims: 'quillon-launch.yaml', topic: '../topics/quillon-launch.yaml' },
  { claims: 'tensorel-recall.yaml', topic: '../topics/tensorel-recall.yaml', seen: true },
  { claims: 'serrat-crackdown.yaml', topic: '../topics/serrat-crackdown.yaml' },
  { claims: 'brackwater-fever.yaml', topic: '../topics/brackwater-fever.yaml' },
  { claims: 'lyrran-rate.yaml', topic: '../topics/lyrran-rate.yaml' },
  { claims: 'neru-posts.yaml', topic: '../topics/neru-posts.yaml' },
  { claims: 'orrin-verdict.yaml', topic: '../topics/orrin-verdict.yaml' },
  { claims: 'quarry-lane-stand.yaml', topic: '../topics/quarry-lane-stand.yaml' },
  { claims: 'saltmere-whales.yaml', topic: '../topics/saltmere-whales.yaml' },
  { claims: 'colombia-told.yaml', topic: '../../../knowledge/colombia.yaml' },
  { claims: 'dairy-merger-told.yaml', topic: '../../fixtures/knowledge/dairy-merger.yaml' },
  { claims: 'ardovia-tesmark-told.yaml', topic: '../topics/ardovia-tesmark.yaml' },
  { claims: 'corvane-breach-told.yaml', topic: '../topics/corvane-breach.yaml' },
  { claims: 'halvenia-dorrin-told.yaml', topic: '../topics/halvenia-dorrin.yaml' },
  { claims: 'kessary-heatwave-told.yaml', topic: '../topics/kessary-heatwave.yaml' },
  { claims: 'ravensholt-theft-told.yaml', topic: '../topics/ravensholt-theft.yaml' },
  { claims: 'tellin-derailment-told.yaml', topic: '../topics/tellin-derailment.yaml' },
  { claims: 'thornmouth-sale-told.yaml', topic: '../topics/thornmouth-sale.yaml' },
  { claims: 'tensorel-recall-told.yaml', topic: '../topics/tensorel-recall.yaml' },
  { claims: 'serrat-crackdown-told.yaml', topic: '../topics/serrat-crackdown.yaml' },
  { claims: 'quillon-launch-told.yaml', topic: '../topics/quillon-launch.yaml' },
  { claims: 'velmora-coalition-told.yaml', topic: '../topics/velmora-coalition.yaml' },
  { claims: 'brackwater-teachers-told.yaml', topic: '../topics/brackwater-teachers.yaml' },
  { claims: 'colombia-answers.yaml', topic: '../../../knowledge/colombia.yaml', seen: true },
  { claims: 'corvane-breach-answers.yaml', topic: '../topics/corvane-breach.yaml', seen: true },
  { claims: 'kessary-heatwave-answers.yaml', topic: '../topics/kessary-heatwave.yaml', seen: true },
  { claims: 'thornmouth-sale-answers.yaml', topic: '../topics/thornmouth-sale.yaml', seen: true },
  { claims: 'brackwater-teachers-answers.yaml', topic: '../topics/brackwater-teachers.yaml', seen: true },
  { claims: 'lyrran-rate-answers.yaml', topic: '../topics/lyrran-rate.yaml', seen: true },
  { claims: 'orrin-verdict-answers.yaml', topic: '../topics/orrin-verdict.yaml', seen: true },
  { claims: 'brackwater-fever-reworded.yaml', topic: '../topics/brackwater-fever.yaml', seen: true },
  { claims: 'neru-posts-reworded.yaml', topic: '../topics/neru-posts.yaml', seen: true },
  { claims: 'quarry-lane-stand-reworded.yaml', topic: '../topics/quarry-lane-stand.yaml', seen: true },
  { claims: 'saltmere-whales-reworded.yaml', topic: '../topics/saltmere-whales.yaml', seen: true },
  { claims: 'ardovia-tesmark-reworded.yaml', topic: '../topics/ardovia-tesmark.yaml', seen: true },
  { claims: 'ravensholt-theft-reworded.yaml', topic: '../topics/ravensholt-theft.yaml', seen: true },
  { claims: 'halvenia-dorrin-reworded.yaml', topic: '../topics/halvenia-dorrin.yaml', seen: true },
  { claims: 'tensorel-recall-reworded.yaml', topic: '../topics/tensorel-recall.yaml', seen: true },
  { claims: 'serrat-crackdown-reworded.yaml', topic: '../topics/serrat-crackdown.yaml', seen: true },
  {
    claims: 'harbour-strike-reworded.yaml',
    topic: '../../fixtures/knowledge/harbour-strike.yaml',
    seen: true,
  },
  { claims: 'volcano-alert-reworded.yaml', topic: '../../fixtures/knowledge/volcano-alert.yaml', seen: true },
  { claims: 'dairy-merger-reworded.yaml', topic: '../../fixtures/knowledge/dairy-merger.yaml', seen: true },
  { claims: 'kestrel-launch-answers-again.yaml', topic: 'topics/kestrel-launch.yaml' },
  { claims: 'varnholm-recount-answers-again.yaml', topic: 'topics/varnholm-recount.yaml' },
  { claims: 'calder-breach-answers-again.yaml', topic: 'topics/calder-breach.yaml' },
  { claims: 'colombia-unread.yaml', topic: '../../../knowledge/colombia.yaml', unseen: true },
  { claims: 'quillon-launch-unread.yaml', topic: '../topics/quillon-launch.yaml', unseen: true },
  { claims: 'tellin-derailment-unread.yaml', topic: '../topics/tellin-derailment.yaml', unseen: true },
  { claims: 'velmora-coalition-unread.yaml', topic: '../topics/velmora-coalition.yaml', unseen: true },
  { claims: 'colombia-answered.yaml', topic: '../../../knowledge/colombia.yaml' },
  { claims: 'koll-answered.yaml', topic: '../topics/koll.yaml' },
  { claims: 'sorrel-answered.yaml', topic: '../topics/sorrel.yaml' },
  { claims: 'meridale-bank-answered.yaml', topic: '../topics/meridale-bank.yaml' },
];

const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** A topic file as the core sees it, without the checks of the loader. */
export function readTopic(name: string): Topic {
  const file = topicFileSchema.parse(read(name));
  const source = file.sources[0]?.id ?? '';
  const place = <T extends { source?: string | undefined }>(item: T) => ({
    ...item,
    source: item.source ?? source,
  });
  return { ...file, facts: file.facts.map(place), quotes: file.quotes.map(place), hash: name };
}

/** Held back by the claim's own hash, so that neither order nor edits elsewhere move a claim across. */
const isHeld = (text: string) => createHash('sha256').update(text).digest().readUInt32BE() % 3 === 0;

/** Every claim of every corpus file. */
export function readCorpus(): readonly Specimen[] {
  return files.flatMap(({ claims, topic: path, seen, unseen }) => {
    const topic = readTopic(path);
    return corpusSchema.parse(read(claims)).groups.flatMap(({ cites, right, wrong }) =>
      Object.entries({ right, ...wrong }).flatMap(([kind, entries]) =>
        entries.map((entry) => {
          const { text, cites: own } = typeof entry === 'string' ? { text: entry, cites: cites } : entry;
          return {
            topic,
            text,
            citations: own,
            kind,
            held: unseen === true || (seen !== true && isHeld(text)),
          };
        }),
      ),
    );
  });
}
