import { describe, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HANOI } from '../support/scenes.ts';
import { act, fill, openLine, transferOn, typeRecord } from './recordDesk.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

const PERSON = {
  'Họ và tên': 'Trần Văn Mẫu Sơn',
  'Ngày sinh': '11/02/1985',
  'Nơi sinh': 'Hà Nội',
  'Nơi thường trú': '1 phố Mẫu, Hà Nội',
};
const JUDGMENT = {
  'Số bản án': '7/2022/HSST',
  'Ngày tuyên': '10/05/2022',
  'Ngày có hiệu lực': '10/06/2022',
  'Tòa án': 'Tòa án nhân dân quận Ba Đình',
  'Tội danh': 'Trộm cắp tài sản',
  'Điều khoản áp dụng': 'Khoản 1 Điều 173 Bộ luật Hình sự 2015',
  'Hình phạt chính': '9 tháng tù',
};

/** A record travels from the province into the national database, through three people of the Centre. */
export function recordTransfer(stage: () => Stage): void {
  describe('a record transfer', () => {
    test('a record is entered, sent, received, checked, reviewed, approved and acknowledged', async () => {
      const province = await stage().openAs(HANOI.records, '/trao-doi');
      const caseId = await enter(province);
      await act(province, 'Gửi Trung tâm', 'Đã gửi');
      await province.getByRole('link', { name: 'Mở lý lịch để gắn mã' }).waitFor();

      const receiver = await stage().openAs('tiepnhan.tt', '/trao-doi');
      await openLine(receiver, caseId);
      await act(receiver, 'Nhận hồ sơ', 'Trung tâm đã nhận');
      await act(receiver, 'Kiểm tra thông tin', 'Đã kiểm tra');
      const reviewer = await stage().openAs('kiemtra.tt', '/trao-doi');
      await openLine(reviewer, caseId);
      await act(reviewer, 'Soát xét', 'Đã soát xét');
      const approver = await stage().openAs('duyet.tt', '/trao-doi');
      await openLine(approver, caseId);
      await act(approver, 'Cập nhật chính thức', 'Đã cập nhật chính thức');

      // The province's page is still open and shows the acknowledgement by itself.
      await sees(province, 'Trung tâm đã cập nhật chính thức');
      await sees(province, /được cập nhật chính thức vào cơ sở dữ liệu quốc gia/);
      await sees(province, 'Chuỗi nhật ký nguyên vẹn');
      await province.getByRole('link', { name: '← Trao đổi bản lý lịch' }).click();
      await province.getByRole('tab', { name: 'Đã kết thúc' }).click();
      await province.getByRole('link', { name: caseId }).waitFor();
    }, 120_000);
  });
}

/** Fills the form in, forgets one field first, and gives the transfer's number. */
async function enter(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Lập bản lý lịch mới' }).click();
  const person = page.getByRole('group', { name: 'Người bị kết án' });
  await fill(person, PERSON);
  await page.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
  await sees(page, /Còn \d+ mục cần sửa/);
  await typeRecord(page, { person: PERSON, judgment: JUDGMENT });
  await page.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
  return transferOn(page, PERSON['Họ và tên']);
}
