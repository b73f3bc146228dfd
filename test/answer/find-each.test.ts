import { describe, expect, it } from 'vitest';
import { cited as citedIn } from './first-cited.ts';

const cited = (text: string) => citedIn(text, 'colombia');

describe('a text that asks several things', () => {
  it('is answered in all that the file tells', async () => {
    const ids = await cited("When was Petro's visa revoked, and when was he put under sanctions?");
    expect(ids).toContain('visa-revoked');
    expect(ids).toContain('us-sanctions-on-petro');
  });

  it('is answered in what the file tells alone', async () => {
    expect(await cited('What is his shoe size, and how long did the call last?')).toEqual(['call-length']);
  });

  it('is read in the light of what is said before the question', async () => {
    expect((await cited('My son says Trump insulted Petro. What did he call him?'))[0]).toMatch(
      /trump-insult|quote-sick-man/,
    );
  });

  it('is set right by one side of a choice', async () => {
    expect(await cited('are they meeting at the white house or somewhere neutral')).toContain(
      'meeting-at-white-house',
    );
  });

  it('has no answer where the file tells none of it', async () => {
    expect(await cited('Who won the cup, and who lost it?')).toEqual([]);
  });
});
