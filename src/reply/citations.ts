/** Numbers the citations of a reply, so that [2] means the same place in the text and in the source list. */
import type { CitedSource } from '../answer/answer.ts';
import { type Block, cite, type Reference, type Reply, type Run, type Runs } from './reply.ts';

/** One line of the source list: a place in a source under the number that the text uses. */
export type NumberedPlace = {
  readonly number: number;
  readonly topic: string;
  readonly source: CitedSource;
  readonly paragraph?: number;
};

/** The citations of a reply, numbered. */
export type NumberedCitations = {
  /** Citation number by reference id; facts of one paragraph share a number. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly places: readonly NumberedPlace[];
};

/** Numbers the cited places in order of first mention, from 1. References that no block cites are left out. */
export function numberCitations(reply: Reply): NumberedCitations {
  const references = new Map(reply.references.map((reference) => [reference.id, reference]));
  const numbers = new Map<string, number>();
  const byPlace = new Map<string, NumberedPlace>();
  for (const id of reply.blocks.flatMap(citedIds)) {
    const reference = references.get(id);
    if (!reference || numbers.has(id)) continue;
    const key = placeKey(reference);
    const place = byPlace.get(key) ?? placeOf(reference, byPlace.size + 1);
    byPlace.set(key, place);
    numbers.set(id, place.number);
  }
  return { numbers, places: [...byPlace.values()] };
}

/** A run with its citations resolved: text, or the numbers of one citation mark, ascending, each once. */
export type NumberedRun =
  | Extract<Run, { kind: 'text' }>
  | { readonly kind: 'mark'; readonly numbers: readonly number[] };

/** Resolves the citations of runs to numbers; citations that follow each other become one mark, such as [1, 3]. */
export function numberRuns(runs: Runs, numbers: ReadonlyMap<string, number>): readonly NumberedRun[] {
  const numbered: NumberedRun[] = [];
  for (const run of runs) {
    if (run.kind === 'text') {
      numbered.push(run);
      continue;
    }
    const number = numbers.get(run.reference);
    if (number === undefined) continue;
    const last = numbered.at(-1);
    const before = last?.kind === 'mark' ? last.numbers : [];
    if (last?.kind === 'mark') numbered.pop();
    numbered.push({ kind: 'mark', numbers: [...new Set([...before, number])].sort((a, b) => a - b) });
  }
  return numbered;
}

/** The ids that a block cites, in reading order. */
export function citedIds(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'context':
      return idsOf(block.runs);
    case 'list':
      return block.items.flatMap(idsOf);
    case 'quote':
      return [block.reference];
    case 'timeline':
      return block.entries.flatMap((entry) => idsOf(entry.runs));
    case 'dispute':
      return [...block.allegations, ...block.denials].flatMap(idsOf);
    case 'sources':
      return block.also ?? [];
    case 'heading':
    case 'notice':
    case 'actions':
      return [];
    default:
      return block satisfies never;
  }
}

/** Renames what the runs of a block cite. */
export function renameCitations(block: Block, rename: (id: string) => string): Block {
  const runs = (each: Runs): Runs =>
    each.map((run): Run => (run.kind === 'citation' ? cite(rename(run.reference)) : run));
  switch (block.kind) {
    case 'paragraph':
    case 'context':
      return { ...block, runs: runs(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(runs) };
    case 'quote':
      return { ...block, reference: rename(block.reference) };
    case 'timeline':
      return { ...block, entries: block.entries.map((entry) => ({ ...entry, runs: runs(entry.runs) })) };
    case 'dispute':
      return { ...block, allegations: block.allegations.map(runs), denials: block.denials.map(runs) };
    case 'heading':
    case 'sources':
    case 'notice':
    case 'actions':
      return block;
    default:
      return block satisfies never;
  }
}

function idsOf(runs: readonly Run[]): readonly string[] {
  return runs.flatMap((run) => (run.kind === 'citation' ? [run.reference] : []));
}

function placeKey({ topic, source, paragraph }: Reference): string {
  return JSON.stringify([topic, source.id, paragraph ?? null]);
}

function placeOf({ topic, source, paragraph }: Reference, number: number): NumberedPlace {
  return { number, topic, source, ...(paragraph === undefined ? {} : { paragraph }) };
}
