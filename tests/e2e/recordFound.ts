import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HANOI, JUDGMENT } from '../support/scenes.ts';
import { type Arranged, asked, detailOf } from './arranged.ts';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

const JUDGMENT_LABELS = {
  'Số bản án, quyết định': JUDGMENT.judgmentNumber,
  'Tòa án đã tuyên': JUDGMENT.court,
  'Tội danh': JUDGMENT.offence,
  'Điều khoản áp dụng': JUDGMENT.provision,
  'Hình phạt': JUDGMENT.penalty,
  'Tình trạng thi hành án': JUDGMENT.executionStatus,
  'Ngày tuyên': '20/03/2015',
};

/** A record the police knows of: two confirmations, the court, a draft that comes back once. */
export function recordFound(stage: () => Stage): void {
  describe('a record found', () => {
    test('a record found is confirmed twice, put to the court, drafted, returned and corrected', async () => {
      const arranged = await asked(stage());
      const police = await stage().openAs(HANOI.policeLiaison, '/lien-thong');
      await tellRecord(police, arranged, 'Công an');
      const court = await stage().openAs(HANOI.courtLiaison, '/lien-thong');
      await tellRecord(court, arranged, 'Tòa án');

      const { caseId } = arranged;
      const officer = await stage().openAs(HANOI.officer, `/ho-so/${caseId}?tab=xac-minh`);
      await expectBothAnswers(officer);
      await draftWithRecord(officer);
      const head = await stage().openAs(HANOI.head, `/ho-so/${caseId}`);
      await giveBack(head);
      await correct(officer, caseId);
      await checkAfterwards(head);
      const { conclusion, draft } = await detailOf(stage(), caseId);
      expect(conclusion).toBe('HAS_RECORD');
      expect(draft?.reasoning).toContain('Đã bổ sung căn cứ.');
    }, 120_000);
  });
}

/** The liaison answers "record found": a second Enter by habit confirms nothing. */
async function tellRecord(page: Page, { caseId, subject }: Arranged, kind: string): Promise<void> {
  await page.getByRole('button').filter({ hasText: caseId }).click();
  await page.getByRole('heading', { name: `${caseId} · ${kind}` }).waitFor();
  // The keys work with the focus on the filter too.
  await page.locator('label').filter({ hasText: 'Tất cả' }).click();
  await press(page, '2');
  await page.getByRole('button', { name: 'Xác nhận lần 1: đúng người này' }).click();
  await sees(page, 'Cần điền mục này.');
  for (const [label, text] of Object.entries(JUDGMENT_LABELS)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  await press(page, 'Enter');
  await sees(page, `Câu trả lời sẽ ghi 1 bản án cho ${subject.fullName}`);
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Xác nhận lần 2 và gửi' }).waitFor();
  expect(await page.getByText('Đã gửi').count()).toBe(0);
  await press(page, 'Control+Enter');
  const found = kind === 'Công an' ? 'Có thông tin án tích' : 'Có bản án';
  await sees(page, `Đã gửi: ${found} (${subject.fullName})`);
}

async function expectBothAnswers(page: Page): Promise<void> {
  const panel = page.getByRole('tabpanel', { name: 'Xác minh' });
  await panel.getByText('Có thông tin án tích').nth(1).waitFor();
  expect(await panel.locator('.answer').getByText(JUDGMENT.offence).count()).toBe(2);
}

/** A conclusion that the judgments do not bear out does not leave the dialog. */
async function draftWithRecord(page: Page): Promise<void> {
  await press(page, 'a');
  const dialog = page.getByRole('dialog', { name: 'Thẩm tra và dự thảo' });
  await dialog.getByLabel('Không có án tích', { exact: true }).check();
  await press(page, 'Control+Enter');
  await sees(page, 'Kết luận không khớp với các bản án và ngày xóa án tích');
  await dialog.getByLabel('Có án tích', { exact: true }).check();
  await press(page, 'Control+Enter');
  await sees(page, /Hồ sơ ở bước “Chờ kiểm tra”/);
}

async function giveBack(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Kết quả' }).click();
  await sees(page, 'Có án tích');
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await page.getByLabel('Lý do', { exact: true }).fill('Chưa nêu căn cứ kết luận');
  await press(page, 'Control+Enter');
  await sees(page, /Hồ sơ ở bước “Thẩm tra”/);
}

/** The officer finds the case among those returned, with the reason, and changes only what is missing. */
async function correct(page: Page, caseId: string): Promise<void> {
  await page.goto('/viec?queue=returned');
  await page.getByRole('link', { name: caseId }).click();
  await sees(page, 'Chưa nêu căn cứ kết luận');
  await press(page, 'a');
  const dialog = page.getByRole('dialog', { name: 'Thẩm tra và dự thảo' });
  const reasoning = dialog.getByLabel('Nội dung thẩm tra');
  await reasoning.fill(`${await reasoning.inputValue()}\nĐã bổ sung căn cứ.`);
  await dialog.getByLabel('Có án tích', { exact: true }).check();
  await press(page, 'Control+Enter');
  await sees(page, /Hồ sơ ở bước “Chờ kiểm tra”/);
}

async function checkAfterwards(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra, ký nháy' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kiểm tra, ký nháy' }).click();
  await sees(page, /Hồ sơ ở bước “Chờ ký”/);
}
