import { expect, test } from '@jest/globals';
import { amountText, longInstant, mastheadOf, shortDate } from '../../print/officialText.ts';

test.each([
  ['1990-02-09', '09/02/1990'],
  ['1948-07', '07/1948'],
  ['1935', '1935'],
])('%s, of which the day or month may be unknown, prints as %s', (date, text) => {
  expect(shortDate(date)).toBe(text);
});

test.each([
  ['2023-09-18T02:05:00Z', '09 giờ 05 phút, ngày 18 tháng 9 năm 2023'],
  ['2023-12-31T17:00:00Z', '00 giờ 00 phút, ngày 01 tháng 01 năm 2024'],
  ['2024-02-09T16:59:59Z', '23 giờ 59 phút, ngày 09 tháng 02 năm 2024'],
])('%s prints in Vietnamese time', (instant, text) => {
  expect(longInstant(Date.parse(instant))).toBe(text);
});

test.each([
  [0, '0 đồng'],
  [5_000, '5.000 đồng'],
  [200_000, '200.000 đồng'],
  [1_234_567, '1.234.567 đồng'],
])('%d đồng', (amount, text) => {
  expect(amountText(amount)).toBe(text);
});

test('the head of a paper dates it in Vietnam, or leaves blanks', () => {
  const letterhead = { superior: 'Bộ Công an', name: 'Công an tỉnh Nghệ An', place: 'Nghệ An' };
  const issued = Date.parse('2023-09-27T17:00:00Z');
  expect(mastheadOf(letterhead, 'Số: 1', issued)).toEqual({
    superior: 'BỘ CÔNG AN',
    issuer: 'CÔNG AN TỈNH NGHỆ AN',
    numberLine: 'Số: 1',
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    dateLine: 'Nghệ An, ngày 28 tháng 9 năm 2023',
  });
  expect(mastheadOf(letterhead, '', null).dateLine).toBe('Nghệ An, ngày …… tháng …… năm ………');
});
