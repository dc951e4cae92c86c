import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CaseDetail } from '../../domain/case.ts';

import { aRecord, HANOI } from '../support/scenes.ts';
import { fill, transferOn, typeRecord } from './recordDesk.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

const PERSON = {
  'Họ và tên': 'Trần Văn Đang Nhập',
  'Ngày sinh': '11/02/1985',
  'Nơi sinh': 'Hà Nội',
  'Nơi thường trú': '1 phố Mẫu, Hà Nội',
};
const JUDGMENT = {
  'Số bản án': '9/2022/HSST',
  'Ngày tuyên': '10/05/2022',
  'Ngày có hiệu lực': '10/06/2022',
  'Tòa án': 'Tòa án nhân dân quận Ba Đình',
  'Tội danh': 'Trộm cắp tài sản',
  'Điều khoản áp dụng': 'Khoản 1 Điều 173 Bộ luật Hình sự 2015',
  'Hình phạt chính': '9 tháng tù',
};
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

    test('a session that ended while saving is begun again over the form', async () => {
      const page = await stage().openAs(HANOI.records, '/trao-doi/moi');
      await typeRecord(page, { person: PERSON, judgment: JUDGMENT });
      await page.context().clearCookies();
      await page.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
      await signInAgain(page);
      await page.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
      const caseId = await transferOn(page, PERSON['Họ và tên']);

      await page.getByRole('button', { name: 'Sửa thông tin' }).click();
      await fill(page.getByRole('dialog'), { [NOTE]: 'Nhập trước khi hết phiên.' });
      await page.context().clearCookies();
      await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
      await signInAgain(page);
      await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await recordOf(stage(), caseId)).toMatchObject({ note: 'Nhập trước khi hết phiên.' });
    });

    test('a form with something typed is left only after asking', async () => {
      const page = await stage().openAs(HANOI.records, '/trao-doi');
      await page.getByRole('link', { name: 'Lập bản lý lịch mới' }).click();
      const name = page.getByLabel('Họ và tên', { exact: true });
      await name.fill('Trần Văn Còn Đây');
      await page.getByRole('link', { name: 'Sổ lý lịch' }).click();
      await stay(page);
      await page.goBack();
      await stay(page);
      const asked = page.waitForEvent('dialog');
      const reloading = page.evaluate('setTimeout(() => location.reload(), 0)');
      const leaving = await asked;
      expect(leaving.type()).toBe('beforeunload');
      await Promise.all([leaving.dismiss(), reloading]);
      expect(await name.inputValue()).toBe('Trần Văn Còn Đây');
      await page.getByRole('button', { name: 'Hủy', exact: true }).click();
      await page.getByRole('button', { name: 'Bỏ nội dung' }).click();
      await page.getByRole('tab', { name: 'Đang xử lý' }).waitFor();
    });

    test('a dialog with something typed is closed only after asking', async () => {
      const page = await correcting(stage(), await entered(stage(), 'Trần Văn Phím Thoát'));
      const note = page.getByLabel(NOTE);
      await note.fill('Chưa lưu.');
      await page.keyboard.press('Escape');
      await stay(page);
      expect(await note.inputValue()).toBe('Chưa lưu.');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Bỏ nội dung' }).click();
      await note.waitFor({ state: 'detached' });
    });

    test('what the server refuses is said at its field, which takes the focus', async () => {
      const page = await stage().openAs(HANOI.records, '/trao-doi/moi');
      const person = { ...PERSON, 'Ngày sinh': '11/02/2030' };
      await typeRecord(page, { person, judgment: JUDGMENT });
      await page.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
      const birth = page.getByLabel('Ngày sinh', { exact: true });
      await page.locator(`:focus[aria-invalid="true"]`).waitFor();
      expect(await birth.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator(':focus').getAttribute('id')).toBe(await birth.getAttribute('id'));
    });
  });
}

async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' });
  await dialog.getByRole('button', { name: 'Đăng nhập lại' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function stay(page: Page): Promise<void> {
  const asking = page.getByRole('dialog', { name: 'Bỏ nội dung đã nhập?' });
  await asking.getByRole('button', { name: 'Ở lại' }).click();
  await asking.waitFor({ state: 'hidden' });
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
