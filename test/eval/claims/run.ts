/** Prints how many wrong claims and turned facts pass the verifier and how many right claims it drops, per kind of error. */
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import { readCorpus, type Specimen } from './corpus.ts';
import { readTurned } from './turned.ts';

const shown = new Set(process.argv.slice(2));
const verdictOf = ({ topic, text, citations }: Specimen) => verifyClaims([{ text, citations }], { topic });

for (const held of [false, true]) {
  const part = readCorpus().filter((specimen) => specimen.held === held);
  console.log(held ? '\nHeld back from tuning' : '\nTuned on');
  printTable(part);
  if (shown.has(held ? '--held-failures' : '--failures')) printFailures(part);
}

printTurned();

function printTurned(): void {
  const turned = readTurned().map((claim) => ({ ...claim, citations: [claim.id] }));
  const passes = ({ topic, text, citations }: Pick<Specimen, 'topic' | 'text' | 'citations'>) =>
    verifyClaims([{ text, citations }], { topic }).kept.length > 0;
  const rows = [...Map.groupBy(turned, ({ turn }) => turn)].map(([turn, all]) => ({
    turn,
    claims: all.length,
    passed: all.filter(passes).length,
  }));
  console.log('\nFacts turned round');
  console.table(rows);
  console.log(`turned passed ${rows.reduce((sum, { passed }) => sum + passed, 0)}/${turned.length}`);
  if (shown.has('--turned-failures'))
    for (const { topic, turn, text, id } of turned.filter(passes))
      console.log(`${turn}\t${topic.topic}\t${text}\t[${id}]`);
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
