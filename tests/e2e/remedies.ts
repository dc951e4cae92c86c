import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anApplication, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { accepted, type Arranged } from './arranged.ts';
import { sees } from './sights.ts';
import { NARROW, type Stage } from './stage.ts';

const COMPLAINT = 'Tôi cần phiếu để kịp ngày bay';
const ANSWER = 'Khiếu nại đúng; hồ sơ đã được giao xử lý ngay trong ngày';
const REFUSAL = 'Người yêu cầu thường trú ở tỉnh khác; đã hướng dẫn nơi nộp';

/** What an applicant whose case is late, or was refused, finds at tracking; on a phone. Needs a fast clock. */
export function remedies(stage: () => Stage): void {
  describe('what an applicant can do', () => {
    test('a complaint of lateness goes to the supervisor, and its answer comes back', async () => {
      const late = await accepted(stage(), { urgent: true });
      const page = await trackedBy(stage(), late);
      await until(() => complaintOffered(page), { withinMs: 60_000 });
      await sees(page, 'Dự kiến có kết quả');
      const section = page.getByRole('region', { name: 'Khiếu nại về chậm trễ' });
      await section.getByRole('button', { name: 'Gửi khiếu nại' }).click();
      await sees(page, 'Nhập nội dung');
      await section.getByLabel('Nội dung').fill(COMPLAINT);
      await section.getByRole('button', { name: 'Gửi khiếu nại' }).click();
      await sees(page, 'đang chờ trả lời');
      expect(await section.getByRole('button').count()).toBe(0);
      expect(await isTooWide(page)).toBe(false);
      await rule(
        await stage().openAs(HANOI.supervisor, '/dieu-hanh/khieu-nai?noi-dung=LATE', NARROW),
        late,
      );
      await page.getByRole('button', { name: 'Cập nhật tình trạng' }).click();
      await sees(page, `Trả lời: ${ANSWER}`);
    }, 120_000);

    test('a refused applicant reads why and takes the refusal home', async () => {
      const refused = await refusedAtCounter(stage());
      const page = await trackedBy(stage(), refused);
      await sees(page, 'Cơ quan nhận hồ sơ không có thẩm quyền cấp phiếu này.');
      await sees(page, REFUSAL);
      expect(await isTooWide(page)).toBe(false);
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: /Tải phiếu từ chối/ }).click();
      expect((await downloading).suggestedFilename()).toBe(`phieu-tu-choi-${refused.caseId}.pdf`);
      const desk = await stage().openAs(HANOI.desk, `/ho-so/${refused.caseId}?tab=giay-to`);
      await desk.getByRole('link', { name: /Phiếu từ chối giải quyết hồ sơ/ }).waitFor();
    }, 120_000);
  });
}

/** The tracking page of an application on a phone. */
async function trackedBy(stage: Stage, { trackingCode, subject }: Arranged): Promise<Page> {
  const page = await stage.openAs(null, '/tra-cuu', NARROW);
  await page.getByLabel('Mã tra cứu').fill(trackingCode);
  await page.getByLabel('Ngày sinh').fill(subject.birthDate.split('-').toReversed().join('/'));
  await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await sees(page, 'Tiến trình');
  return page;
}

/** Look again until the legal date has passed. */
async function complaintOffered(page: Page): Promise<boolean> {
  await page.getByRole('button', { name: 'Cập nhật tình trạng' }).click();
  await sees(page, 'Tiến trình');
  return page.getByRole('heading', { name: 'Khiếu nại về chậm trễ' }).isVisible();
}

/** On a phone. */
async function rule(page: Page, { caseId }: Arranged): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: caseId });
  await row.getByText(COMPLAINT).waitFor();
  await row.getByText(/chậm trễ: quá hạn/).waitFor();
  const button = row.getByRole('button', { name: 'Kết luận' });
  const { x = 0, width = 0 } = (await button.boundingBox()) ?? {};
  // A click would scroll the table sideways by itself: who holds the phone may not know that it can be.
  expect([width > 0, x + width <= NARROW.width]).toEqual([true, true]);
  await button.click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Ngày hết hạn đúng').count()).toBe(0);
  await dialog.getByLabel('Lý do kết luận').fill(ANSWER);
  await dialog.getByLabel('Căn cứ pháp luật').fill('Luật Khiếu nại 2011, Điều 7');
  await dialog.getByRole('button', { name: 'Ghi kết luận' }).click();
  await sees(page, 'Đã ghi kết luận. Hồ sơ không thay đổi.');
}

async function refusedAtCounter(stage: Stage): Promise<Arranged> {
  const { subject } = anApplication();
  const handedIn = await accepted(stage, { subject, accept: false });
  const desk = await stage.as(HANOI.desk);
  await desk.act(handedIn.caseId, 'refuse', { ground: 'NOT_COMPETENT' }, { reason: REFUSAL });
  return handedIn;
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
