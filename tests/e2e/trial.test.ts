import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { TRIAL_DAY } from '../support/exchange.ts';
import { HANOI } from '../support/scenes.ts';
import { press } from './keyboard.ts';
import { act, choose, fill, openLine, transferOn, typeRecord } from './recordDesk.ts';
import { sees } from './sights.ts';
import { openStage, type Stage } from './stage.ts';

/** The trial of 2015 on its pages: who enters, receives, checks, reviews and updates sits at a browser. */
let stage: Stage;
let province: Page;
let receiver: Page;
let reviewer: Page;
let approver: Page;
let head: Page;

beforeAll(async () => {
  stage = await openStage({ from: TRIAL_DAY });
  const at = (username: string, path: string): Promise<Page> => stage.openAs(username, path);
  province = await at(HANOI.records, '/trao-doi');
  receiver = await at('tiepnhan.tt', '/trao-doi');
  reviewer = await at('kiemtra.tt', '/trao-doi');
  approver = await at('duyet.tt', '/trao-doi');
  head = await at(HANOI.head, '/ly-lich');
}, 120_000);
afterAll(() => stage?.close(), 60_000);

const NAME = 'Trần Văn Mẫu Thử';
const RECORD = {
  person: {
    'Họ và tên': NAME,
    'Ngày sinh': '11/02/1985',
    'Nơi sinh': 'Hà Nội',
    'Nơi thường trú': '1 phố Mẫu, Hà Nội',
  },
  judgment: {
    'Số bản án': '7/2015/HSST',
    'Ngày tuyên': '10/03/2015',
    'Ngày có hiệu lực': '10/04/2015',
    'Tòa án': 'Tòa án nhân dân quận Ba Đình',
    'Tội danh': 'Trộm cắp tài sản',
    'Điều khoản áp dụng': 'Khoản 1 Điều 138 Bộ luật Hình sự 1999',
    'Hình phạt chính': '9 tháng tù',
  },
};
const MOTHER = { 'Họ tên mẹ (không bắt buộc)': 'Lê Thị Mẫu' };
const DOCUMENT = {
  'Loại văn bản': 'Giấy chứng nhận chấp hành xong án phạt tù',
  'Số văn bản': '5/GCN',
  'Ngày văn bản': '20/05/2015',
  'Cơ quan ban hành': 'Trại giam Mẫu',
  'Nội dung': 'Đã chấp hành xong hình phạt 9 tháng tù.',
};

/** The record's transfer and number, and its slip's transfer, as the pages gave them. */
const made = { caseId: '', number: '' };

async function sendAndReceive(caseId: string): Promise<void> {
  await act(province, 'Gửi Trung tâm', 'Đã gửi');
  await receiver.goto(`/trao-doi/${caseId}`);
  await act(receiver, 'Nhận hồ sơ', 'Trung tâm đã nhận');
  // The other page hears of it by itself; an act before that would be one on what is over.
  await province.locator('.records-head').getByText('Trung tâm đã nhận').waitFor();
}

/** Checked, reviewed and updated by three people, who find it in their lists. */
async function takeOver(caseId: string): Promise<void> {
  await receiver.goto(`/trao-doi/${caseId}`);
  await act(receiver, 'Kiểm tra thông tin', 'Đã kiểm tra');
  await reviewer.goto('/trao-doi');
  await openLine(reviewer, caseId);
  await act(reviewer, 'Soát xét', 'Đã soát xét');
  await approver.goto('/trao-doi');
  await openLine(approver, caseId);
  await act(approver, 'Cập nhật chính thức', 'Đã cập nhật chính thức');
  await sees(province, 'Trung tâm đã cập nhật chính thức');
}

/** What both books say in the sections of a record, once both pages call them equal. */
async function bothBooks(): Promise<string[][]> {
  const sections = async (page: Page): Promise<string[]> => {
    await page.goto(`/ly-lich/${made.number}`);
    await sees(page, 'Hai bên giống nhau');
    // The province stands there as its code until names are known.
    const province = page.locator('.record-book dl > div').filter({ hasText: 'Tỉnh, thành phố' });
    await province.getByText('Hà Nội').waitFor();
    return page.locator('section[aria-labelledby^="section-"]').allInnerTexts();
  };
  return [await sections(head), await sections(approver)];
}

