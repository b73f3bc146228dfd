/** Reads YAML so that each value can be traced back to where it stands in the text. */
import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';

/** A place in a text; line and column count from 1. */
export type Place = { readonly line: number; readonly column: number };
type Path = readonly PropertyKey[];

/** A YAML text with the places of its values, or where it is none. */
export type YamlText =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Where the value at the path stands, or the nearest entry around it that exists. */
      readonly placeOf: (path: Path) => Place;
      /** Where the name of a field stands. */
      readonly placeOfKey: (path: Path) => Place;
    }
  | { readonly ok: false; readonly message: string; readonly place: Place };

/** Aliases (*name) at most: a few save typing, many are an attack that multiplies lists ("YAML bomb"). */
const MAX_ALIASES = 100;

/** Parses one YAML document; undefined where there is none in the text. Never throws. */
export function readYaml(text: string): YamlText | undefined {
  try {
    const events = parseEvents(text, { maxDepth: 20 });
    const documents = constructFromEvents(events, { source: text, maxAliases: MAX_ALIASES });
    if (documents.length > 1)
      return {
        ok: false,
        message: 'one file is one topic; remove the line "---" and what is below',
        place: secondDocument(text, events),
      };
    if (documents.length === 0) return undefined;
    const root = 1;
    const place = (path: Path, key: boolean) =>
      placeAt(text, find({ text, events }, root, path)[key ? 'key' : 'value']);
    return {
      ok: true,
      value: documents[0],
      placeOf: (path) => place(path, false),
      placeOfKey: (path) => place(path, true),
    };
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): YamlText {
  const { reason, mark } =
    error instanceof YAMLException ? error : { reason: String(error), mark: undefined };
  const place = { line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
  return { ok: false, message: `this is not valid YAML: ${reason}${mendingOf(reason)}`, place };
}

/** What curators most often did where the parser only sees that something does not go on as it should. */
function mendingOf(reason: string): string {
  if (/multiline key/u.test(reason)) return '; write a space behind the colon of the line above';
  if (/bad indentation/u.test(reason))
    return '; put a text that has ": " in it, or that begins with a mark such as " or @, in quote marks';
  if (/deficient indentation|unexpected end/u.test(reason)) return '; close the quote mark or bracket above';
  if (/tab characters/u.test(reason)) return '; indent with spaces';
  if (/duplicated mapping key/u.test(reason)) return '; remove one of the two';
  if (/alias/u.test(reason)) return '; write the values out';
  if (/null byte|printable/u.test(reason)) return '; remove the character';
  return '';
}

type Parsed = { readonly text: string; readonly events: readonly Event[] };
type Found = { readonly key: number; readonly value: number };

/** Offsets of the key and the value at the path, as far as it exists; an empty value stands where its key does. */
function find(parsed: Parsed, node: number, path: Path): Found {
  const root = startOf(parsed.events[node]) ?? 0;
  let found: Found = { key: root, value: root };
  let at = node;
  for (const part of path) {
    const child = childOf(parsed, at, part);
    if (!child) break;
    const key = startOf(parsed.events[child.key]) ?? found.value;
    found = { key, value: startOf(parsed.events[child.value]) ?? key };
    at = child.value;
  }
  return found;
}

/** Indices of the events of a child and its key; both the same in a list. */
function childOf({ text, events }: Parsed, node: number, part: PropertyKey): Found | undefined {
  const isMapping = events[node]?.type === EVENT_ID.MAPPING;
  if (!isMapping && events[node]?.type !== EVENT_ID.SEQUENCE) return undefined;
  let at = node + 1;
  for (let position = 0; at < events.length && events[at]?.type !== EVENT_ID.POP; position++) {
    const key = events[at];
    const value = isMapping ? after(events, at) : at;
    const name = isMapping && key?.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : position;
    if (name === part) return { key: at, value };
    at = after(events, value);
  }
  return undefined;
}

/** The index behind the node that begins at an index. */
function after(events: readonly Event[], node: number): number {
  let depth = 0;
  let at = node;
  do {
    const type = events[at]?.type;
    if (type === EVENT_ID.POP) depth -= 1;
    else if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    at += 1;
  } while (depth > 0 && at < events.length);
  return at;
}

/** The offset at which a node begins, with its opening quote mark; undefined for an empty value. */
function startOf(event: Event | undefined): number | undefined {
  switch (event?.type) {
    case EVENT_ID.SCALAR: {
      const isQuoted =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return event.valueStart === ABSENT ? undefined : event.valueStart - (isQuoted ? 1 : 0);
    }
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return undefined;
  }
}

/** How js-yaml marks a range that is not there. */
const ABSENT = -1;

function secondDocument(text: string, events: readonly Event[]): Place {
  const second = events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT);
  return placeAt(text, startOf(events[second + 1]) ?? 0);
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
