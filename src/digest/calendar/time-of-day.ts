/** A time of the day as people write it. */

/** A time found in words: minutes from midnight, and the words without it. */
export type TimeFound =
  | { readonly kind: 'time'; readonly minute: number; readonly rest: string }
  /** "7" alone: morning or evening? */
  | { readonly kind: 'ambiguous'; readonly hour: number }
  | { readonly kind: 'none' };

const NAMED: Readonly<Record<string, number>> = {
  midnight: 0,
  medianoche: 0,
  'meia-noite': 0,
  noon: 720,
  midday: 720,
  mediodia: 720,
  'meio-dia': 720,
};

const NAME = new RegExp(`(?:\\bat\\s+)?\\b(${Object.keys(NAMED).join('|')})\\b`);
// An hour with minutes, am or pm, or an "h" behind it: a bare number is too little to go by.
const CLOCK =
  /(?:\b(?:at|a las?|as)\s+)?(?<![\d+\-−:.])(\d{1,2})(?:\s*[:.h]\s*([0-5]\d))?(?::[0-5]\d)?\s*(a\.?\s?m\.?(?![a-z])|p\.?\s?m\.?(?![a-z])|h(?:rs|ours?)?\b|o'?clock)?(?![\d:])/;
const MILITARY = /(?:\bat\s+)?(?<![\d+\-−:])([01]\d|2[0-3])([0-5]\d)\s*(?:h(?:rs|ours?)?\b)?(?!\d)/;
const PART_OF_DAY =
  /\b(?:in the (morning|afternoon|evening)|de la (manana|tarde|noche)|da (manha|tarde|noite))\b/;

/** Finds a time in folded words: "8am", "08:00", "7.30 pm", "20h", "0800", "noon", "8 in the morning". */
export function takeTime(words: string): TimeFound {
  const named = NAME.exec(words);
  if (named) return found(words, named, NAMED[named[1] ?? ''] ?? 0);
  const military = MILITARY.exec(words);
  if (military) return found(words, military, Number(military[1]) * 60 + Number(military[2]));
  const clock = CLOCK.exec(words);
  return clock ? readClock(words, clock) : { kind: 'none' };
}

/** "08:00" for 480. */
export function formatMinute(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function readClock(words: string, match: RegExpExecArray): TimeFound {
  const [all, digits = '', minutes, suffix] = match;
  const hour = Number(digits);
  const around = words.replace(all, ' ');
  const part = PART_OF_DAY.exec(around);
  const half = halfOfDay(suffix, part);
  if (half) {
    if (hour < 1 || hour > 12)
      return hour < 24 && part ? timeIn(around, part, hour, minutes) : { kind: 'none' };
    return timeIn(around, part, (hour % 12) + (half === 'pm' ? 12 : 0), minutes);
  }
  if (hour > 24 || (hour === 24 && Number(minutes ?? 0) > 0)) return { kind: 'none' };
  if (minutes === undefined && suffix === undefined && hour <= 12) return { kind: 'ambiguous', hour };
  // 24:00 is how some write midnight.
  return timeIn(around, part, hour % 24, minutes);
}

function halfOfDay(suffix: string | undefined, part: RegExpExecArray | null): 'am' | 'pm' | undefined {
  if (suffix?.startsWith('a')) return 'am';
  if (suffix?.startsWith('p')) return 'pm';
  const said = part?.slice(1).find((word) => word !== undefined);
  if (!said) return undefined;
  return said === 'morning' || said.startsWith('manh') || said === 'manana' ? 'am' : 'pm';
}

function timeIn(around: string, part: RegExpExecArray | null, hour: number, minutes = '0'): TimeFound {
  const rest = part ? around.replace(part[0], ' ') : around;
  return { kind: 'time', minute: hour * 60 + Number(minutes), rest: tidy(rest) };
}

function found(words: string, match: RegExpExecArray, minute: number): TimeFound {
  return { kind: 'time', minute, rest: tidy(words.replace(match[0], ' ')) };
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
