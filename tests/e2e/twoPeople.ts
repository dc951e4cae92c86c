import { describe, expect, test } from '@jest/globals';
import { HANOI } from '../support/scenes.ts';
import { accepted, detailOf, drafted } from './arranged.ts';
import { press } from './keyboard.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

/** What another person's change may take to reach a list that is open. */
const LIVE_WITHIN_MS = 2_000;

/** People who work on the same case at the same time. */
export function twoPeople(stage: () => Stage): void {
  describe('two people', () => {
    test('of two who decide at once, the second is told that the case has changed', async () => {
      const { caseId } = await drafted(stage());
      const first = await stage().openAs(HANOI.head, `/ho-so/${caseId}`);
      const second = await stage().openAs(HANOI.head, '/viec');
      // The second page does not hear of changes: otherwise it may show the new step before the key is pressed.
      await second.route('**/api/v1/changes', (route) => route.abort());
      await second.goto(`${stage().house.url}/ho-so/${caseId}`);
      for (const page of [first, second]) {
        await page.getByRole('button', { name: 'Kiểm tra, ký nháy' }).click();
        await page.getByRole('dialog', { name: 'Kiểm tra, ký nháy' }).waitFor();
      }
      await press(first, 'Enter');
      await sees(first, /Hồ sơ ở bước “Chờ ký”/);
      await press(second, 'Enter');
      await sees(second, /Hồ sơ đã được thay đổi trong lúc bạn nhập/);
      await sees(second, /^Việc này không còn làm được/);
      expect((await detailOf(stage(), caseId)).line.step).toBe('SIGNING');
    });

    test('a case on a colleague’s desk is refused with a sentence', async () => {
      const { caseId } = await accepted(stage());
      const page = await stage().openAs(HANOI.otherOfficer, `/ho-so/${caseId}`);
      await page.getByRole('button', { name: 'Nhận xử lý' }).waitFor();
      // The page has not heard of the colleague yet.
      await page.route('**/api/v1/changes', (route) => route.abort());
      await (await stage().as(HANOI.officer)).send('PUT', `/cases/${caseId}/claim`);
      await page.route(`**/api/v1/cases/${caseId}`, (route) => route.abort());
      await page.getByRole('button', { name: 'Nhận xử lý' }).click();
      await sees(page, 'Đồng nghiệp khác đang giữ hồ sơ này.');
    });

    test('pressing the primary act twice does it once', async () => {
      const { caseId } = await drafted(stage());
      const page = await stage().openAs(HANOI.head, `/ho-so/${caseId}`);
      await page.getByRole('button', { name: 'Kiểm tra, ký nháy' }).click();
      const dialog = page.getByRole('dialog', { name: 'Kiểm tra, ký nháy' });
      const before = (await detailOf(stage(), caseId)).line.rev;
      await dialog.getByRole('button', { name: 'Kiểm tra, ký nháy' }).dblclick();
      await sees(page, /Hồ sơ ở bước “Chờ ký”/);
      const { line } = await detailOf(stage(), caseId);
      expect([line.step, line.rev]).toEqual(['SIGNING', before + 1]);
    });

    test('a colleague’s act reaches an open worklist by itself', async () => {
      const page = await stage().openAs(HANOI.officer, '/viec?queue=unclaimed');
      await page.getByRole('table', { name: 'Danh sách hồ sơ' }).waitFor();
      await page.evaluate('window.stayed = true');
      const { caseId } = await accepted(stage());
      const row = page.locator(`tr[data-case="${caseId}"]`);
      await row.waitFor({ timeout: LIVE_WITHIN_MS });
      await (await stage().as(HANOI.otherOfficer)).send('PUT', `/cases/${caseId}/claim`);
      await row.waitFor({ state: 'detached', timeout: LIVE_WITHIN_MS });
      expect(await page.evaluate('window.stayed')).toBe(true);
    });
  });
}
