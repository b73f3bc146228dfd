/** Prints how many wrong claims and turned facts pass the verifier and how many right claims it drops, per kind of error. */
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import { readCorpus, type Specimen } from './corpus.ts';
import { readCrossed } from './crossed.ts';
import { type RetoldClaim, readRetold } from './retold.ts';
import { readTurned } from './turned.ts';

const shown = new Set(process.argv.slice(2));
const verdictOf = ({ topic, text, citations }: Specimen) => verifyClaims([{ text, citations }], { topic });

for (const held of [false, true]) {
  const part = readCorpus().filter((specimen) => specimen.held === held);
  console.log(held ? '\nHeld back from tuning' : '\nTuned on');
  printTable(part);
  if (shown.has(held ? '--held-failures' : '--failures')) printFailures(part);
}

printTold(
  'Facts turned round',
  readTurned().map(({ turn, id, ...claim }) => ({ ...claim, kind: turn, citations: [id] })),
);
const told = ({ way, ids, ...claim }: RetoldClaim) => ({ ...claim, kind: way, citations: ids });
printTold('Facts crossed with others', readCrossed().map(told));
printTold('Facts told otherwise', readRetold().map(told));

type Told = Omit<Specimen, 'held'>;

/** How many of the claims made of facts pass, by kind; with `--told-failures`, which turned ones do and which others do not. */
function printTold(title: string, claims: readonly Told[]): void {
  const passes = ({ topic, text, citations }: Told) =>
    verifyClaims([{ text, citations }], { topic }).kept.length > 0;
  const told = claims.map((claim) => ({ ...claim, passed: passes(claim) }));
  const rows = [...Map.groupBy(told, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    claims: all.length,
    passed: all.filter(({ passed }) => passed).length,
  }));
  console.log(`\n${title}`);
  console.table(rows);
  console.log(`passed ${told.filter(({ passed }) => passed).length}/${told.length}`);
  if (!shown.has('--told-failures')) return;
  const rare = told.filter(({ passed }) => passed).length * 2 < told.length;
  for (const { topic, kind, text, citations } of told.filter(({ passed }) => passed === rare))
    console.log(`${kind}\t${topic.topic}\t${text}\t[${citations.join(' ')}]`);
}

function printTable(part: readonly Specimen[]): void {
  const kinds = [...new Set(part.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => {
    const all = part.filter((specimen) => specimen.kind === kind);
    return {
      kind,
      claims: all.length,
      passed: all.filter((specimen) => verdictOf(specimen).kept.length > 0).length,
    };
  });
  const right = rows.find(({ kind }) => kind === 'right') ?? { claims: 0, passed: 0 };
  const wrong = rows.filter(({ kind }) => kind !== 'right');
  const claims = wrong.reduce((sum, row) => sum + row.claims, 0);
  const passed = wrong.reduce((sum, row) => sum + row.passed, 0);
  console.table(rows);
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  console.log(`wrong passed ${passed}/${claims} (${percent(passed / claims)})`);
  console.log(
    `right dropped ${right.claims - right.passed}/${right.claims} (${percent(1 - right.passed / right.claims)})`,
  );
  console.log(
    `precision of dropping ${percent((claims - passed) / (claims - passed + right.claims - right.passed))}`,
  );
}

function printFailures(part: readonly Specimen[]): void {
  for (const specimen of part) {
    const verdict = verdictOf(specimen);
    if ((specimen.kind === 'right') === verdict.kept.length > 0) continue;
    const [dropped] = verdict.dropped;
    console.log(
      `${specimen.kind}\t${specimen.text}\t[${specimen.citations.join(' ')}]\t${dropped?.rule ?? ''} ${dropped?.detail ?? ''}`,
    );
  }
}
