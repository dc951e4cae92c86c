import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { renderReceipt } from '../../print/receipt.ts';
import type { ReceiptData, ReceiptOptions } from '../../print/receiptForm.ts';
import { readPdf } from './readPdf.ts';
import { receipt } from './samples.ts';

async function read(changes: Partial<ReceiptData> = {}, options?: ReceiptOptions) {
  const { text, pages } = readPdf(await renderReceipt(receipt(changes), options));
  return { pages, lines: text.split('\n'), words: text.replace(/\s+/g, ' ') };
}

test('a receipt says what was received, what it cost and when to come back', async () => {
  const { lines, pages } = await read({}, { demo: true });
  expect(pages).toHaveLength(1);
  expect(lines).toEqual(
    expect.arrayContaining([
      'GIẤY TIẾP NHẬN HỒ SƠ',
      'VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: HN-P-2023-000123',
      'Mã tra cứu: K7M2P9QX4R',
      'Cấp phiếu lý lịch tư pháp số 1, số lượng 2 phiếu',
      '2. Bản chụp căn cước công dân (1 bản)',
      '100.000 đồng (đã nộp)',
      'Sinh viên',
      '09 giờ 05 phút, ngày 18 tháng 9 năm 2023',
      '17 giờ 00 phút, ngày 28 tháng 9 năm 2023',
      'Lê Minh Tâm',
      'Bản trình diễn – không có giá trị pháp lý',
    ]),
  );
  expect(lines).not.toContain('Giấy tờ còn thiếu, đề nghị bổ sung:');
  expect(lines).not.toContain('Người được cấp phiếu:');
});

test('an incomplete dossier is told what is missing and promised no date', async () => {
  const missing = ['Văn bản ủy quyền'];
  const { lines } = await read({ missing, promisedAt: null, termText: null });
  expect(lines).toContain('Giấy tờ còn thiếu, đề nghị bổ sung:');
  expect(lines).toContain('1. Văn bản ủy quyền');
  expect(lines).toContain('Sau khi hồ sơ được bổ sung đầy đủ');
  expect(lines).not.toContain('Thời hạn giải quyết:');
});

test.each([
  [{ amountVnd: 0, settled: true, reductionReason: 'Hộ nghèo' }, '0 đồng (miễn phí)'],
  [{ amountVnd: 200_000, settled: false, reductionReason: null }, '200.000 đồng (chưa nộp)'],
])('the fee %j', async (fee, text) => {
  const { lines } = await read({ fee });
  expect(lines).toContain(text);
  expect(lines.includes('Lý do miễn, giảm:')).toBe(fee.reductionReason !== null);
});

test('an agent is told apart from the person, and the post from the counter', async () => {
  const { lines, words } = await read({
    subjectName: 'Trần Văn Dũng',
    delivery: 'POST',
    deliveryPlace: 'Số 5 phố Huế',
  });
  expect(lines).toContain('Trần Văn Dũng');
  expect(words).toContain('Qua dịch vụ bưu chính, tới: Số 5 phố Huế');
});

test('an agent is named with ID, relation and power of attorney, also of the same name as the person', async () => {
  const agent = { relation: 'AUTHORISED', personalId: '001190000017' } as const;
  const { lines } = await read({ agent: { ...agent, powerOfAttorneyNumber: '17/2023/HĐUQ' } });
  expect(lines).toEqual(
    expect.arrayContaining([
      '001190000017',
      'Người được ủy quyền',
      '17/2023/HĐUQ',
      'Người được cấp phiếu:',
    ]),
  );
  const parent = { relation: 'PARENT', personalId: null, powerOfAttorneyNumber: null } as const;
  const byParent = await read({ agent: parent });
  expect(byParent.lines).toContain('Cha, mẹ');
  expect(byParent.lines).not.toContain('Số văn bản ủy quyền:');
});

test('many papers and a long address still fit the sheet they flow to', async () => {
  const received = Array.from({ length: 40 }, (_, index) => ({
    name: `Giấy tờ ${index + 1}`,
    copies: 1,
  }));
  const { pages, lines } = await read({ received });
  expect(pages).toHaveLength(2);
  expect(lines).toContain('40. Giấy tờ 40 (1 bản)');
  for (const { base, right } of pages.flat()) {
    expect(base).toBeGreaterThan(20);
    expect(right).toBeLessThan(595);
  }
});

test('a dossier number with Đ keeps it in print and is folded in the barcode', async () => {
  const { lines } = await read({ dossierNumber: 'ĐN-P-2023-000123' });
  expect(lines).toContain('Mã hồ sơ: ĐN-P-2023-000123');
});

test('the same input gives the same bytes, another number others', async () => {
  const digest = async (changes: Partial<ReceiptData>) =>
    createHash('sha256')
      .update(await renderReceipt(receipt(changes)))
      .digest('hex');
  const first = await digest({});
  expect(await digest({})).toBe(first);
  expect(await digest({ dossierNumber: 'HN-P-2023-000124' })).not.toBe(first);
});
