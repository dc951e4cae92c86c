import type { Page } from 'playwright-core';

export { sees } from '../../bench/browser.ts';

/** A page and what stands there once it is complete. */
export interface Sight {
  path: string;
  /** Null for pages that need no session. */
  username: string | null;
  /** Something that stands there once the page is complete. */
  shows: string | RegExp;
}

/** The text that stands beside a name in a list of facts, once it is there. */
export async function factOf(page: Page, name: string): Promise<string> {
  const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
  return (await row.locator('td').first().innerText()).trim();
}
