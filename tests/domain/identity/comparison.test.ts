import { expect, test } from '@jest/globals';
import { compareBirthDates } from '../../../domain/identity/dates.ts';
import { compareNames, formsOf, nameKey, slipsBetween } from '../../../domain/identity/names.ts';
import { compareBirthPlaces, compareResidences, partsOf } from '../../../domain/identity/places.ts';

test.each([
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', 'SAME'],
  ['Nguyễn Thị Hòa', 'NGUYỄN THỊ HÒA', 'SAME'],
  ['Nguyễn Thị Thúy', 'Nguyễn Thị Thuý', 'SAME'],
  ['Lý Thị Hòa', 'Lí Thị Hoà', 'SAME'],
  ['Đỗ Văn Đức', 'Đỗ Văn Đức'.normalize('NFD'), 'SAME'],
  ["H'Hen Niê", 'H’Hen Niê', 'SAME'],
  ['Đỗ Văn Đức', 'DO VAN DUC', 'WITHOUT_MARKS'],
  ['Trần Văn Hùng', 'Trần Văn Hưng', 'OTHER_MARKS'],
  ['Nguyễn Văn Đan', 'Nguyễn Văn Dân', 'OTHER_MARKS'],
  ['Y Thanh Niê', 'Niê Y Thanh', 'OTHER_ORDER'],
  ['Maria Elena Santos', 'SANTOS Maria Elena', 'OTHER_ORDER'],
  ['Nguyễn Văn Thành', 'Nguyễn Văn Thàn', 'ONE_LETTER_OFF'],
  ['Nguyễn Văn Thành', 'Nguyễn Vân Tahnh', 'ONE_LETTER_OFF'],
  ['Nguyễn Hùng', 'Nguyễn Văn Hùng', 'PART'],
  ['Nguyễn Văn', 'Nguyễn Văn Hùng', 'DIFFERS'],
  ['Nguyễn Thị Hoa', 'Nguyễn Thị Hue', 'TWO_LETTERS_OFF'],
  ['Lê An', 'Lê In', 'DIFFERS'],
  ['Nguyễn Văn Hùng', 'Nguyễn Văn Nam', 'DIFFERS'],
])('%s and %s: %s', (one, other, code) => {
  expect(compareNames(formsOf(one), formsOf(other))).toBe(code);
  expect(compareNames(formsOf(other), formsOf(one))).toBe(code);
});

test('the key of a name knows neither marks nor order nor signs', () => {
  const names = ["H'Hen Niê", 'Niê H’Hen', 'nie h hen', 'NIÊ  H-HEN'.normalize('NFD')];
  expect(new Set(names.map(nameKey))).toEqual(new Set(['h hen nie']));
});

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['abc', 'abcd', 1],
  ['abc', 'bcd', 2],
  ['abcdef', 'abxxxf', Infinity],
  ['a', 'abcd', Infinity],
])('from “%s” to “%s” it is %s slips', (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips);
});

test.each([
  ['1985-02-11', '1985-02-11', 'SAME'],
  ['1985', '1985-02-11', 'YEAR_AGREES'],
  ['1985', '1985', 'YEAR_AGREES'],
  ['1985-02', '1985-02-11', 'MONTH_AGREES'],
  ['1985-02', '1985-03-11', 'SAME_YEAR_ONLY'],
  ['1985-02-11', '1985-11-02', 'DAY_AND_MONTH_SWAPPED'],
  ['1985-02-11', '1985-02-17', 'ONE_DIGIT_OFF'],
  ['1985-02-11', '1958-02-11', 'ONE_DIGIT_OFF'],
  ['1985-02-11', '1985-07-23', 'SAME_YEAR_ONLY'],
  ['1985-02-11', '1986-07-23', 'YEAR_OFF_BY_ONE'],
  ['1985', '1986', 'YEAR_OFF_BY_ONE'],
  ['1985-02-11', '1990-07-23', 'DIFFERS'],
])('born %s and %s: %s', (one, other, code) => {
  expect([compareBirthDates(one, other), compareBirthDates(other, one)]).toEqual([code, code]);
});

test.each([
  ['quận Ba Đình, thành phố Hà Nội', 'Q. Ba Đình, TP Hà Nội', 'SAME'],
  ['huyện Yên Thành, tỉnh Nghệ An', 'Yên Thành, Nghệ An', 'SAME'],
  ['huyện Yên Thành, tỉnh Nghệ An', 'Nghệ An', 'PART'],
  ['huyện Yên Thành, tỉnh Nghệ An', 'huyện Đô Lương, tỉnh Nghệ An', 'PART'],
  ['huyện Yên Thành, tỉnh Nghệ An', 'quận Ba Đình, thành phố Hà Nội', 'DIFFERS'],
])('born in %s and %s: %s', (one, other, code) => {
  const [parts, otherParts] = [partsOf(one), partsOf(other)];
  expect(compareBirthPlaces(parts, otherParts)).toBe(code);
  expect(compareBirthPlaces(otherParts, parts)).toBe(code);
});

test.each([
  ['Số 3 đường Kim Mã, Q. Ba Đình, Hà Nội', 'SAME'],
  ['Số 9 phố Đội Cấn, quận Ba Đình, Hà Nội', 'NEAR'],
  ['Thôn Đoài, Yên Thành, Nghệ An', 'SAME_PROVINCE'],
  ['Ấp 1, tỉnh Cà Mau', 'DIFFERS'],
])('of all residences the nearest to %s counts: %s', (known, code) => {
  const here = ['Số 3 đường Kim Mã, quận Ba Đình, thành phố Hà Nội', 'Vinh, tỉnh Nghệ An'];
  expect(compareResidences(here.map(partsOf), [partsOf(known)])).toBe(code);
});
