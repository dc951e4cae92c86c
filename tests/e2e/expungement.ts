import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HANOI, JUDGMENT, RECORD_FOUND } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { asked, detailOf } from './arranged.ts';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

/** A judgment told in words: the officer completes it, the rules reason, the officer decides. */
export function expungement(stage: () => Stage): void {
  describe('expungement', () => {
    test('a judgment is completed, evaluated beside the officer and drafted with its reasons', async () => {
      const { caseId } = await asked(stage(), { birthDate: '1980-05-05' });
      await bothTell(stage(), caseId);
      const page = await stage().openAs(HANOI.officer, `/ho-so/${caseId}?tab=ket-qua`);
      await sees(page, 'Cần hỏi: chi tiết bản án → Công an, Tòa án');
      await complete(page);
      await sees(page, 'Đương nhiên được xóa án tích ngày 20/03/2018');
      await page.getByText(/^Lập luận/).click();
      await sees(page, 'Lấy kết quả có lợi cho người bị kết án');
      await draftOtherwise(page);
      const { draft, conclusion } = await detailOf(stage(), caseId);
      expect(conclusion).toBe('HAS_RECORD');
      expect(draft?.entries).toMatchObject([{ standing: 'NOT_EXPUNGED', expungedOn: null }]);
      expect(draft?.evaluation?.entries).toMatchObject([{ expungedOn: '2018-03-20' }]);
      const head = await stage().openAs(HANOI.head, `/ho-so/${caseId}?tab=ket-qua`);
      await sees(head, 'Chờ kết quả điều tra hành vi mới');
      await sees(head, 'Đương nhiên được xóa án tích ngày 20/03/2018');
    }, 120_000);
  });
}

/** Police and court tell of the same judgment, in words. */
async function bothTell(stage: Stage, caseId: string): Promise<void> {
  const answer = RECORD_FOUND;
  for (const [who, request] of [
    [HANOI.policeLiaison, 'POLICE-1'],
    [HANOI.courtLiaison, 'COURT-1'],
  ] as const) {
    const liaison = await stage.as(who);
    const requestId = `${caseId}/${request}`;
    await until(async () => {
      const { verifications } = await detailOf(stage, caseId);
      return verifications.some((verification) => verification.requestId === requestId);
    });
    await liaison.send('POST', '/verifications/answers', { requestId, answer });
  }
}

/** What the words do not say; article, penalty and completion are read from them. */
async function complete(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bổ sung chi tiết bản án 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bổ sung chi tiết bản án 1' });
  expect(await dialog.getByLabel('Điều', { exact: true }).inputValue()).toBe('138');
  await dialog.getByLabel('Ngày phạm tội').fill('02/11/2014');
  await dialog.getByLabel('Ngày có hiệu lực').fill('01/01/2015');
  await choose(page, 'Lỗi', 'Cố ý');
  await choose(page, 'Loại tội phạm', 'Ít nghiêm trọng');
  await choose(page, 'Phạm tội mới', 'Không phạm tội mới (đã xác minh)');
  await press(page, 'Control+Enter');
  await sees(page, /Ngày có hiệu lực trước ngày tuyên án/);
  await dialog.getByLabel('Ngày có hiệu lực').fill('20/04/2015');
  await press(page, 'Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByTitle(option, { exact: true }).click();
}

/** The rules stand in the form; deciding otherwise asks for a reason. */
async function draftOtherwise(page: Page): Promise<void> {
  await press(page, 'a');
  const dialog = page.getByRole('dialog', { name: 'Thẩm tra và dự thảo' });
  await dialog.getByText('Theo luật: Đương nhiên được xóa án tích').waitFor();
  expect(await dialog.getByLabel('Số bản án').inputValue()).toBe(JUDGMENT.judgmentNumber);
  await dialog.getByLabel('Có án tích', { exact: true }).check();
  await choose(page, 'Tình trạng ghi trên phiếu', 'Chưa được xóa án tích');
  await dialog.getByLabel('Ngày xóa án tích (nếu đã xóa)').fill('');
  await press(page, 'Control+Enter');
  await dialog.getByText('Cần nhập').waitFor();
  const why = dialog.getByLabel('Lý do quyết định khác kết quả tính');
  await why.fill('Chờ kết quả điều tra hành vi mới');
  await press(page, 'Control+Enter');
  await sees(page, /Hồ sơ ở bước “Chờ kiểm tra”/);
}
