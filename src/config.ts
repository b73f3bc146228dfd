/** The settings of the desk itself, from environment variables; each adapter reads its own. */
import { z } from 'zod';

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>;

const settingsSchema = z.object({
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  DATA_DIR: z.string().default('data'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Port of /healthz, /readyz and /metrics; none is opened without it. */
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).optional(),
});

/** The settings of the desk itself. */
export type Settings = {
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly redisUrl: string | undefined;
  readonly logLevel: string;
  readonly healthPort: number | undefined;
};

/** Settings that cannot be used; `message` names each variable and what it must be. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads the settings. @throws SettingsError */
export function readSettings(env: Env): Settings {
  const { KNOWLEDGE_DIR, DATA_DIR, REDIS_URL, LOG_LEVEL, HEALTH_PORT } = parseSettings(settingsSchema, env);
  return {
    knowledgeDir: KNOWLEDGE_DIR,
    dataDir: DATA_DIR,
    redisUrl: REDIS_URL,
    logLevel: LOG_LEVEL,
    healthPort: HEALTH_PORT,
  };
}

/**
 * Parses environment variables with a schema whose keys are their names; an empty variable counts as not set.
 * @throws SettingsError, without any value.
 */
export function parseSettings<Schema extends z.ZodObject>(schema: Schema, env: Env): z.output<Schema> {
  const parsed = schema.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new SettingsError(
    `Some settings cannot be used; correct them in the environment or in .env:\n${lines.join('\n')}`,
  );
}
