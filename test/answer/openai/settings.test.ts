/** Settings of the model. */
import { describe, expect, test } from 'vitest';
import { readOpenAiSettings } from '../../../src/answer/openai/settings.ts';
import { SettingsError } from '../../../src/config.ts';

describe('settings', () => {
  test('without a key there is no model', () => {
    expect(readOpenAiSettings({ OPENAI_MODEL: 'gpt-5.4-mini' })).toBeUndefined();
  });

  test('a wrong value is named, not shown', () => {
    const read = () => readOpenAiSettings({ OPENAI_API_KEY: 'sk-very-secret', OPENAI_TIMEOUT_MS: 'soon' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/OPENAI_TIMEOUT_MS/);
    expect(read).not.toThrow(/sk-very-secret/);
  });
});
