import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';

/** What is typed into a form, by the label of each field. */
export type Typed = Readonly<Record<string, string>>;

/** A record as it is typed: its person, who lives in Hà Nội, and its judgment. */
export interface TypedRecord {
  person: Typed;
  judgment: Typed;
}

export async function fill(form: Page | Locator, fields: Typed): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await form.getByLabel(label, { exact: true }).fill(text);
  }
}

/** Fills the form of a record in, on whichever page it stands. */
export async function typeRecord(page: Page, { person, judgment }: TypedRecord): Promise<void> {
  const group = page.getByRole('group', { name: 'Người bị kết án' });
  await fill(group, person);
  await group.getByLabel('Nam', { exact: true }).check();
  await group.getByLabel('Tỉnh, thành phố').fill('Hà Nội');
  await press(page, 'Enter');
  await fill(page.getByRole('group', { name: 'Bản án' }), judgment);
}

/** The number of the transfer whose page has come, once it says whose it is. */
export async function transferOn(page: Page, name: string): Promise<string> {
  await page.waitForURL(/HN-T-\d{4}-\d{6}$/u);
  await sees(page, name);
  const caseId = new URL(page.url()).pathname.split('/').at(-1);
  expect(caseId).toMatch(/^HN-T-\d{4}-\d{6}$/u);
  return caseId ?? '';
}

export async function openLine(page: Page, caseId: string): Promise<void> {
  await page.getByRole('link', { name: caseId }).click();
  await page.getByRole('heading', { name: caseId }).waitFor();
}

/** Do an act in its dialog, with what it asks for, and see the step it leads to. */
export async function act(
  page: Page,
  name: string,
  stepAfter: string,
  fields: Typed = {},
): Promise<void> {
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog', { name });
  await fill(dialog, fields);
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, `Hồ sơ ở bước “${stepAfter}”`);
}
