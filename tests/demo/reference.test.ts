import { expect, test } from '@jest/globals';
import {
  communes,
  districts,
  familyNames,
  givenNames,
  middleNames,
  phonePrefixes,
  provinceOn,
  provinces,
  provincesOn,
  received,
  units,
  unitsOn,
} from '../../demo/reference.ts';

test('every table is read whole', () => {
  expect({
    provinces: provinces().length,
    districts: districts().length,
    communes: communes().length,
    units: units().length,
    familyNames: familyNames().length,
    givenNames: givenNames().length,
    middleNames: middleNames().length,
    phonePrefixes: phonePrefixes().length,
    received: received().length,
  }).toEqual({
    provinces: 97,
    districts: 705,
    communes: 3321,
    units: 459,
    familyNames: 169,
    givenNames: 410,
    middleNames: 127,
    phonePrefixes: 57,
    received: 63,
  });
});

test.each([
  ['2015-04-06', 63],
  ['2023-09-18', 63],
  ['2025-01-01', 63],
  ['2025-06-30', 63],
  ['2025-07-01', 34],
  ['2026-09-18', 34],
])('on %s there are %i provinces, each code once', (date, count) => {
  const codes = provincesOn(date).map(({ code }) => code);
  expect(codes).toHaveLength(count);
  expect(new Set(codes).size).toBe(count);
});

test('a code names a province by date: 24 was Bắc Giang and is Bắc Ninh', () => {
  expect(provinceOn('24', '2025-06-30').name).toBe('Tỉnh Bắc Giang');
  expect(provinceOn('24', '2025-07-01').name).toBe('Tỉnh Bắc Ninh');
  expect(provinceOn('46', '2024-12-31').name).toBe('Tỉnh Thừa Thiên Huế');
  expect(provinceOn('46', '2025-01-01').name).toBe('Thành phố Huế');
  expect(() => provinceOn('27', '2025-07-01')).toThrow('No province has code 27 on 2025-07-01.');
});

test('the National Centre ends with February 2025', () => {
  const codesOn = (date: string): string[] => unitsOn(date).map(({ unit_code: code }) => code);
  expect(codesOn('2025-02-28')).toContain('TTLLTPQG');
  expect(codesOn('2025-03-01')).not.toContain('TTLLTPQG');
});

test('the 87,781 applications of September 2023 belong to the 63 provinces', () => {
  const names = provinces().map(({ mcdt_name }) => mcdt_name);
  expect(received().filter(({ province }) => !names.includes(province))).toEqual([]);
  const total = received().reduce((sum, { received_2023_09 }) => sum + received_2023_09, 0);
  expect(total).toBe(87_781);
});
