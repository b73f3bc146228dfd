/** Prints how long the verifier takes for a claim, first and later ones apart. */
import { verifyClaims } from '../../src/answer/verify/verify.ts';
import { readCorpus } from '../eval/claims/corpus.ts';

const corpus = readCorpus();
const verify = () => {
  const times: number[] = [];
  for (const { topic, text, citations } of corpus) {
    const start = performance.now();
    verifyClaims([{ text, citations }], { topic });
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other);
};
const at = (times: readonly number[], share: number) =>
  (times[Math.floor(times.length * share)] ?? 0).toFixed(3);

for (const round of ['first claims, cold', 'same claims again', 'and again']) {
  const before = process.cpuUsage();
  const times = verify();
  const { user, system } = process.cpuUsage(before);
  const each = ((user + system) / 1000 / times.length).toFixed(3);
  console.log(
    `${round}: median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, p99 ${at(times, 0.99)} ms; processor ${each} ms each`,
  );
}