test('a record is entered, given back with its reason, corrected, and received again', async () => {
  await province.getByRole('link', { name: 'Lập bản lý lịch mới' }).click();
  await typeRecord(province, RECORD);
  await province.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
  made.caseId = await transferOn(province, NAME);
  made.number = await province.locator('.records-facts .case-number').first().innerText();
  await sendAndReceive(made.caseId);
  const posted = { 'Số bưu gửi': 'RA123456789VN' };
  await act(province, 'Ghi nhận đã gửi bản giấy', 'Trung tâm đã nhận', posted);
  // What was done meanwhile is looked at first: an act on the case as it stood before would be refused.
  await receiver.goto(`/trao-doi/${made.caseId}`);
  await act(receiver, 'Trả lại hồ sơ', 'Bị trả lại', { 'Lý do': 'Thiếu họ tên mẹ' });
  await sees(province, /Lý do trả lại: Thiếu họ tên mẹ/u);
  await province.getByRole('button', { name: 'Sửa thông tin' }).click();
  const dialog = province.getByRole('dialog');
  await fill(dialog, MOTHER);
  await dialog.getByRole('button', { name: 'Lưu bản sửa' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await sendAndReceive(made.caseId);
}, 180_000);

test('the paper is registered, the difference is shown field by field and asked, and the record is taken over', async () => {
  await receiver.goto('/trao-doi/ban-giay/moi');
  await fill(receiver, { 'Mã số': made.number, 'Số bưu gửi': 'RA123456789VN' });
  await typeRecord(receiver, {
    person: { ...RECORD.person, ...MOTHER },
    judgment: { ...RECORD.judgment, 'Hình phạt chính': '15 tháng tù' },
  });
  await receiver.getByRole('button', { name: 'Vào sổ bản giấy' }).click();
  await receiver.waitForURL(`**/${made.caseId}`);
  await sees(receiver, 'Hai bản khác nhau ở 1 mục');
  const row = receiver.getByRole('row').filter({ hasText: '15 tháng tù' });
  const said = (await row.locator('td').allInnerTexts()).map((text) => text.trim());
  expect(said).toEqual(['Hình phạt chính', '9 tháng tù', '15 tháng tù']);
  const asked = { 'Nội dung gửi đơn vị': 'Hình phạt chính khác nhau' };
  await act(receiver, 'Hỏi Sở Tư pháp về khác biệt', 'Đang hỏi Sở Tư pháp về khác biệt', asked);

  const answer = 'Trả lời về khác biệt';
  await province.getByRole('button', { name: answer }).click();
  const dialog = province.getByRole('dialog', { name: answer });
  await dialog.getByLabel('Bản điện tử đúng').check();
  await fill(dialog, { 'Lý do': 'Bản giấy in nhầm' });
  await dialog.getByRole('button', { name: answer }).click();
  await dialog.waitFor({ state: 'hidden' });
  await sees(receiver, /Sở Tư pháp đã trả lời: Bản điện tử đúng/u);
  await takeOver(made.caseId);
}, 180_000);

test('a slip is entered, its paper registered, and both books say the same', async () => {
  await province.getByRole('link', { name: 'Lập phiếu bổ sung' }).click();
  await fill(province, DOCUMENT);
  await province.getByRole('button', { name: 'Lập phiếu bổ sung' }).click();
  await province.waitForURL((url) => !url.pathname.includes(made.caseId));
  const slip = await transferOn(province, DOCUMENT['Nội dung']);
  await sendAndReceive(slip);
  await registerSlip(slip, async () => fill(receiver, DOCUMENT));
  await takeOver(slip);
  const [own, copy] = await bothBooks();
  expect(own).toEqual(copy);
  expect(own?.join('\n')).toContain('Đã chấp hành xong hình phạt 9 tháng tù.');
}, 180_000);

test('an approved change is told by a slip of one key, and both books are equal again', async () => {
  await province.goto(`/ly-lich/${made.number}`);
  await province.getByRole('button', { name: 'Đề nghị thay đổi' }).click();
  const dialog = province.getByRole('dialog');
  await fill(dialog, { 'Nơi sinh': 'Hải Phòng', 'Lý do, căn cứ': 'Giấy khai sinh' });
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await head.goto(`/ly-lich/${made.number}`);
  await head.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
  await sees(head, /đã duyệt/u);
  await province.goto(`/ly-lich/${made.number}`);
  await sees(province, 'Lập phiếu bổ sung gửi Trung tâm · b');
  await press(province, 'b');
  const slip = await transferOn(province, 'Báo thay đổi đã duyệt');
  await sees(province, 'Hải Phòng');
  await sendAndReceive(slip);
  await registerSlip(slip, typeChange);
  await sees(receiver, 'Hai bản giống nhau ở mọi mục.');
  await takeOver(slip);
  await bothBooks();
  expect(await factOfBook(approver, 'Nơi sinh')).toContain('Hải Phòng');
}, 180_000);

async function registerSlip(slip: string, type: () => Promise<void>): Promise<void> {
  await receiver.goto('/trao-doi/ban-giay/moi');
  await receiver.getByRole('radio', { name: 'Phiếu bổ sung' }).check();
  await fill(receiver, { 'Mã số': made.number, 'Số giao dịch của phiếu': slip });
  await type();
  await receiver.getByRole('button', { name: 'Vào sổ bản giấy' }).click();
  await receiver.waitForURL(`**/${slip}`);
  await sees(receiver, slip);
}

/** The paper of a change, typed field by field. */
async function typeChange(): Promise<void> {
  await receiver.getByRole('radio', { name: 'Thay đổi đã duyệt' }).check();
  await choose(receiver, 'Loại thay đổi', 'Đính chính thông tin cá nhân');
  await choose(receiver, 'Mục', 'Nơi sinh');
  await fill(receiver, { 'Đã ghi': 'Hà Nội', 'Nay ghi': 'Hải Phòng' });
}

async function factOfBook(page: Page, name: string): Promise<string> {
  const row = page.locator('.record-book dl > div').filter({ hasText: name }).first();
  return row.locator('dd').innerText();
}
