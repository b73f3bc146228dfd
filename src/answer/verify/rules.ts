/** The rules of the verifier, in the order in which they are asked. VERIFICATION.md tells them to readers. */

import { foreignFault } from './foreign/foreign.ts';
import { addsNoColour, addsNothing } from './rules/added-words.ts';
import { fittingVerb, namesTheSpeaker } from './rules/attribution.ts';
import { belongingKept } from './rules/belonging.ts';
import { certaintyKept } from './rules/certainty.ts';
import { datesStand } from './rules/dates.ts';
import { directionsKept } from './rules/directions.ts';
import { hedgesSurvive, numbersStand } from './rules/figures.ts';
import { citesWhatExists, noHiddenCharacters, noLinks } from './rules/form.ts';
import { namesStand } from './rules/names.ts';
import { negationKept } from './rules/negation.ts';
import { openQuestionKept } from './rules/open-questions.ts';
import { placesStand } from './rules/places.ts';
import { quantitiesKept } from './rules/quantities.ts';
import { quotesSpeaker, quotesVerbatim, quotesWhole } from './rules/quotation.ts';
import { rolesKept } from './rules/roles.ts';
import { claimRule, type Rule } from './rules/rule.ts';
import { scopeKept } from './rules/scope.ts';
import { tiesStand } from './rules/ties.ts';
import { titlesStand } from './rules/titles.ts';

/** Asked of the claim as a whole. */
export const claimRules = [
  citesWhatExists,
  noHiddenCharacters,
  noLinks,
  quotesVerbatim,
  quotesWhole,
] as const;

/** Asked of each statement in it beside each fact; one fact has to pass them all. */
export const statementRules = [
  quotesSpeaker,
  namesStand,
  titlesStand,
  placesStand,
  numbersStand,
  hedgesSurvive,
  datesStand,
  namesTheSpeaker,
  fittingVerb,
  addsNothing,
  addsNoColour,
  negationKept,
  certaintyKept,
  rolesKept,
  belongingKept,
  tiesStand,
  directionsKept,
  quantitiesKept,
  openQuestionKept,
  scopeKept,
] as const;

/** Asked instead of the rules for statements where the claim is in another language than the file. */
export const foreignStands = claimRule({
  name: 'foreign-stands',
  sentence:
    'A claim in another language keeps the names, numbers, dates, negations and speakers of one fact, and adds none; a translation is called one, stands behind its quotation and adds nothing to it; where that leaves nothing to compare, it is not published.',
  check: foreignFault,
});

/** Every rule. */
export const rules: readonly Rule[] = [...claimRules, ...statementRules, foreignStands];
/** The name of a rule, by which dropped claims are counted. */
export type RuleName =
  | (typeof claimRules)[number]['name']
  | (typeof statementRules)[number]['name']
  | (typeof foreignStands)['name'];
