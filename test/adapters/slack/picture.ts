/** Draws the real Block Kit of `/brief colombia` as Slack shows it: the picture of the README. */
import type { types } from '@slack/bolt';
import type { SlackMessage } from '../../../adapters/slack/render/pack.ts';
import { renderReply } from '../../../adapters/slack/render/render.ts';
import { escapeHtml, takeScreenshot } from '../../picture/screenshot.ts';
import { openDeps } from './desk.ts';

/** Runs the command as Slack's adapter does, and renders its reply. */
async function briefing(topic: string): Promise<readonly SlackMessage[]> {
  const { run } = await openDeps();
  const context = { platform: 'slack', user: 'U1', channel: 'C1', locale: 'en', canManage: false } as const;
  return renderReply(await run({ path: 'brief', options: { topic }, context }));
}

function drawBlock(block: types.KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `<h1>${escapeHtml(block.text.text)}</h1>`;
    case 'divider':
      return '<hr>';
    case 'context':
      return `<div class="context">${block.elements.map((element) => ('text' in element ? `<p>${escapeHtml(String(element.text))}</p>` : '')).join('')}</div>`;
    case 'actions':
      return `<div class="actions">${block.elements.map(drawButton).join('')}</div>`;
    case 'rich_text':
      return `<div class="rich">${block.elements.map(drawRich).join('')}</div>`;
    default:
      throw new Error(`nobody has said yet how a block of the type ${block.type} looks`);
  }
}

function drawButton(element: types.ActionsBlockElement): string {
  return element.type === 'button' ? `<button>${escapeHtml(element.text.text)}</button>` : '';
}

type Rich = types.RichTextBlock['elements'][number];

function drawRich(part: Rich): string {
  switch (part.type) {
    case 'rich_text_section':
      return `<p>${part.elements.map(drawRun).join('')}</p>`;
    case 'rich_text_quote':
      return `<blockquote>${part.elements.map(drawRun).join('')}</blockquote>`;
    case 'rich_text_list':
      return `<ul>${part.elements.map((item) => `<li>${item.elements.map(drawRun).join('')}</li>`).join('')}</ul>`;
    default:
      throw new Error(`nobody has said yet how ${part.type} looks`);
  }
}

function drawRun(run: types.RichTextElement): string {
  if (run.type === 'link') return `<a>${escapeHtml(run.text ?? run.url)}</a>`;
  if (run.type !== 'text') return '';
  const words = escapeHtml(run.text).replaceAll('\n', '<br>');
  if (run.style?.bold) return `<b>${words}</b>`;
  return run.style?.italic ? `<i>${words}</i>` : words;
}

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { font: 15px/1.46668 Lato, 'Helvetica Neue', Arial, sans-serif; color: #1d1c1d; background: #fff; -webkit-font-smoothing: antialiased; }
  .bar { display: flex; align-items: center; gap: 6px; padding: 12px 20px; border-bottom: 1px solid #e3e3e4; font-weight: 900; font-size: 18px; }
  .bar span { color: #616061; font-weight: 400; }
  .used { display: flex; align-items: center; gap: 6px; padding: 14px 20px 0 78px; color: #616061; font-size: 13px; }
  .used i { width: 20px; height: 20px; border-radius: 5px; background: #e9a15b; color: #fff; font: 900 11px/20px Lato, sans-serif; text-align: center; }
  .used b { color: #1d1c1d; font-weight: 700; }
  .used code { font: 12px/1 'DejaVu Sans Mono', monospace; color: #1264a3; }
  .message { display: flex; gap: 8px; padding: 6px 20px 18px; }
  .avatar { flex: none; width: 50px; padding-right: 6px; }
  .avatar div { width: 36px; height: 36px; margin: 5px 0 0 8px; border-radius: 8px; background: #1d3557; color: #fff; font: 900 19px/36px Lato, sans-serif; text-align: center; }
  .body { flex: 1; min-width: 0; }
  .who b { font-weight: 900; }
  .app { display: inline-block; margin: 0 6px; padding: 0 4px; border-radius: 3px; background: #e8e8e8; color: #616061; font: 700 10px/15px Lato, sans-serif; vertical-align: 2px; }
  .time { color: #616061; font-size: 12px; }
  h1 { margin: 6px 0 2px; font-size: 18px; line-height: 1.33; font-weight: 900; }
  .context { margin: 2px 0 8px; white-space: pre-line; color: #616061; font-size: 13px; line-height: 1.38; }
  .rich { margin: 4px 0 8px; max-width: 660px; }
  ul { margin: 0; padding-left: 24px; }
  li { padding-left: 2px; }
  li::marker { font-size: 13px; }
  blockquote { margin: 2px 0; padding: 2px 0 2px 12px; border-left: 4px solid #ddd; border-radius: 2px; }
  b { font-weight: 900; }
  a { color: #1264a3; }
  hr { margin: 8px 0; border: 0; border-top: 1px solid #e3e3e4; }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0 2px; }
  button { height: 36px; padding: 0 12px; border: 1px solid #c7c7c8; border-radius: 8px; background: #fff; color: #1d1c1d; font: 900 15px/1 Lato, sans-serif; }
`;

function drawPage(messages: readonly SlackMessage[]): string {
  const drawn = messages.flatMap(({ blocks }) => blocks.map(drawBlock)).join('');
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
    <div class="bar"><span>#</span> newsroom</div>
    <div class="used"><i>A</i><span><b>Ana</b> used <code>/brief colombia</code></span></div>
    <div class="message"><div class="avatar"><div>B</div></div><div class="body">
      <div class="who"><b>Briefdesk</b><span class="app">APP</span><span class="time">9:41 AM</span></div>
      ${drawn}
    </div></div>`;
}

await takeScreenshot(drawPage(await briefing('colombia')), {
  width: 760,
  scale: 1.1,
  file: '.github/slack-brief.png',
});
