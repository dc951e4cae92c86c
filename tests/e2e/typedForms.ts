import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CaseDetail } from '../../domain/case.ts';

import { aRecord, HANOI } from '../support/scenes.ts';
import { fill } from './recordDesk.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

const NOTE = 'Ghi chú (không bắt buộc)';

/** What somebody has typed survives what happens meanwhile, and overwrites nobody's work unseen. */
export function typedForms(stage: () => Stage): void {
  describe('what was typed', () => {
    test('of two corrections of one record, the later is told of the first and sent knowingly', async () => {
      const caseId = await entered(stage(), 'Trần Văn Hai Người');
      const [first, second] = [
        await correcting(stage(), caseId),
        await correcting(stage(), caseId),
      ];
      await fill(first.getByRole('dialog'), { 'Nơi sinh': 'Bắc Ninh' });
      await first.getByRole('button', { name: 'Lưu bản sửa' }).click();
      await first.getByRole('dialog').waitFor({ state: 'hidden' });
      // The page behind the second dialog has heard of it.
      await second.locator('.records-record').getByText('Bắc Ninh').waitFor();

      const dialog = second.getByRole('dialog');
      await fill(dialog, { [NOTE]: 'Ghi chú của người thứ hai.' });
      await dialog.getByRole('button', { name: 'Lưu bản sửa' }).click();
      await sees(second, /Hồ sơ đã được thay đổi trong lúc bạn nhập/);
      await dialog.getByText('Nơi sinh: Hà Nội → Bắc Ninh').waitFor();
      expect(await recordOf(stage(), caseId)).toMatchObject({ note: null });
      expect(await dialog.getByLabel(NOTE).inputValue()).toBe('Ghi chú của người thứ hai.');

      await fill(dialog, { 'Nơi sinh': 'Bắc Ninh' });
      await dialog.getByRole('button', { name: 'Đã xem thay đổi, gửi lại' }).click();
      await dialog.waitFor({ state: 'hidden' });
      expect(await recordOf(stage(), caseId)).toMatchObject({
        person: { birthPlace: 'Bắc Ninh' },
        note: 'Ghi chú của người thứ hai.',
      });
    });
  });
}

async function entered(stage: Stage, name: string): Promise<string> {
  const records = await stage.as(HANOI.records);
  const record = aRecord(name);
  const { caseId } = await records.send<{ caseId: string }>('POST', '/transfers', { record });
  return caseId;
}

async function correcting(stage: Stage, caseId: string): Promise<Page> {
  const page = await stage.openAs(HANOI.records, `/trao-doi/${caseId}`);
  await page.getByRole('button', { name: 'Sửa thông tin' }).click();
  await page.getByRole('dialog').getByLabel(NOTE).waitFor();
  return page;
}

async function recordOf(stage: Stage, caseId: string): Promise<CaseDetail['record']> {
  const records = await stage.as(HANOI.records);
  return (await records.get<CaseDetail>(`/cases/${caseId}`)).record;
}
