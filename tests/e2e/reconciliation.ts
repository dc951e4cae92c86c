import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aRecord, HANOI } from '../support/scenes.ts';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

/** A department compares its records with the Centre's, by keyboard where the page offers it. */
export function reconciliation(stage: () => Stage): void {
  describe('a reconciliation', () => {
    test('is begun, its differences are asked and explained, and then it is closed', async () => {
      const records = await stage().as(HANOI.records);
      const { recordNumber } = await records.send<{ recordNumber: string }>('POST', '/transfers', {
        record: aRecord('Trần Văn Còn Thiếu'),
      });
      const page = await stage().openAs(HANOI.records, '/doi-chieu');
      await begin(page);
      await page.getByRole('link', { name: recordNumber }).waitFor();

      await press(page, 'j', 'h');
      await note(page, 'Nội dung hỏi', 'Trung tâm đã nhận chưa?', 'Ghi nhận');
      await sees(page, 'Trung tâm đã nhận chưa?');
      await press(page, 'a');
      await sees(page, 'Còn khác biệt chưa xử lý. Xử lý hết rồi mới kết thúc đối chiếu.');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('button', { name: 'Hủy đợt đối chiếu' }).click();
      const calling = page.getByRole('dialog', { name: 'Hủy đợt đối chiếu' });
      await calling.getByRole('button', { name: 'Quay lại' }).click();
      await calling.waitFor({ state: 'hidden' });

      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await press(page, 's');
      await page.getByRole('dialog').getByRole('radio', { name: 'Giải trình' }).check();
      await note(page, 'Lý do, số văn bản', 'Chưa đến hạn gửi.', 'Xử lý');
      await sees(page, /Đã xử lý (\d+)\/\1/);
      const close = { name: 'Kết thúc đối chiếu', disabled: false };
      await page.getByRole('button', close).waitFor();
      await press(page, 'a');
      await closing(page);
      await sees(page, 'Biên bản đối chiếu (PDF)');
      await sees(page, 'Chuỗi nhật ký nguyên vẹn');
      const minutes = await page.request.get(
        (await page.getByRole('link', { name: 'Biên bản đối chiếu (PDF)' }).getAttribute('href')) ??
          '',
      );
      expect(minutes.headers()['content-type']).toBe('application/pdf');
      await page.getByRole('link', { name: '← Đối chiếu thông tin' }).click();
      await sees(page, 'Không có đợt đối chiếu nào.');
    }, 120_000);
  });
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở đợt đối chiếu' }).waitFor();
  await press(page, 'n');
  const dialog = page.getByRole('dialog', { name: 'Mở đợt đối chiếu' });
  await dialog.getByRole('button', { name: 'Mở đợt đối chiếu' }).click();
  await page.waitForURL(/\/doi-chieu\/HN-D-2023-\d{6}$/);
}

async function note(page: Page, label: string, text: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function closing(page: Page): Promise<void> {
  const name = 'Kết thúc đối chiếu';
  await page.getByRole('dialog', { name }).getByRole('button', { name }).click();
}
