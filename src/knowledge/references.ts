/** Checks that the parts of a knowledge file that name each other exist, once, and fit. */
import type { z } from 'zod';
import type { topicFileSchema } from './schema.ts';

type File = z.output<typeof topicFileSchema>;
type Path = readonly PropertyKey[];

/** A reference that does not hold, at the place in the file where it is written. */
export type BrokenReference = { readonly path: Path; readonly message: string };

/** Every broken reference of a file whose fields are valid by themselves. */
export function checkReferences(file: File): readonly BrokenReference[] {
  return [
    ...duplicateIds(file),
    ...danglingReferences(file),
    ...missingSources(file),
    ...mismatchedDisputes(file),
    ...datesOutOfOrder(file),
  ];
}

type Named = { readonly id: string };

/** Facts and quotes share one space of ids: both are cited. */
function duplicateIds(file: File): readonly BrokenReference[] {
  const places = (list: keyof File, items: readonly Named[]) =>
    items.map(({ id }, index) => ({ id, path: [list, index, 'id'] }));
  return [
    ...repeats(places('sources', file.sources)),
    ...repeats(places('people', file.people)),
    ...repeats([...places('facts', file.facts), ...places('quotes', file.quotes)]),
  ];
}

function repeats(places: readonly { id: string; path: Path }[]): readonly BrokenReference[] {
  const seen = new Set<string>();
  return places.flatMap(({ id, path }) => {
    if (seen.has(id))
      return [{ path, message: `the id "${id}" is used twice; ids are permalinks, give this entry its own` }];
    seen.add(id);
    return [];
  });
}

type Mention = { readonly id: string | undefined; readonly path: Path };

function danglingReferences(file: File): readonly BrokenReference[] {
  const ids = (items: readonly Named[]) => new Set(items.map(({ id }) => id));
  return [
    ...dangling('sources', ids(file.sources), [
      ...mentions(file.facts, 'facts', 'source'),
      ...mentions(file.quotes, 'quotes', 'source'),
    ]),
    ...dangling('people', ids(file.people), [
      ...mentions(file.facts, 'facts', 'attributedTo'),
      ...mentions(file.facts, 'facts', 'about'),
      ...mentions(file.quotes, 'quotes', 'speaker'),
    ]),
    ...dangling('facts', ids(file.facts), [
      ...mentions(file.quotes, 'quotes', 'facts'),
      ...mentions(file.summary, 'summary', 'facts'),
      ...mentions(file.disputes, 'disputes', 'allegations'),
      ...mentions(file.disputes, 'disputes', 'denials'),
      ...mentions(file.corrections, 'corrections', 'fact'),
    ]),
  ];
}

function mentions<Field extends string>(
  items: readonly { readonly [K in Field]?: string | readonly string[] | undefined }[],
  list: string,
  field: Field,
): readonly Mention[] {
  return items.flatMap((item, index): readonly Mention[] => {
    const value: string | readonly string[] | undefined = item[field];
    if (value === undefined || typeof value === 'string') return [{ id: value, path: [list, index, field] }];
    return value.map((id, position) => ({ id, path: [list, index, field, position] }));
  });
}

function dangling(
  list: string,
  known: ReadonlySet<string>,
  found: readonly Mention[],
): readonly BrokenReference[] {
  return found.flatMap(({ id, path }) =>
    id === undefined || known.has(id)
      ? []
      : [{ path, message: `"${id}" is not in ${list}; add it there or correct the id` }],
  );
}

function missingSources(file: File): readonly BrokenReference[] {
  if (file.sources.length === 1) return [];
  const missing = (items: readonly { source?: string | undefined }[], list: string) =>
    items.flatMap((item, index) =>
      item.source === undefined
        ? [
            {
              path: [list, index],
              message: 'source is missing; a file with several sources names one for each fact and quote',
            },
          ]
        : [],
    );
  return [...missing(file.facts, 'facts'), ...missing(file.quotes, 'quotes')];
}

function mismatchedDisputes(file: File): readonly BrokenReference[] {
  const kinds = new Map(file.facts.map((fact) => [fact.id, fact.kind]));
  const wrong = (id: string, path: Path, kind: 'allegation' | 'denial') => {
    const actual = kinds.get(id);
    const fits = actual === undefined || actual === kind || actual === 'statement';
    return fits
      ? []
      : [
          {
            path,
            message: `"${id}" is of kind ${actual}; a dispute takes an allegation or statement here, and a denial or statement as its answer`,
          },
        ];
  };
  return file.disputes.flatMap((dispute, index) => [
    ...dispute.allegations.flatMap((id, position) =>
      wrong(id, ['disputes', index, 'allegations', position], 'allegation'),
    ),
    ...dispute.denials.flatMap((id, position) =>
      wrong(id, ['disputes', index, 'denials', position], 'denial'),
    ),
  ]);
}

function datesOutOfOrder(file: File): readonly BrokenReference[] {
  return file.facts.flatMap(({ date }, index) =>
    date?.to !== undefined && date.to < date.on
      ? [
          {
            path: ['facts', index, 'date', 'to'],
            message: `the period ends (${date.to}) before it begins (${date.on})`,
          },
        ]
      : [],
  );
}
