import { describe, expect, test } from '@jest/globals';
import { HANOI, JUDGMENT, RECORD_DRAFT, RECORD_FOUND } from '../support/scenes.ts';
import { type Arranged, asked } from './arranged.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

/** A judgment that police and court know of becomes a record once the certificate is issued. */
export function foundJudgments(stage: () => Stage): void {
  describe('a judgment found while a certificate is issued', () => {
    test('the record officer finds it in the list, completes it, and both pages name each other', async () => {
      const { caseId, subject } = await certified(stage());
      const page = await stage().openAs(HANOI.records, '/ly-lich');
      await page.getByRole('link', { name: 'Án tích tìm thấy khi cấp phiếu' }).click();
      await page.getByRole('link', { name: caseId }).click();
      await sees(page, 'Án tích tìm thấy và bản lý lịch tư pháp');
      await page.getByRole('button', { name: 'Lập bản lý lịch tư pháp' }).click();
      const dialog = page.getByRole('dialog', { name: 'Lập bản lý lịch tư pháp' });
      expect(await dialog.getByLabel('Họ và tên', { exact: true }).inputValue()).toBe(
        subject.fullName,
      );
      await dialog.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
      await sees(page, 'Bắt buộc nhập');
      await dialog.getByLabel('Ngày có hiệu lực').fill('20/04/2015');
      await dialog.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
      await sees(page, 'Đã lập bản lý lịch');
      await page
        .getByRole('link', { name: /^01HN2023\/\d{5}$/u })
        .first()
        .click();
      await sees(page, 'Lập từ hồ sơ cấp phiếu');
      await page.getByRole('link', { name: caseId }).waitFor();
      await sees(page, JUDGMENT.court);
    }, 120_000);
  });
}

/** An application whose certificate says "has a record", as police and court told. */
async function certified(stage: Stage): Promise<Arranged> {
  const arranged = await asked(stage, { personalId: '001185404040' });
  const { caseId } = arranged;
  const police = await stage.as(HANOI.policeLiaison);
  const court = await stage.as(HANOI.courtLiaison);
  const path = '/verifications/answers';
  await police.send('POST', path, { requestId: `${caseId}/POLICE-1`, answer: RECORD_FOUND });
  await court.send('POST', path, { requestId: `${caseId}/COURT-1`, answer: RECORD_FOUND });
  const officer = await stage.as(HANOI.officer);
  await officer.act(caseId, 'draft', RECORD_DRAFT.codes, RECORD_DRAFT.paper);
  await (await stage.as(HANOI.head)).act(caseId, 'check');
  await (await stage.as(HANOI.director)).act(caseId, 'sign');
  await (await stage.as(HANOI.seal)).act(caseId, 'issue');
  return arranged;
}
