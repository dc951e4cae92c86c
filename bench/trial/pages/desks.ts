import type { Page } from 'playwright-core';
import type { RecordSubmission } from '../../../domain/record.ts';
import { REFUSAL_TEXTS } from '../../../domain/wording/refusals.ts';
import { isRefusalCode } from '../../../domain/refusal.ts';
import { sees } from '../../browser.ts';
import { act, confirm, fill, typeRecord } from './forms.ts';
import type { Pages } from './people.ts';
import { typedRecord } from './typed.ts';

const TRANSFER = /\/trao-doi\/([A-Z]{2,3}-T-\d{4}-\d{6})$/u;

/** Enter a record; gives its transfer and its number. */
export async function enterRecord(
  page: Page,
  record: RecordSubmission,
): Promise<{ caseId: string; recordNumber: string }> {
  await page.goto('/trao-doi/moi');
  await typeRecord(page, typedRecord(record));
  await page.getByRole('button', { name: 'Lập bản lý lịch', exact: true }).click();
  const caseId = await transferOn(page);
  const recordNumber = await page.locator('.records-facts .case-number').first().innerText();
  return { caseId, recordNumber };
}

/** The transfer whose page has come. */
export async function transferOn(page: Page): Promise<string> {
  await page.waitForURL(TRANSFER);
  const caseId = TRANSFER.exec(page.url())?.[1] ?? '';
  await page.getByRole('heading', { name: caseId }).waitFor();
  return caseId;
}

/** Register a paper of a record, typed from it; waits for the page that shows what came of it. */
export async function registerPaper(
  page: Page,
  recordNumber: string,
  paper: RecordSubmission,
): Promise<void> {
  await pressPaper(page, recordNumber, paper);
  await page.waitForURL((url) => !url.pathname.endsWith('/ban-giay/moi'));
}

/** The same paper again; gives the code by which it was refused, once the page says why. */
export async function refusedPaper(
  page: Page,
  recordNumber: string,
  paper: RecordSubmission,
): Promise<string> {
  const answer = page.waitForResponse((reply) => reply.url().endsWith('/exchange/papers'));
  await pressPaper(page, recordNumber, paper);
  const { code } = (await (await answer).json()) as { code?: unknown };
  if (!isRefusalCode(code)) throw new Error(`the paper of ${recordNumber} was taken twice`);
  await sees(page, REFUSAL_TEXTS[code].vi);
  return code;
}

async function pressPaper(
  page: Page,
  recordNumber: string,
  paper: RecordSubmission,
): Promise<void> {
  await page.goto('/trao-doi/ban-giay/moi');
  await fill(page, { 'Mã số': recordNumber, 'Số bưu gửi': 'RA123456789VN' });
  await typeRecord(page, typedRecord(paper));
  await page.getByRole('button', { name: 'Vào sổ bản giấy' }).click();
}

/** Tick transfers of a queue and do with all of them what is done with many at once. */
export async function doAtOnce(
  page: Page,
  step: string,
  action: string,
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return;
  await page.goto(`/trao-doi?state=${step}`);
  for (const caseId of caseIds) await page.getByRole('checkbox', { name: caseId }).check();
  await page.getByRole('toolbar').getByRole('button', { name: action }).click();
  const dialog = page.getByRole('dialog', { name: action });
  await dialog.getByRole('button', { name: `${action}: ${caseIds.length} hồ sơ` }).click();
  await sees(page, `Đã xong ${caseIds.length} trên ${caseIds.length} hồ sơ.`);
  await dialog.getByRole('button', { name: 'Đóng', exact: true }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The Centre gives a record back; the department corrects it by a note and sends it again. */
export async function giveBack(
  receiver: Page,
  province: Page,
  caseId: string,
  note: string,
): Promise<void> {
  await receiver.goto(`/trao-doi/${caseId}`);
  await act(receiver, 'Trả lại hồ sơ', 'Bị trả lại', { 'Lý do': 'Thiếu ghi chú về bản án gốc.' });
  await province.goto(`/trao-doi/${caseId}`);
  await province.getByRole('button', { name: 'Sửa thông tin' }).click();
  const dialog = province.getByRole('dialog');
  await fill(dialog, { 'Ghi chú (không bắt buộc)': note });
  await dialog.getByRole('button', { name: 'Lưu bản sửa' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await act(province, 'Gửi Trung tâm', 'Đã gửi');
  await receiver.goto(`/trao-doi/${caseId}`);
  await act(receiver, 'Nhận hồ sơ', 'Trung tâm đã nhận');
}

/** The Centre asks about what differs, which its page shows; the department says which copy is right. */
export async function askAndAnswer(
  receiver: Page,
  province: Page,
  caseId: string,
  rightCopy: 'PAPER' | 'ELECTRONIC',
): Promise<void> {
  await receiver.goto(`/trao-doi/${caseId}`);
  await sees(receiver, 'Hai bản khác nhau ở 1 mục');
  const asked = { 'Nội dung gửi đơn vị': 'Hình phạt chính khác nhau.' };
  await act(receiver, 'Hỏi Sở Tư pháp về khác biệt', 'Đang hỏi Sở Tư pháp về khác biệt', asked);
  await province.goto(`/trao-doi/${caseId}`);
  const right = rightCopy === 'PAPER' ? 'Bản giấy đúng' : 'Bản điện tử đúng';
  await confirm(province, 'Trả lời về khác biệt', async (dialog) => {
    await dialog.getByLabel(right).check();
    await fill(dialog, { 'Lý do': 'Đã đối chiếu bản án gốc.' });
  });
  await sees(receiver, `Sở Tư pháp đã trả lời: ${right}`);
}

/** Checked and reviewed one by one by two people, then updated at once by a third. */
export async function takeOverAll(pages: Pages, caseIds: readonly string[]): Promise<void> {
  const { receiver, reviewer, approver } = pages;
  const check = async (caseId: string): Promise<void> => {
    await receiver.goto(`/trao-doi/${caseId}`);
    await act(receiver, 'Kiểm tra thông tin', 'Đã kiểm tra');
  };
  const review = async (caseId: string): Promise<void> => {
    await reviewer.goto(`/trao-doi/${caseId}`);
    await act(reviewer, 'Soát xét', 'Đã soát xét');
  };
  // The reviewer has one while the next is checked.
  for (let at = 0; at <= caseIds.length; at += 1) {
    const [next, checked] = [caseIds[at], caseIds[at - 1]];
    await Promise.all([
      next === undefined ? null : check(next),
      checked === undefined ? null : review(checked),
    ]);
  }
  await doAtOnce(approver, 'REVIEWED', 'Cập nhật chính thức', caseIds);
}
