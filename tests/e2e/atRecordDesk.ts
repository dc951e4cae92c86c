import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aRecord, HANOI } from '../support/scenes.ts';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

interface Entered {
  caseId: string;
  recordNumber: string;
}

/** What a record officer finds, is shown before it is done, and is led to next. */
export function atRecordDesk(stage: () => Stage): void {
  describe('the record desk', () => {
    test('finds a transfer that has ended by name and by record number, and says when there is none', async () => {
      const { caseId, recordNumber } = await entered(stage(), 'Trần Văn Đã Hủy');
      const records = await stage().as(HANOI.records);
      await records.act(caseId, 'abandon', {}, { reason: 'Lập nhầm.' });
      const page = await stage().openAs(HANOI.records, '/trao-doi');
      await search(page, 'Trần Văn Đã Hủy');
      await page.getByRole('link', { name: caseId }).waitFor();
      await search(page, 'Không Ai Tên Này');
      await sees(page, 'Không có giao dịch nào khớp với “Không Ai Tên Này” ở mục này.');
      expect(await page.getByText(/Lập bản mới khi nhận được bản án/).count()).toBe(0);
      await search(page, recordNumber.toLowerCase());
      await page.getByRole('heading', { name: recordNumber }).waitFor();

      await page.goto('/trao-doi');
      const here = page.getByRole('searchbox', { name: /^Tìm theo tên, số giao dịch/u });
      await here.fill(recordNumber);
      await here.press('Enter');
      await page.getByRole('link', { name: caseId }).waitFor();
    });

    test('a cover letter is shown before it takes its number', async () => {
      const { caseId, recordNumber } = await entered(stage(), 'Trần Văn Công Văn');
      const records = await stage().as(HANOI.records);
      await records.act(caseId, 'send');
      const page = await stage().openAs(HANOI.records, '/trao-doi/cong-van');
      await page.getByRole('link', { name: recordNumber }).waitFor();
      await press(page, 'n');
      const dialog = page.getByRole('dialog', { name: 'Lập và lấy số công văn?' });
      await dialog.getByText(recordNumber).waitFor();
      await dialog.getByText(/Trung tâm Lý lịch tư pháp quốc gia, kèm \d+ bản lý lịch/u).waitFor();
      await dialog.getByRole('button', { name: 'Quay lại' }).click();
      await dialog.waitFor({ state: 'hidden' });
      const { total } = await records.get<{ total: number }>('/exchange/dispatches');
      expect(total).toBe(0);
      await press(page, 'n');
      await dialog.getByRole('button', { name: 'Lập công văn' }).click();
      await sees(page, 'Đã lập công văn số 1/CV-STP.');
    });

    test('what the Centre returned is corrected first, with the reason before one’s eyes', async () => {
      const { caseId } = await entered(stage(), 'Trần Văn Bị Trả');
      const records = await stage().as(HANOI.records);
      const receiver = await stage().as('tiepnhan.tt');
      await records.act(caseId, 'send');
      await receiver.act(caseId, 'receive');
      await receiver.act(caseId, 'returnRecord', {}, { reason: 'Thiếu hình phạt bổ sung.' });
      const page = await stage().openAs(HANOI.records, `/trao-doi/${caseId}`);
      await page.getByRole('button', { name: 'Sửa thông tin a' }).waitFor();
      await press(page, 'a');
      const dialog = page.getByRole('dialog', { name: /^Sửa bản lý lịch/u });
      await dialog.getByText(/Lý do trả lại: Thiếu hình phạt bổ sung/u).waitFor();
      await dialog.getByLabel('Hình phạt bổ sung (không bắt buộc)').fill('Phạt tiền');
      await dialog.getByRole('button', { name: 'Lưu bản sửa' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Gửi Trung tâm a' }).waitFor();
    });
  });
}

async function entered(stage: Stage, name: string): Promise<Entered> {
  const records = await stage.as(HANOI.records);
  return records.send<Entered>('POST', '/transfers', { record: aRecord(name) });
}

async function search(page: Page, text: string): Promise<void> {
  const box = page.getByRole('search').getByRole('searchbox');
  await box.fill(text);
  await box.press('Enter');
}
