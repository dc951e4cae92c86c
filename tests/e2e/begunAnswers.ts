import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HANOI } from '../support/scenes.ts';
import { asked } from './arranged.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

/** By when the list of another filter has come. */
const SETTLED_MS = 1_500;
const TYPED = 'Trộm cắp tài sản, chưa gõ xong';

/** What a liaison has half typed waits at its request, and the address knows which request was opened. */
export function begunAnswers(stage: () => Stage): void {
  describe('an answer that is begun', () => {
    test('it waits while others are looked at, and is dropped by its liaison alone', async () => {
      const [first, second] = [await asked(stage()), await asked(stage())];
      const page = await stage().openAs(HANOI.policeLiaison, '/lien-thong?order=case');
      await typeOffence(page, first.caseId);
      await open(page, second.caseId);
      expect(await page.getByLabel('Tội danh').count()).toBe(0);
      await rowOf(page, first.caseId).getByText('Đang soạn trả lời').waitFor();

      await page.goBack();
      await titleOf(page, first.caseId).waitFor();
      expect(await page.getByLabel('Tội danh').inputValue()).toBe(TYPED);
      // Another answer looked at meanwhile takes nothing away either.
      await page.getByRole('button', { name: 'Chưa rõ' }).click();
      await page.getByRole('button', { name: 'Có thông tin án tích' }).click();
      expect(await page.getByLabel('Tội danh').inputValue()).toBe(TYPED);

      await page.getByRole('link', { name: 'Gói yêu cầu', exact: true }).click();
      const asking = page.getByRole('dialog', { name: 'Bỏ nội dung đã nhập?' });
      await asking.getByRole('button', { name: 'Ở lại' }).click();
      await asking.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Hủy', exact: true }).click();
      await asking.getByRole('button', { name: 'Bỏ nội dung' }).click();
      await page.getByLabel('Tội danh').waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Gói yêu cầu', exact: true }).click();
      await sees(page, 'Lập gói và tải về');
    });

    test('the address of a request opens it again, on the list or not', async () => {
      const [, { caseId }] = [await asked(stage()), await asked(stage())];
      const page = await stage().openAs(HANOI.policeLiaison, '/lien-thong');
      await open(page, caseId);
      await page.reload();
      await titleOf(page, caseId).waitFor();
      // Another filter leaves open what is read, whether its list has it or not.
      await page.locator('label').filter({ hasText: 'Đã trả lời' }).click();
      await page.waitForURL(/state=answered/u);
      await page.waitForTimeout(SETTLED_MS);
      expect(await titleOf(page, caseId).count()).toBe(1);
      // A colleague whose list shows others meets it all the same.
      const address = `/lien-thong?state=answered&request=${encodeURIComponent(`${caseId}/POLICE-1`)}`;
      const colleague = await stage().openAs(HANOI.otherPoliceLiaison, address);
      await titleOf(colleague, caseId).waitFor();
      await colleague.goto('/lien-thong?request=HN-P-2023-999999%2FPOLICE-1');
      await sees(colleague, /Không có yêu cầu này ở đơn vị của bạn/);
    });
  });
}

function titleOf(page: Page, caseId: string) {
  return page.getByRole('heading', { level: 2, name: new RegExp(`^${caseId}`) });
}

function rowOf(page: Page, caseId: string) {
  return page.getByRole('button').filter({ hasText: caseId });
}

async function open(page: Page, caseId: string): Promise<void> {
  const row = rowOf(page, caseId);
  const more = page.getByRole('button', { name: 'Tải thêm' });
  await row.or(more).first().waitFor();
  while ((await row.count()) === 0) await more.click();
  await row.click();
  await titleOf(page, caseId).waitFor();
}

async function typeOffence(page: Page, caseId: string): Promise<void> {
  await open(page, caseId);
  await page.getByRole('button', { name: 'Có thông tin án tích' }).click();
  await page.getByLabel('Tội danh').fill(TYPED);
}
