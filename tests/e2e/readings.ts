import { expect, test } from '@jest/globals';
import { aRecord, HANOI } from '../support/scenes.ts';
import { asked } from './arranged.ts';
import { barriersOn, overflowOf } from './barriers.ts';
import { sees } from './sights.ts';
import { NARROW, type Stage } from './stage.ts';

/** Who has read a case or a record is seen by who watches over it, and by nobody else. */
export function readings(stage: () => Stage): void {
  test('the supervisor sees on the case who has read it, and what that colleague read besides', async () => {
    const { caseId } = await asked(stage());
    const officer = await stage().as(HANOI.officer);
    await officer.get(`/cases/${caseId}`);
    const name = officer.session?.account.displayName ?? '';
    const page = await stage().openAs(HANOI.supervisor, `/ho-so/${caseId}?tab=nhat-ky`);
    await page.getByRole('button', { name: 'Ai đã đọc' }).click();
    const table = page.getByRole('table', { name: 'Lượt đọc hồ sơ' });
    await table.getByText('Ai đã đọc').waitFor();
    await table.getByRole('button', { name }).first().click();
    await sees(page, `Chỉ của ${name}`);
    await table.getByText('Ai đã đọc').waitFor({ state: 'detached' });
    expect(await table.getByText('Trang hồ sơ').count()).toBeGreaterThan(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await overflowOf(page)).toBe(0);

    await page.goto('/dieu-hanh/luot-doc?tai-khoan=');
    await page.getByRole('combobox', { name: 'Người đọc' }).fill(HANOI.officer);
    await page
      .getByRole('option', { name: new RegExp(HANOI.officer) })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: caseId }).first().waitFor();
    await page.getByLabel('Đến ngày').fill('01/01/2020');
    await sees(page, 'Không có lượt đọc nào.');
  });

  test('the director sees on the record who has read it; the officer has no such panel', async () => {
    const records = await stage().as(HANOI.records);
    const { recordNumber } = await records.send<{ recordNumber: string }>('POST', '/transfers', {
      record: aRecord('Trần Văn Ai Đọc'),
    });
    await records.get(`/records/${recordNumber}`);
    const page = await stage().openAs(HANOI.director, `/ly-lich/${recordNumber}`);
    await page.getByRole('button', { name: 'Ai đã đọc' }).click();
    const table = page.getByRole('table', { name: 'Lượt đọc hồ sơ' });
    await table
      .getByText(records.session?.account.displayName ?? '')
      .first()
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const officer = await stage().openAs(HANOI.records, `/ly-lich/${recordNumber}`);
    await sees(officer, 'Phiên bản 1 · Lập bản lý lịch');
    expect(await officer.getByText('Ai đã đọc').count()).toBe(0);
  });
}
