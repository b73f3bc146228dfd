/**
 * Draws the picture of the README: the message that the adapter sends for `/brief colombia`, set like a chat and
 * photographed with Chromium. Run: npx node test/adapters/discord/picture.ts [file] [path of Chromium]
 */
import { chromium } from 'playwright-core';
import { renderReply } from '../../../adapters/discord/render/render.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { testDeps } from './adapter.ts';
import { type Line, type MarkdownNode, readMarkdown } from './markdown.ts';

const [file = '.github/discord-brief.png', executablePath = '/usr/bin/chromium'] = process.argv.slice(2);

const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const tags = { bold: 'b', italic: 'i', underline: 'u', strike: 's', spoiler: 'span' } as const;

function inline(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'link') return `<a>${inline(node.inner)}</a>`;
      if ('inner' in node) return `<${tags[node.kind]}>${inline(node.inner)}</${tags[node.kind]}>`;
      return safe(node.text);
    })
    .join('');
}

function line({ kind, inner, block }: Line): string {
  const words = inline(block?.inner ?? inner);
  return `<div class="${kind}">${words}</div>`;
}

type Shown = {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly style?: number;
  readonly accent_color?: number;
  readonly components?: readonly Shown[];
};

function component({
  type,
  content = '',
  label = '',
  style,
  accent_color: accent = 0,
  components = [],
}: Shown): string {
  const inside = components.map(component).join('');
  switch (type) {
    case 17:
      return `<section style="border-left-color:#${accent.toString(16).padStart(6, '0')}">${inside}</section>`;
    case 10:
      return `<div>${readMarkdown(content).map(line).join('')}</div>`;
    case 14:
      return '<hr>';
    case 1:
      return `<nav>${inside}</nav>`;
    case 2:
      return `<button class="style${style}">${safe(label)}</button>`;
    default:
      return '';
  }
}

/** Colours and sizes as readers know them from Discord. */
const style = `
  * { box-sizing: border-box; margin: 0 }
  body { background: #313338; color: #dbdee1; font: 15px/1.4 "Noto Sans", "DejaVu Sans", sans-serif; width: 720px; padding: 18px 20px 22px }
  header { display: flex; align-items: center; gap: 6px; color: #949ba4; font-size: 12.5px; margin: 0 0 6px 54px }
  header b { color: #c9cdfb; font-weight: 500 }
  article { display: grid; grid-template-columns: 40px 1fr; column-gap: 14px }
  .face { width: 40px; height: 40px; border-radius: 50%; background: #2f6fde; color: #fff; display: grid; place-items: center; font: 700 17px/1 "Noto Serif", "DejaVu Serif", serif }
  .name { font-weight: 600; color: #f2f3f5; margin-bottom: 6px }
  .name span { background: #5865f2; border-radius: 4px; color: #fff; font-size: 10px; font-weight: 600; padding: 1.5px 5px; margin-left: 5px; vertical-align: 1.5px }
  .name time { color: #949ba4; font-size: 12px; font-weight: 400; margin-left: 7px }
  section { background: #2b2d31; border: 1px solid #3a3c42; border-left: 4px solid; border-radius: 8px; padding: 14px 16px 15px }
  section + section { margin-top: 8px }
  .plain { margin: 3px 0 }
  .heading2 { font-size: 21px; font-weight: 700; color: #f2f3f5; line-height: 1.25; margin-bottom: 2px }
  .heading3 { font-size: 16.5px; font-weight: 700; color: #f2f3f5; margin: 2px 0 4px }
  .small { color: #949ba4; font-size: 12.5px; margin-bottom: 4px }
  .bullet { margin: 2px 0; padding-left: 18px; position: relative }
  .bullet::before { content: "•"; position: absolute; left: 5px; color: #b5bac1 }
  .quote { border-left: 4px solid #4e5058; border-radius: 2px; padding: 1px 0 1px 12px }
  .quote + .small { padding-left: 16px; margin: 1px 0 9px }
  a { color: #00a8fc }
  hr { border: 0; border-top: 1px solid #3f4147; margin: 11px 0 }
  nav { display: flex; gap: 8px; margin-top: 12px }
  button { background: #4e5058; border: 0; border-radius: 6px; color: #fff; font: 500 13.5px "Noto Sans", "DejaVu Sans", sans-serif; padding: 7px 16px }
  .style1 { background: #5865f2 }`;

const deps = await testDeps(await openStorage({ memory: true }), () => undefined);
const reply = await deps.run({
  path: 'brief',
  options: { topic: 'colombia' },
  context: { platform: 'discord', user: '1', channel: '1', locale: 'en', canManage: false },
});
const { messages } = renderReply(reply);
const body = messages
  .flatMap(({ components }) => components)
  .map((container) => component(container as unknown as Shown))
  .join('');
const html = `<!doctype html><meta charset="utf-8"><style>${style}</style>
  <header>↱ <b>reader</b> used <b>/brief</b> colombia</header>
  <article><div class="face">B</div><div><div class="name">Briefdesk<span>APP</span><time>Today at 09:00</time></div>${body}</div></article>`;

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 720, height: 600 }, deviceScaleFactor: 1 });
await page.setContent(html);
await page.screenshot({ path: file, fullPage: true });
await browser.close();
process.exit();
