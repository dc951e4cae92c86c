import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CaseDetail, CaseEvents } from '../../domain/case.ts';
import type * as z from 'zod';
import { readPdf } from '../print/readPdf.ts';
import { choose, press, tabTo, tick, typeInto } from './keyboard.ts';
import { factOf, sees } from './sights.ts';
import type { Stage } from './stage.ts';

const APPLICANT = {
  name: 'Nguyễn Thị Mẫu Hoa',
  personalId: '001190012345',
  birthDate: '07/03/1990',
};
const HA_NOI = { typed: 'ha noi', option: 'Hà Nội' };

/** One application from the counter to the citizen's hand; officers and liaison never touch a mouse. */
export function wholeCase(stage: () => Stage): void {
  describe('the whole case', () => {
    test('an application goes from the counter to the citizen by keyboard alone', async () => {
      const { caseId, trackingCode } = await takeIn(await signIn(stage(), 'Cán bộ một cửa'));
      const officer = await signIn(stage(), 'Chuyên viên thụ lý');
      await classify(officer, caseId);
      await answer(await signIn(stage(), 'Cán bộ tra cứu'), caseId);
      await draft(officer, caseId);
      await initial(await signIn(stage(), 'Trưởng phòng'), caseId);
      await sign(await signIn(stage(), 'Giám đốc Sở'), caseId);
      const code = await issue(await signIn(stage(), 'Văn thư'), caseId);
      await post(await signIn(stage(), 'Cán bộ một cửa'), caseId);
      await track(await stage().open('/tra-cuu'), trackingCode);
      await verify(await stage().open('/xac-thuc'), code);
      await expectClosed(stage(), caseId);
    }, 120_000);
  });
}

/** A person of Hà Nội, by a click on a demonstration account: the only click of the story. */
async function signIn(stage: Stage, title: string): Promise<Page> {
  const page = await stage.open('/dang-nhap');
  const haNoi = page.getByRole('region', { name: /Hà Nội/ });
  await haNoi.getByRole('button').filter({ hasText: title }).first().click();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  return page;
}

async function takeIn(page: Page): Promise<{ caseId: string; trackingCode: string }> {
  await tabTo(page, page.getByRole('link', { name: 'Tiếp nhận', exact: true }));
  await press(page, 'Enter');
  // The first field has the focus already.
  await page.getByRole('heading', { name: 'Tiếp nhận hồ sơ tại quầy' }).waitFor();
  await page.keyboard.type(APPLICANT.personalId);
  await typeInto(page, 'Họ và tên', APPLICANT.name);
  await typeInto(page, 'Ngày sinh', APPLICANT.birthDate);
  await typeInto(page, 'Nơi sinh', 'Hà Nội');
  await typeInto(page, 'Nơi thường trú', '12 phố Hàng Mẫu');
  await choose(page, 'Tỉnh, thành phố (nơi thường trú)', HA_NOI);
  await typeInto(page, 'Mục đích sử dụng', 'Xin việc làm');
  await choose(page, 'Nhận kết quả', { typed: 'buu chinh', option: 'Qua bưu chính' });
  await typeInto(page, 'Địa chỉ nhận', '12 phố Hàng Mẫu');
  await choose(page, 'Tỉnh, thành phố (địa chỉ nhận)', HA_NOI);
  await tick(page, 'Đã thu phí');
  await tick(page, 'Tờ khai yêu cầu cấp phiếu');
  await tick(page, 'Bản sao giấy tờ tùy thân');
  await press(page, 'Control+Enter');
  await sees(page, 'Đã tiếp nhận hồ sơ');
  await sees(page, APPLICANT.name);
  await sees(page, 'Đủ giấy tờ');
  const caseId = await factOf(page, 'Số hồ sơ');
  const trackingCode = await factOf(page, 'Mã tra cứu');
  expect(caseId).toMatch(/^HN-P-2023-\d{6}$/);
  expect(trackingCode).toMatch(/^[A-Z2-9]{10}$/);
  // Ten days (Law 28/2009 Art. 48), the first not counted, to the end of the day.
  expect(await factOf(page, 'Ngày hẹn trả')).toBe('28/09/2023 23:59');
  return { caseId, trackingCode };
}

async function classify(page: Page, caseId: string): Promise<void> {
  const row = page.locator(`tr[data-case="${caseId}"]`);
  await row.waitFor();
  await press(page, 'j', 'k', 'Enter');
  await page.getByRole('heading', { name: caseId }).waitFor();
  await press(page, 'c');
  await page.getByRole('button', { name: 'Trả về hàng chờ' }).waitFor();
  await press(page, 'a');
  await page.getByRole('dialog', { name: 'Phân loại và gửi xác minh' }).waitFor();
  await press(page, 'Control+Enter');
  await sees(page, /Hồ sơ ở bước “Đang xác minh”/);
}

