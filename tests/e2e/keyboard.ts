import type { Locator, Page } from 'playwright-core';

/** More focusable things than any page has. */
const FURTHEST = 150;

/** Tab onwards to a control; throws when the keyboard does not come by it. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < FURTHEST; presses += 1) {
    if ((await page.locator(':focus').and(control).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reached ${String(control)}`);
}

/** Tab to the field with this label and type. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

/** Tab to the list with this label, type a part of the wanted option's name and take it by Enter. */
export async function choose(
  page: Page,
  label: string,
  { typed, option }: { typed: string; option: string },
): Promise<void> {
  await typeInto(page, label, typed);
  const active = page.locator('.ant-select-item-option-active').filter({ visible: true });
  await active.getByText(option, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
}

/** Tab to the box with this label and tick it. */
export async function tick(page: Page, label: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await tabTo(page, box);
  await page.keyboard.press('Space');
  if (!(await box.isChecked())) throw new Error(`${label} could not be ticked by keyboard`);
}

/** Press the keys of a shortcut one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
