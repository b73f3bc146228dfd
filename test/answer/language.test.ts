/** The language of an answer. */
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/answer/language.ts';
import { evalQuestions, evalTopics } from '../eval/question-set.ts';
import { parsed } from '../knowledge/topic-text.ts';

const topic = parsed();

describe('the language of an answer', () => {
  it.each([
    ['¿Cuándo hablaron de la reunión en la Casa Blanca?', 'es'],
    ['Quem convidou o presidente para a Casa Branca?', 'pt'],
    ['Pourquoi les deux présidents ont-ils parlé ?', 'fr'],
    ['Perché il presidente ha chiamato la Casa Bianca?', 'it'],
    ['Wie lange hat der Anruf gedauert?', 'de'],
    ['Hoe lang heeft het gesprek geduurd?', 'nl'],
  ])('is that of the question: %s', (text, language) => {
    expect(languageOf({ text, locale: 'en-US' }, topic)).toBe(language);
  });

  it('is the asker’s where the question is in English', () => {
    expect(languageOf({ text: 'Did a man die in the attack?', locale: 'es-ES' }, topic)).toBe('es');
  });

  it('is the topic’s where nobody knows the asker’s', () => {
    expect(languageOf({ text: 'Petro?' }, topic)).toBe(topic.language);
  });

  it('is the topic’s where claims in the asker’s could not be checked', () => {
    expect(languageOf({ text: 'Petro?', locale: 'fi' }, topic)).toBe(topic.language);
  });

  it('is not heard in a slip of English that is a word elsewhere', () => {
    expect(languageOf({ text: 'wat charges is she facing', locale: 'en' }, topic)).toBe('en');
  });

  it('is never heard in an English question', () => {
    const texts = evalQuestions(evalTopics()).map(({ ask }) => ask);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => languageOf({ text, locale: 'en' }, topic) !== 'en')).toEqual([]);
  });
});
