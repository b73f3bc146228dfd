/** What questions, and the sentences of a topic, are read with. */
import type { WordVectors } from '../../retrieval/word-vectors.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import type { Dossier } from '../dossier.ts';

/** What tells that words are related, and that they keep the same company. */
export type Dictionaries = { readonly wordnet: WordNet; readonly vectors: WordVectors };

/** What a sentence of a topic is read with. */
export type SentenceMeans = { readonly dossier: Dossier; readonly vectors: WordVectors };

/** What a question about a topic is read with. */
export type QuestionMeans = Dictionaries & { readonly dossier: Dossier };
