/** Draws HTML as a PNG with the Chromium that is installed. */
import { chromium } from 'playwright-core';

export type ScreenshotOptions = {
  /** Of the picture in CSS pixels; the height follows from the page. */
  readonly width: number;
  /** Pixels of the picture for one CSS pixel; 2 unless told. */
  readonly scale?: number;
  readonly file: string;
};

/** Draws the page, which must be complete in itself: nothing is fetched. CHROMIUM_PATH says where Chromium is. */
export async function takeScreenshot(
  html: string,
  { width, scale = 2, file }: ScreenshotOptions,
): Promise<void> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: scale });
    await page.route('**', (route) => route.abort());
    await page.setContent(html);
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await browser.close();
  }
}

/** Text for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
