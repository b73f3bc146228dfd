/** End-to-end check on public question sets: `npm run eval:squad -- [file.jsonl]`, through `ask` and its JSON form. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { answerSchema } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { parseTopicFile } from '../../src/knowledge/parse.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';

const articleSchema = z.object({
  title: z.string(),
  sentences: z.array(z.object({ id: z.string(), paragraph: z.number(), text: z.string() })),
  questions: z.array(
    z.object({ question: z.string(), answerable: z.boolean(), sentences: z.array(z.string()) }),
  ),
});
type Article = z.infer<typeof articleSchema>;

/** An article as a knowledge file: each sentence a fact, without people. */
function topicOf({ title, sentences }: Article): Topic {
  const source = 'article';
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const facts = sentences.map(({ id, paragraph, text }) => ({
    id,
    text,
    paragraph,
    source,
    kind: 'background',
  }));
  const file = { topic: slug, title, asOf: '2018-06-11', sources: [{ id: source, headline: title }], facts };
  const parsed = parseTopicFile(JSON.stringify(file), title);
  if (!parsed.ok) throw new Error(`${title}: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.topic;
}

type Tally = {
  readonly asked: number;
  readonly answerable: number;
  hit1: number;
  hit3: number;
  joint: number;
  abstained: number;
  falselyAbstained: number;
};

async function score(article: Article): Promise<Tally> {
  const topic = topicOf(article);
  const ask = createAsk({ index: createKnowledgeIndex([topic]) });
  const answerable = article.questions.filter((question) => question.answerable).length;
  const tally = {
    asked: article.questions.length,
    answerable,
    hit1: 0,
    hit3: 0,
    joint: 0,
    abstained: 0,
    falselyAbstained: 0,
  };
  for (const { question, answerable: can, sentences } of article.questions) {
    const { claims } = answerSchema.parse(await ask({ text: question, topic: topic.topic }));
    const cited = claims.slice(0, 3).map(({ citations }) => citations);
    const right = sentences.includes(cited[0]?.[0] ?? '');
    if (can && right) tally.hit1 += 1;
    if (can && cited.flat().some((id) => sentences.includes(id))) tally.hit3 += 1;
    if (can ? right : claims.length === 0) tally.joint += 1;
    if (claims.length === 0) tally[can ? 'falselyAbstained' : 'abstained'] += 1;
  }
  return tally;
}

function print(name: string, tallies: readonly Tally[]): void {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  const answerable = sum((tally) => tally.answerable);
  const asked = sum((tally) => tally.asked);
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3);
  console.log(
    `${name.padEnd(28)} hit@1 ${share(
      sum((t) => t.hit1),
      answerable,
    )}  hit@3 ${share(
      sum((t) => t.hit3),
      answerable,
    )}  joint ${share(
      sum((t) => t.joint),
      asked,
    )}  abstained: wrongly ${share(
      sum((t) => t.falselyAbstained),
      answerable,
    )}, rightly ${share(
      sum((t) => t.abstained),
      asked - answerable,
    )}`,
  );
}

const path = process.argv[2] ?? new URL('../../../shared/eval/squad2-dev.jsonl', import.meta.url).pathname;
if (existsSync(path)) {
  const articles = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => articleSchema.parse(JSON.parse(line)));
  const tallies: Tally[] = [];
  for (const article of articles) {
    const tally = await score(article);
    tallies.push(tally);
    print(article.title, [tally]);
  }
  print('all', tallies);
} else {
  console.log(`There is no question set at ${path}; give the path of one.`);
}
