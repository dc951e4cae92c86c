import type { Page } from 'playwright-core';

/** Wait until a text stands on the page for somebody to read. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

/** The text that stands beside a name in a list of facts, once it is there. */
export async function factOf(page: Page, name: string): Promise<string> {
  const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
  return (await row.locator('td').first().innerText()).trim();
}
