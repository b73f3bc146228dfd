/** Rules about whose word something is. */
import type { Unit } from '../evidence.ts';
import { fitsKind, isFactive } from '../lexicon/speech.ts';
import { linked, type Match } from '../match.ts';
import type { Frame } from '../text/statements.ts';
import { statementRule } from './rule.ts';

export const namesTheSpeaker = statementRule({
  name: 'names-the-speaker',
  sentence: "What is somebody's word is told as theirs: the claim names who said it, and nobody else.",
  check: (match) => {
    const { voice } = match.unit;
    if (!voice) return undefined;
    const frames = match.statement.frames;
    if (!frames.some((frame) => speaks(frame, voice.speaker))) return `no word of ${voice.speaker}`;
    const other = frames.find(
      (frame) =>
        frame.kind !== 'owner' &&
        frame.speakers.length > 0 &&
        !speaks(frame, voice.speaker) &&
        !isTold(frame, match),
    );
    return other && `given to ${[...(other.speakers[0]?.keys ?? [])].join(' ')}`;
  },
});

const speaks = (frame: Frame, speaker: string) => frame.speakers.some(({ ids }) => ids.has(speaker));

/** A verb of saying that the fact itself has. */
const isTold = ({ verb }: Frame, match: Match) => verb !== undefined && linked(match, verb).length > 0;

export const fittingVerb = statementRule({
  name: 'fitting-verb',
  sentence:
    'An allegation is alleged, not revealed; a denial is denied, not admitted; no verb lends words more truth than they have.',
  check: (match) => {
    const { voice } = match.unit;
    if (!voice) return undefined;
    const own = match.statement.frames.filter((frame) => speaks(frame, voice.speaker));
    return own.find((frame) => !isFitting(frame, match, voice))?.verb?.text;
  },
});

function isFitting({ verb }: Frame, match: Match, { kind }: NonNullable<Unit['voice']>): boolean {
  if (!verb || fitsKind(verb.lemma, kind)) return true;
  return linked(match, verb).some((word) => !isFactive(verb.lemma) || word.lemma === verb.lemma);
}
