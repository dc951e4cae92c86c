import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sees } from './sights.ts';

export { act, choose, fill, typeRecord } from '../../bench/trial/pages/forms.ts';

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
