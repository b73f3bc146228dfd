/**
 * Files that others have published and that are no part of the project: `shared/` beside the checkout may hold them.
 * What needs one is skipped without it.
 *
 * `specs/openai-openapi.json`, `specs/discord-openapi.json`, `specs/slack-web-openapi-2021.json`: the services' own
 * descriptions of their APIs. `eval/squad2-dev.jsonl`: articles of the SQuAD 2.0 development set (Rajpurkar, Jia & Liang
 * 2018; CC BY-SA 4.0), in the form that test/bench/squad.ts reads.
 */
import { existsSync } from 'node:fs';

/** The file where it is there. */
export function fileBeside(path: string): URL | undefined {
  const file = new URL(`../../shared/${path}`, import.meta.url);
  return existsSync(file) ? file : undefined;
}
