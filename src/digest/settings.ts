/** Settings of digests, from environment variables. */
import { z } from 'zod';
import { type Env, parseSettings } from '../config.ts';

const schema = z.object({
  /** How late a digest may be posted after the desk was not running. */
  DIGEST_CATCH_UP_HOURS: z.coerce.number().min(0.25).max(72).default(6),
});

/** Reads how late a digest may be, in milliseconds. @throws SettingsError */
export function readCatchUpMs(env: Env): number {
  return parseSettings(schema, env).DIGEST_CATCH_UP_HOURS * 3_600_000;
}
