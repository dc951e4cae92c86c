import type { Page } from 'playwright-core';
import { sees } from '../../browser.ts';
import type { TrialBook } from '../book.ts';
import { NEW_ENTRY, NEW_WORDS, twinOf } from '../papers.ts';
import { choose, confirm, fill } from './forms.ts';
import { openPages, type Pages } from './people.ts';

/**
 * What the trial corrects, by the pages alone: a code that is lacking, one batch of one department, and the
 * merge of one of its pairs of records.
 */
export async function pressCorrections(
  base: string,
  book: TrialBook,
  numbers: ReadonlyMap<number, string>,
): Promise<void> {
  const pages = await openPages(base);
  try {
    await pressCode(pages, book);
    await pressNormalising(pages, book);
    const second = [...numbers.keys()].find((n) => numbers.has(twinOf(n) ?? 0)) ?? 0;
    const [into, from] = [numbers.get(twinOf(second) ?? 0), numbers.get(second)];
    if (into !== undefined && from !== undefined) await pressMerge(pages, book, { into, from });
  } finally {
    await pages.close();
  }
}

/** A code is asked for by a department, proposed by a reviewer of the Centre and released by the approver. */
async function pressCode(pages: Pages, book: TrialBook): Promise<void> {
  const { reviewer, approver } = pages;
  const { records } = pages.departments[0];
  await records.goto('/danh-muc/de-nghi');
  await records.getByRole('button', { name: 'Lập đề nghị' }).click();
  await fill(records.getByRole('dialog'), {
    'Tội danh ghi trong bản án': NEW_WORDS.offence,
    'Điều khoản áp dụng': NEW_WORDS.provision,
    'Số bản án': '1/2015/HSST',
    'Ngày bản án': '01/04/2015',
    'Tòa án': 'Tòa án nhân dân quận Ba Đình',
  });
  await records.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await records.waitForURL(/\/de-nghi\/.+/u);
  const path = new URL(records.url()).pathname;
  await reviewer.goto(path);
  await confirm(reviewer, 'Đề xuất mã mới', async (dialog) => {
    await choose(reviewer, 'Bộ luật', 'BLHS 1999');
    await fill(dialog, {
      Mã: NEW_ENTRY.code,
      Điều: NEW_ENTRY.article,
      'Từ ngày': '01/07/2000',
      'Lý do': 'Danh mục chưa có tội danh này.',
    });
  });
  await approver.goto(path);
  await confirm(approver, 'Duyệt đề xuất');
  await sees(approver, /Có trong bản danh mục \d/u);
  book.granted.push(NEW_ENTRY.code);
}

/** What names an entry is normalised in one batch, looked at before; the Centre corrects its copies. */
async function pressNormalising(pages: Pages, book: TrialBook): Promise<void> {
  const { records } = pages.departments[0];
  await records.goto('/ly-lich/chuan-hoa');
  await records.getByRole('button', { name: /^Xem trước \([1-9]/u }).click();
  await records.getByRole('button', { name: /^Chuẩn hóa \d+ bản án/u }).click();
  const said = records.getByText(/Đã chuẩn hóa \d+ bản án, bỏ qua 0/u);
  const count = /\d+/u.exec(await said.innerText())?.[0];
  book.normalised += Number(count);
  await applyNotice(pages.reviewer, book, 'Chuẩn hóa tội danh');
}

/** Two records of a person become one: proposed, approved by the head, told to the Centre. */
async function pressMerge(
  pages: Pages,
  book: TrialBook,
  { into, from }: Record<'into' | 'from', string>,
): Promise<void> {
  const { records, head } = pages.departments[0];
  await records.goto(`/ly-lich/${into}`);
  await records.getByRole('button', { name: 'Đề nghị thay đổi' }).click();
  const dialog = records.getByRole('dialog');
  await choose(records, 'Loại thay đổi', 'Nhập bản lý lịch của cùng một người');
  await fill(dialog, { 'Mã số bản lý lịch kia': from, 'Lý do, căn cứ': 'Cùng một người.' });
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await head.goto(`/ly-lich/${into}`);
  await head.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
  await sees(head, /đã duyệt/u);
  book.merged.set(from, into);
  await applyNotice(pages.reviewer, book, 'Nhập bản lý lịch');
  await records.goto(`/ly-lich/${from}`);
  await sees(records, `Mã số ${from} đã được nhập vào ${into}`);
  await sees(records, 'Hai bên giống nhau');
}

/** The Centre opens the notice of this kind that waits, and corrects its copies by it. */
async function applyNotice(reviewer: Page, book: TrialBook, kind: string): Promise<void> {
  await reviewer.goto('/ly-lich/thong-bao');
  await reviewer.getByRole('link', { name: kind, exact: true }).click();
  await reviewer.waitForURL(/\/thong-bao\/.+/u);
  await reviewer.getByRole('button', { name: 'Sửa bản của Trung tâm' }).click();
  const asked = reviewer.getByRole('dialog');
  await asked.getByRole('button', { name: 'Sửa bản của Trung tâm' }).click();
  await sees(reviewer, /Trung tâm đã sửa đủ/u);
  book.notices.push(new URL(reviewer.url()).pathname.split('/').at(-1) ?? '');
}
