/** Encrypts what is kept of an installation: a stolen database gives nobody access to a workspace. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** The box cannot be opened: another key, or a changed text. */
export class TokenBoxError extends Error {
  override readonly name = 'TokenBoxError';
}

/** Encrypts tokens at rest, and decrypts them. */
export type TokenBox = {
  /** Different each time, even for the same text. */
  readonly seal: (text: string) => string;
  /** @throws TokenBoxError */
  readonly open: (sealed: string) => string;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1.';

/** AES-256-GCM under a key derived from the operator's secret. */
export function createTokenBox(secret: string): TokenBox {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'briefdesk slack installations', 32));
  return {
    seal: (text) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return VERSION + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (sealed) => {
      try {
        return openWith(key, sealed);
      } catch {
        throw new TokenBoxError(
          'A stored Slack installation cannot be decrypted: set SLACK_TOKEN_KEY to the key that it was stored with, or have the workspace install the app again.',
        );
      }
    },
  };
}

function openWith(key: Buffer, sealed: string): string {
  if (!sealed.startsWith(VERSION)) throw new TokenBoxError('not a sealed text');
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}
