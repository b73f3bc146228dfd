/** `npm run eval`: asks every question of the sets and prints a table of the five criteria and the failures. */

import type { Answer } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { type EvalQuestion, evalQuestions, evalTopics } from './question-set.ts';
import { CRITERIA, type Faults, faultsOf } from './score.ts';

export type Outcome = { readonly question: EvalQuestion; readonly answer: Answer; readonly faults: Faults };

/** Asks every question, follow-ups in a thread of their own; `named` tells the desk the topic. */
export async function evaluate({ named }: { named: boolean }): Promise<readonly Outcome[]> {
  const topics = evalTopics();
  const store = new Map<string, unknown>();
  const threads = {
    get: async (key: string) => store.get(key),
    set: async (key: string, value: unknown) => void store.set(key, value),
  };
  const ask = createAsk({ index: createKnowledgeIndex(topics), threads });
  const outcomes: Outcome[] = [];
  for (const question of evalQuestions(topics)) {
    const topic = topics.find((each) => each.topic === question.topic);
    if (!topic) continue;
    const place = { thread: `${outcomes.length}`, ...(named ? { topic: question.topic } : {}) };
    for (const text of question.first) await ask({ text, ...place });
    const answer = await ask({ text: question.ask, ...place });
    outcomes.push({ question, answer, faults: faultsOf(question, answer, topic) });
  }
  return outcomes;
}

/** Share of outcomes without a fault: of one criterion, or of any. */
export function shareRight(outcomes: readonly Outcome[], criterion?: (typeof CRITERIA)[number]): number {
  const right = outcomes.filter(({ faults }) =>
    criterion ? faults[criterion] === undefined : Object.keys(faults).length === 0,
  );
  return right.length / Math.max(1, outcomes.length);
}

function printTable(title: string, outcomes: readonly Outcome[]): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`.padStart(7);
  const row = (name: string, part: readonly Outcome[]) =>
    `${name.padEnd(26)} ${String(part.length).padStart(4)} ${percent(shareRight(part))} ${CRITERIA.map((c) => percent(shareRight(part, c))).join(' ')}`;
  console.log(
    `\n${title.padEnd(26)}    n   right ${CRITERIA.map((c) => c.slice(0, 7).padStart(7)).join(' ')}`,
  );
  const topics = [...new Set(outcomes.map(({ question }) => question.topic))];
  for (const topic of topics)
    console.log(
      row(
        topic,
        outcomes.filter((o) => o.question.topic === topic),
      ),
    );
  console.log(
    row(
      'answerable',
      outcomes.filter((o) => !o.question.may),
    ),
  );
  console.log(
    row(
      'not answerable',
      outcomes.filter((o) => o.question.may),
    ),
  );
  console.log(
    row(
      'follow-ups',
      outcomes.filter((o) => o.question.first.length > 0),
    ),
  );
  console.log(
    row(
      'tuned on',
      outcomes.filter((o) => !o.question.heldOut),
    ),
  );
  console.log(
    row(
      'held out',
      outcomes.filter((o) => o.question.heldOut),
    ),
  );
}

function printFailures(outcomes: readonly Outcome[], heldOutToo: boolean): void {
  for (const { question, faults } of outcomes) {
    if (Object.keys(faults).length === 0 || (question.heldOut && !heldOutToo)) continue;
    const asked = [...question.first, question.ask].join(' → ');
    console.log(
      `✗ ${question.topic}: ${asked}\n    ${Object.entries(faults)
        .map(([c, f]) => `${c}: ${f}`)
        .join('\n    ')}`,
    );
  }
}

if (import.meta.main) {
  const heldOutToo = process.argv.includes('--held-out');
  for (const named of [true, false]) {
    const outcomes = await evaluate({ named });
    printTable(named ? 'topic given' : 'topic chosen by the desk', outcomes);
    printFailures(outcomes, heldOutToo);
  }
}
