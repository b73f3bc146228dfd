/** The settings of the model engine, from environment variables. */
import type { ChatModel } from 'openai/resources/shared';
import { z } from 'zod';
import { type Env, parseSettings } from '../../config.ts';

/** A current small model of the SDK's own list. */
const DEFAULT_MODEL = 'gpt-5.4-mini' satisfies ChatModel;

const flag = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .transform((value) => value === 'true' || value === '1');

const settingsSchema = z.object({
  OPENAI_API_KEY: z.string().trim().min(1).optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_MODEL: z.string().trim().min(1).default(DEFAULT_MODEL),
  OPENAI_EMBEDDING_MODEL: z.string().trim().min(1).optional(),
  /** For all that the model does for a question, the stream included: users wait this long at most before extraction answers. */
  OPENAI_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
  /** Tokens, in and out, that one user may spend in a UTC day; no limit without it. */
  OPENAI_DAILY_TOKENS: z.coerce.number().int().min(0).optional(),
  VERIFY_WITH_MODEL: flag,
});

/** How to reach the model and how much of it may be used. */
export type OpenAiSettings = {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly model: string;
  readonly embeddingModel: string | undefined;
  readonly timeoutMs: number;
  readonly dailyTokens: number | undefined;
  readonly verifyWithModel: boolean;
};

/** Reads the settings; undefined without OPENAI_API_KEY, when extraction answers alone. @throws SettingsError */
export function readOpenAiSettings(env: Env): OpenAiSettings | undefined {
  const read = parseSettings(settingsSchema, env);
  if (read.OPENAI_API_KEY === undefined) return undefined;
  return {
    apiKey: read.OPENAI_API_KEY,
    baseUrl: read.OPENAI_BASE_URL,
    model: read.OPENAI_MODEL,
    embeddingModel: read.OPENAI_EMBEDDING_MODEL,
    timeoutMs: read.OPENAI_TIMEOUT_MS,
    dailyTokens: read.OPENAI_DAILY_TOKENS,
    verifyWithModel: read.VERIFY_WITH_MODEL,
  };
}
