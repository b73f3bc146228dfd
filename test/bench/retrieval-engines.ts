/** The retrieval engines that are compared, behind one face: build over topics, search in one topic or in all. */
import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import type { Topic } from '../../src/knowledge/schema.ts';
import { answerability } from '../../src/retrieval/answerability.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { isFunctionWord } from '../../src/retrieval/stop-words.ts';
import { tokenise } from '../../src/retrieval/tokens.ts';
import type { Ranking } from './squad.ts';

/** An engine over some topics; without a topic a question is asked of all of them. */
export type Engine = {
  ask(question: string, topic?: string): Ranking | Promise<Ranking>;
  /** Bytes held outside of what `process.memoryUsage` counts. */
  readonly hidden?: number;
};

/** Builds an engine. */
export type Build = (topics: readonly Topic[]) => Engine | Promise<Engine>;

const LIMIT = 10;

function contentWords(question: string): string[] {
  const words = tokenise(question).filter(({ folded }) => !isFunctionWord(folded));
  return [...new Set(words.map(({ folded }) => folded))];
}

const rowsOf = (topics: readonly Topic[]) =>
  topics.flatMap((topic) =>
    topic.facts.map(({ id, text }) => ({ key: `${topic.topic} ${id}`, id, topic: topic.topic, text })),
  );

const buildFts5: Build = (topics) => {
  const db = new DatabaseSync(':memory:');
  db.exec(
    `CREATE VIRTUAL TABLE fact USING fts5(id UNINDEXED, topic UNINDEXED, text, tokenize = 'porter unicode61')`,
  );
  const insert = db.prepare('INSERT INTO fact VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (const { id, topic, text } of rowsOf(topics)) insert.run(id, topic, text);
  db.exec('COMMIT');
  const select = 'SELECT id, bm25(fact) AS score FROM fact WHERE fact MATCH ?';
  const anywhere = db.prepare(`${select} ORDER BY score LIMIT ${LIMIT}`);
  const inTopic = db.prepare(`${select} AND topic = ? ORDER BY score LIMIT ${LIMIT}`);
  const size = (name: string) => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  return {
    hidden: size('page_count') * size('page_size'),
    ask: (question, topic) => {
      const words = contentWords(question).map((word) => `"${word}"`);
      if (words.length === 0) return { ids: [], confidence: 0 };
      const match = words.join(' OR ');
      const found = topic === undefined ? anywhere.all(match) : inTopic.all(match, topic);
      return { ids: found.map(({ id }) => String(id)), confidence: -Number(found[0]?.score ?? 0) };
    },
  };
};

const buildMiniSearch: Build = (topics) => {
  const index = new MiniSearch<{ key: string; id: string; topic: string; text: string }>({
    idField: 'key',
    fields: ['text'],
    storeFields: ['id', 'topic'],
    searchOptions: { fuzzy: 0.1 },
  });
  index.addAll(rowsOf(topics));
  return {
    ask: (question, topic) => {
      const filter =
        topic === undefined ? {} : { filter: (row: { [name: string]: unknown }) => row.topic === topic };
      const found = index.search(contentWords(question).join(' '), filter).slice(0, LIMIT);
      return { ids: found.map((row) => String(row.id)), confidence: found[0]?.score ?? 0 };
    },
  };
};

const buildOrama: Build = async (topics) => {
  const index = create({ schema: { key: 'string', topic: 'enum', text: 'string' } as const });
  await insertMultiple(
    index,
    rowsOf(topics).map(({ key, topic, text }) => ({ key, topic, text })),
    5000,
  );
  return {
    ask: async (question, topic) => {
      const where = topic === undefined ? {} : { where: { topic: { eq: topic } } };
      const found = await search(index, {
        term: contentWords(question).join(' '),
        properties: ['text'],
        threshold: 1,
        limit: LIMIT,
        ...where,
      });
      const ids = found.hits.map(({ document }) => document.key.split(' ')[1] ?? '');
      return { ids, confidence: found.hits[0]?.score ?? 0 };
    },
  };
};

const buildOurs: Build = (topics) => {
  const index = createKnowledgeIndex(topics);
  return {
    ask: (question, topic) => {
      const found = index.search({ question, limit: LIMIT, ...(topic === undefined ? {} : { topic }) });
      return { ids: found.hits.map(({ id }) => id), confidence: answerability(found.question, found.hits) };
    },
  };
};

/** The engines by name. */
export const ENGINES: ReadonlyMap<string, Build> = new Map([
  ['SQLite FTS5', buildFts5],
  ['MiniSearch', buildMiniSearch],
  ['Orama', buildOrama],
  ['Briefdesk', buildOurs],
]);
