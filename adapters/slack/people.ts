/** What Slack knows of the person who asks: language, time zone, and whether they manage the workspace. */
import { z } from 'zod';
import { isZone } from '../../src/digest/calendar/schedule.ts';
import type { SlackApi } from './web-api.ts';

type SlackPerson = {
  /** BCP 47; "en" where Slack does not say. */
  readonly locale: string;
  readonly zone?: string;
  /** Workspace admin or owner. */
  readonly isAdmin: boolean;
};

const STRANGER: SlackPerson = { locale: 'en', isAdmin: false };

/** A profile is read again after this time, in milliseconds; a lost admin right counts at most that long. */
const FRESH_MS = 10 * 60 * 1000;
/** What could not be read is asked for again sooner. */
const RETRY_MS = 60 * 1000;
const KEPT = 5000;

const userSchema = z.object({
  user: z.object({
    tz: z.string().optional(),
    locale: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    is_primary_owner: z.boolean().optional(),
  }),
});

/** Finds a person; a stranger's defaults where Slack does not answer. Never rejects. */
export type People = (api: SlackApi, team: string, user: string) => Promise<SlackPerson>;

/** Remembers profiles in this process, so that a question does not wait for one more call. */
export function createPeople(now: () => number = Date.now): People {
  const known = new Map<string, { readonly person: Promise<SlackPerson>; until: number }>();
  return (api, team, user) => {
    const key = `${team} ${user}`;
    const entry = known.get(key);
    if (entry && entry.until > now()) return entry.person;
    const fresh = { person: readPerson(api, user), until: now() + FRESH_MS };
    void fresh.person.then((person) => {
      if (person === STRANGER) fresh.until = now() + RETRY_MS;
    });
    known.set(key, fresh);
    forgetOldest(known);
    return fresh.person;
  };
}

async function readPerson(api: SlackApi, user: string): Promise<SlackPerson> {
  const called = await api.userInfo({ user, include_locale: true }, { patienceMs: 2000 });
  const parsed = called.ok ? userSchema.safeParse(called.value) : undefined;
  if (!parsed?.success) return STRANGER;
  const { tz, locale, is_admin, is_owner, is_primary_owner } = parsed.data.user;
  return {
    locale: locale || 'en',
    isAdmin: Boolean(is_admin || is_owner || is_primary_owner),
    ...(tz && isZone(tz) ? { zone: tz } : {}),
  };
}

function forgetOldest(known: Map<string, unknown>): void {
  const oldest = known.keys().next();
  if (known.size > KEPT && !oldest.done) known.delete(oldest.value);
}
