import { expect, test } from '@jest/globals';
import { suggestOffences } from '../../../domain/offence/suggest.ts';
import { listOf, SHIPPED_LIST } from '../../support/offences.ts';

const { offences } = listOf(SHIPPED_LIST);
const suggest = (offence: string, provision = '', on = '2023-09-01') =>
  suggestOffences(offences, { offence, provision, on });
const codes = (...asked: Parameters<typeof suggest>) =>
  suggest(...asked).suggestions.map(({ offence }) => offence.code);

test.each([
  ['Tội trộm cắp tài sản', 'khoản 1 Điều 173 Bộ luật Hình sự năm 2015', 'BLHS2015-173'],
  ['trộm cắp tài sản', 'Điều 138 BLHS 1999', 'BLHS1999-138'],
  ['Tội huỷ hoại rừng', 'điểm a khoản 2 Điều 243 BLHS', 'BLHS2015-243'],
])('%s by %s names one entry', (offence, provision, code) => {
  expect(suggest(offence, provision).normalised).toBe(code);
});

test.each([
  ['the name alone, which three codes share', 'Tội giết người', ''],
  ['another article than the name has', 'Tội trộm cắp tài sản', 'Điều 174 BLHS 2015'],
  ['another penal code than the article has', 'Tội trộm cắp tài sản', 'Điều 173 BLHS 1999'],
  ['two articles', 'Tội trộm cắp tài sản', 'Điều 173, Điều 51 BLHS 2015'],
  ['an older wording', 'Trộm cắp tài sản của người khác', 'Điều 173 BLHS 2015'],
])('%s is not normalised', (_what, offence, provision) => {
  expect(suggest(offence, provision).normalised).toBeNull();
});

test('words without marks find what they mean, the named article first', () => {
  expect(codes('trom cap tai san', 'dieu 173')[0]).toMatch(/^BLHS(2015-173|1999-138)$/);
  expect(codes('trom cap tai san', 'Điều 173')[0]).toBe('BLHS2015-173');
  expect(codes('Đánh bạc trái phép', 'Điều 248 BLHS 1999')[0]).toBe('BLHS1999-248');
});

test('beside what fits by name, article and code nothing far off is suggested', () => {
  expect(codes('Trộm cắp tài sản của người khác', 'Điều 173 BLHS 2015')).toEqual(['BLHS2015-173']);
});

test('what came into force after the judgment is not suggested', () => {
  expect(codes('Tội trộm cắp tài sản', '', '2015-05-01')).not.toContain('BLHS2015-173');
  expect(codes('Tội trộm cắp tài sản', '', '2019-05-01')).toContain('BLHS2015-173');
});

test('words that mean nothing here have no suggestions, and never more than five', () => {
  expect(codes('Xuất khẩu gạo tẻ')).toEqual([]);
  expect(codes('Tội vi phạm quy định').length).toBeLessThanOrEqual(5);
});