/** Three strokes: which answer, and sending it. */
async function answer(page: Page, caseId: string): Promise<void> {
  await page.getByRole('heading', { name: `${caseId} · Công an` }).waitFor();
  await press(page, 'k', '1', 'Enter');
  await sees(page, `Đã gửi: Không có thông tin (${APPLICANT.name})`);
  await sees(page, 'Không còn yêu cầu nào chờ đơn vị trả lời.');
}

async function draft(page: Page, caseId: string): Promise<void> {
  // The officer's page is still open and learns of the answer by itself.
  await sees(page, 'Thẩm tra và dự thảo');
  await press(page, 'a');
  const dialog = page.getByRole('dialog', { name: 'Thẩm tra và dự thảo' });
  await dialog
    .getByText(/trả lời ngày .*: Không có thông tin\./)
    .first()
    .waitFor();
  await press(page, 'Control+Enter');
  await sees(page, /Hồ sơ ở bước “Chờ kiểm tra”/);
  expect(page.url()).toContain(caseId);
}

async function initial(page: Page, caseId: string): Promise<void> {
  await page.locator(`tr[data-case="${caseId}"]`).waitFor();
  await press(page, 'n');
  await page.getByRole('heading', { name: caseId }).waitFor();
  await press(page, 'a');
  await page.getByRole('dialog', { name: 'Kiểm tra, ký nháy' }).waitFor();
  await press(page, 'Enter');
  await sees(page, /Hồ sơ ở bước “Chờ ký”/);
}

async function sign(page: Page, caseId: string): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Kiểm tra và ký' }));
  await press(page, 'Enter');
  await page.getByRole('heading', { name: caseId }).waitFor();
  await page.getByTitle('Dự thảo phiếu').waitFor();
  await press(page, 'a');
  await page.getByRole('dialog', { name: 'Ký phiếu' }).waitFor();
  await press(page, 'Enter');
  await sees(page, /Hồ sơ ở bước “Chờ cấp số, đóng dấu”/);
  await sees(page, 'Không có phiếu nào chờ bạn');
}

/** Gives the verification code that the certificate bears beside its QR code. */
async function issue(page: Page, caseId: string): Promise<string> {
  await page.locator(`tr[data-case="${caseId}"]`).waitFor();
  await press(page, 'n');
  await page.getByRole('heading', { name: caseId }).waitFor();
  await press(page, 'a');
  await page.getByRole('dialog', { name: 'Cấp số, đóng dấu' }).waitFor();
  await press(page, 'Enter');
  await sees(page, /Hồ sơ ở bước “Chờ trả kết quả”/);
  await tabTo(page, page.getByRole('tab', { name: 'Tóm tắt' }));
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
  const certificate = page.getByRole('row').filter({ hasText: 'Có hiệu lực' });
  const code = (await certificate.locator('td').last().innerText()).trim();
  const paper = await page.request.get(`/api/v1/cases/${caseId}/certificate.pdf`);
  expect(readPdf(await paper.body()).text.replaceAll(/\s/gu, '')).toContain(code);
  return code;
}

async function post(page: Page, caseId: string): Promise<void> {
  await page.locator(`tr[data-case="${caseId}"]`).waitFor();
  await press(page, 'n');
  await page.getByRole('heading', { name: caseId }).waitFor();
  await press(page, 'a');
  await page.getByRole('dialog', { name: 'Gửi bưu chính' }).waitFor();
  await press(page, 'Enter');
  await sees(page, /Hồ sơ ở bước “Đang chuyển phát”/);
  // The post delivers and says so; nobody reloads the page.
  await page.getByText('Đã trả kết quả').first().waitFor();
  await sees(page, 'Bạn không có việc gì ở bước này.');
}

async function track(page: Page, trackingCode: string): Promise<void> {
  await typeInto(page, 'Mã tra cứu', trackingCode);
  await typeInto(page, 'Ngày sinh', APPLICANT.birthDate);
  await press(page, 'Enter');
  await sees(page, 'Người nhận đã có phiếu.');
  await sees(page, 'qua bưu chính');
  await sees(page, /^EV\d{9}VN$/);
  expect(await page.getByText(APPLICANT.name).count()).toBe(0);
}

async function verify(page: Page, code: string): Promise<void> {
  await typeInto(page, 'Mã xác thực', code);
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Phiếu hợp lệ' }).waitFor();
  expect(page.url()).toContain(`/xac-thuc/${code}`);
}

async function expectClosed(stage: Stage, caseId: string): Promise<void> {
  const officer = await stage.as('chuyenvien1.hn');
  const { line } = await officer.get<CaseDetail>(`/cases/${caseId}`);
  expect(line.step).toBe('CLOSED');
  const log = await officer.get<z.infer<typeof CaseEvents>>(`/cases/${caseId}/events`);
  expect(log.events.map(({ act }) => act)).toEqual([
    'receiveAndAccept',
    'classify',
    'answerVerification',
    'draft',
    'check',
    'sign',
    'issue',
    'post',
    'confirmDelivery',
  ]);
  expect(log.chainIntact).toBe(true);
}
