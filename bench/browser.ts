import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';

export const DENSE = { width: 1440, height: 900 };

/** What a fact on a page may take on a busy machine. */
const PATIENCE_MS = 30_000;

export async function launchBrowser(): Promise<Browser> {
  // The package's own flags are for a cloud function; these are all that a page needs.
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args });
}

/** A page with cookies and storage of its own, signed in as somebody; null for nobody. */
export async function openPageAs(
  browser: Browser,
  baseURL: string,
  username: string | null,
  viewport = DENSE,
): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport, locale: 'vi-VN' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  if (username === null) return page;
  const data = { username, password: DEMO_PASSWORD };
  const reply = await page.request.post('/api/v1/sessions', { data });
  if (!reply.ok()) throw new Error(`${username} cannot sign in: ${reply.status()}`);
  return page;
}

/** Wait until a text stands on the page for somebody to read. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}
