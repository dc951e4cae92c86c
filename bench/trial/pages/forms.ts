import type { Locator, Page } from 'playwright-core';
import { sees } from '../../browser.ts';

/** What is typed into a form, by the label of each field. */
export type Typed = Readonly<Record<string, string>>;

/** A record as it is typed: its person, a man of Hà Nội unless said otherwise, and its judgment. */
export interface TypedRecord {
  person: Typed;
  judgment: Typed;
  gender?: string;
  province?: string;
  note?: string | null;
}

export async function fill(form: Page | Locator, fields: Typed): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await form.getByLabel(label, { exact: true }).fill(text);
  }
}

/** Fills the form of a record in, on whichever page it stands. */
export async function typeRecord(page: Page, record: TypedRecord): Promise<void> {
  const { person, judgment, gender = 'Nam', province = 'Hà Nội', note = null } = record;
  const group = page.getByRole('group', { name: 'Người bị kết án' });
  await fill(group, person);
  await group.getByLabel(gender, { exact: true }).check();
  await group.getByLabel('Tỉnh, thành phố').fill(province);
  // Enter takes what is offered, and the provinces may still be on their way.
  const active = page.locator('.ant-select-item-option-active').filter({ visible: true });
  await active.filter({ hasText: province }).waitFor();
  await page.keyboard.press('Enter');
  await fill(page.getByRole('group', { name: 'Bản án' }), judgment);
  if (note !== null) await fill(page, { 'Ghi chú (không bắt buộc)': note });
}

/** Choose an option of a list by its words. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  const offered = page.locator('.ant-select-item-option').filter({ visible: true });
  await offered.getByText(option, { exact: true }).click();
}

/** Do an act in its dialog, with what it asks for, and see the step it leads to. */
export async function act(
  page: Page,
  name: string,
  stepAfter: string,
  fields: Typed = {},
): Promise<void> {
  await confirm(page, name, (dialog) => fill(dialog, fields));
  await sees(page, `Hồ sơ ở bước “${stepAfter}”`);
}

/** Press a button, do what its dialog of the same name asks for, and press the same there. */
export async function confirm(
  page: Page,
  name: string,
  work: (dialog: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog', { name });
  await work(dialog);
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'hidden' });
}
