/** Questions read against the topics of the evaluation. */
import { dossierOf } from '../../../src/answer/dossier.ts';
import { readAgainst } from '../../../src/answer/extract/asked.ts';
import { analyseQuestion } from '../../../src/retrieval/question.ts';
import { openWordVectors } from '../../../src/retrieval/word-vectors.ts';
import { openWordNet } from '../../../src/retrieval/wordnet.ts';
import { evalTopics } from '../../eval/question-set.ts';

const dossiers = new Map(evalTopics().map((topic) => [topic.topic, dossierOf(topic)]));
const words = { wordnet: openWordNet(), vectors: openWordVectors() };

/** The question as it is read against a topic, and what its candidates are judged by. */
export function askedOf(text: string, slug: string) {
  const dossier = dossiers.get(slug);
  if (!dossier) throw new Error(`there is no topic ${slug}`);
  const means = { dossier, ...words };
  return { asked: readAgainst(analyseQuestion(text), means), means };
}
