/** Encrypted at rest: what is kept of an installation. */
import fc from 'fast-check';
import { Keyv } from 'keyv';
import { describe, expect, it } from 'vitest';
import { createInstallations, NotInstalledError } from '../../../../adapters/slack/access/installations.ts';
import { createTokenBox, TokenBoxError } from '../../../../adapters/slack/access/token-box.ts';

const key = 'a key of at least thirty-two characters';

describe('the box', () => {
  it('gives back every text, and never shows it', () => {
    const box = createTokenBox(key);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
        const sealed = box.seal(text);
        expect(box.open(sealed)).toBe(text);
        expect(sealed).not.toContain(text);
        expect(box.seal(text)).not.toBe(sealed);
      }),
    );
  });
  it('opens with no other key, and not after a change', () => {
    const sealed = createTokenBox(key).seal('xoxb-1');
    expect(() => createTokenBox(`${key}!`).open(sealed)).toThrow(TokenBoxError);
    expect(() => createTokenBox(key).open(`${sealed.slice(0, -2)}AA`)).toThrow(/SLACK_TOKEN_KEY/);
    expect(() => createTokenBox(key).open('')).toThrow(TokenBoxError);
  });
});

describe('installations', () => {
  const installation = (id: string) => ({
    team: { id, name: id },
    enterprise: undefined,
    user: { id: 'U1', token: undefined, scopes: undefined },
    bot: { id: 'B1', userId: 'UB', token: `xoxb-${id}`, scopes: [] },
    isEnterpriseInstall: false,
  });
  const query = (teamId: string, enterpriseId?: string) => ({
    teamId,
    enterpriseId,
    isEnterpriseInstall: false,
  });

  it('are kept apart by workspace and forgotten one by one', async () => {
    const installations = createInstallations(new Keyv(), createTokenBox(key));
    await installations.storeInstallation(installation('T1'));
    await installations.storeInstallation(installation('T2'));
    expect((await installations.fetchInstallation(query('T2'))).bot?.token).toBe('xoxb-T2');
    await installations.forget('T2');
    await expect(installations.fetchInstallation(query('T2'))).rejects.toThrow(NotInstalledError);
    expect(await installations.botToken('T1')).toBe('xoxb-T1');
  });
  it('of an organisation serve its workspaces', async () => {
    const installations = createInstallations(new Keyv(), createTokenBox(key));
    await installations.storeInstallation({
      ...installation('T1'),
      team: undefined,
      enterprise: { id: 'E1', name: 'E' },
      isEnterpriseInstall: true,
    });
    expect((await installations.fetchInstallation(query('T9', 'E1'))).enterprise?.id).toBe('E1');
  });
});
