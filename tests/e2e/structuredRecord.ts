import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HANOI, JUDGMENT } from '../support/scenes.ts';
import { asked, detailOf } from './arranged.ts';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';
import { NARROW, type Stage } from './stage.ts';

const WORDS = {
  'Số bản án, quyết định': JUDGMENT.judgmentNumber,
  'Tòa án đã tuyên': JUDGMENT.court,
  'Tội danh': JUDGMENT.offence,
  'Điều khoản áp dụng': JUDGMENT.provision,
  'Hình phạt': JUDGMENT.penalty,
  'Tình trạng thi hành án': JUDGMENT.executionStatus,
  'Ngày tuyên': '20/03/2015',
};

/** A judgment told fact by fact, and what the officer is then proposed to ask. */
export function structuredRecord(stage: () => Stage): void {
  describe('a judgment told fact by fact', () => {
    test('the liaison enters it by keyboard, a contradiction is refused at its field, the officer asks on by one key', async () => {
      const { caseId } = await asked(stage());
      const police = await stage().openAs(HANOI.policeLiaison, '/lien-thong');
      await police.getByRole('button').filter({ hasText: caseId }).click();
      await police.getByRole('heading', { name: new RegExp(caseId, 'u') }).waitFor();
      await press(police, '2');
      for (const [label, text] of Object.entries(WORDS))
        await police.getByLabel(label, { exact: true }).fill(text);
      await tellFacts(police);
      await press(police, 'Control+Enter');
      await sees(police, 'Câu trả lời sẽ ghi 1 bản án');
      await sees(police, '20/04/2015');
      await press(police, 'Control+Enter');
      await sees(police, 'Đã gửi');

      const { answers } = await detailOf(stage(), caseId);
      expect(answers?.[0]?.entries[0]?.details).toMatchObject({
        effectiveDate: '2015-04-20',
        offences: [{ penalCode: '1999', article: 138, clause: 1 }],
        principal: { kind: 'PRISON', months: 12, execution: { state: 'DONE', on: '2016-03-20' } },
        courtFees: { text: '200.000 đồng', execution: { state: 'UNKNOWN', on: null } },
      });
      await askOn(await stage().openAs(HANOI.officer, `/ho-so/${caseId}?tab=xac-minh`));
      const { verifications } = await detailOf(stage(), caseId);
      expect(verifications.map(({ unit }) => unit)).toContain('THADS-01');
      const narrow = await stage().openAs(HANOI.officer, `/ho-so/${caseId}?tab=xac-minh`, NARROW);
      // The card, not the header: it names units by code only until the directory is there.
      await narrow.getByRole('group', { name: /^Cục Thi hành án dân sự/u }).waitFor();
    }, 120_000);
  });
}

/** The facts are begun from the words; a day of completion before the judgment stops the answer at its field. */
async function tellFacts(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhập dữ kiện có cấu trúc' }).focus();
  await press(page, 'Enter');
  const facts = page.getByRole('region', { name: 'Nhập dữ kiện có cấu trúc' });
  const done = facts.getByLabel('Ngày xong').first();
  expect(await done.inputValue()).toBe('20/03/2016');
  await facts.getByLabel('Ngày có hiệu lực').fill('20/04/2015');
  await done.fill('01/01/2014');
  await facts.getByRole('group', { name: 'Án phí' }).getByLabel('Nội dung').fill('200.000 đồng');
  await press(page, 'Control+Enter');
  await sees(page, 'Chấp hành xong trước ngày tuyên án');
  expect(await page.getByText('Xác nhận lần 2 và gửi').count()).toBe(0);
  await page.locator(':focus').and(done).waitFor();
  await done.fill('20/03/2016');
}

async function askOn(page: Page): Promise<void> {
  await sees(page, 'Nên hỏi thêm');
  await sees(page, 'THADS-01');
  await press(page, 'x');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await press(page, 'Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Nên hỏi thêm').waitFor({ state: 'hidden' });
}
