import { expect, test } from '@jest/globals';
import { DEMO_PROVINCES, demoUnits } from '../../demo/provinces.ts';
import { Unit, UNIT_KINDS } from '../../domain/account.ts';

const TODAY = '2023-09-18';
const EIGHT = 'STP POLICE COURT PROCURACY ENFORCEMENT COMMUNE POST INTEGRATION';

test('the demonstration has Hà Nội, Nghệ An and Hồ Chí Minh City, with the Centre and V06', () => {
  const units = demoUnits(TODAY);
  expect(units.map(({ code }) => code)).toEqual([
    ...'TTLLTPQG V06 TAQSTW'.split(' '),
    ...'STP-01 PV06-01 TAND-01 VKSND-01 THADS-01 UBND-01 BUUDIEN-01 MCDT-01'.split(' '),
    ...'STP-40 PV06-40 TAND-40 VKSND-40 THADS-40 UBND-40 BUUDIEN-40 MCDT-40'.split(' '),
    ...'STP-79 PV06-79 TAND-79 VKSND-79 THADS-79 UBND-79 BUUDIEN-79 MCDT-79'.split(' '),
  ]);
  expect(new Set(units.map(({ kind }) => kind))).toEqual(new Set(UNIT_KINDS));
  expect(units.find(({ code }) => code === 'BUUDIEN-40')?.name).toBe('Bưu điện tỉnh Nghệ An');
});

test.each([
  ['2023-09-18', 63, 3],
  ['2025-01-01', 63, 3],
  ['2025-06-30', 63, 2],
  ['2025-07-01', 34, 2],
])('on %s all %i provinces yield eight units each', (date, provinces, national) => {
  const units = demoUnits(date, 'all');
  expect(units).toHaveLength(provinces * 8 + national);
  expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
  const departments = units.filter(({ kind }) => kind === 'STP');
  expect(new Set(departments.map(({ prefix }) => prefix)).size).toBe(provinces);
  for (const { provinceCode, prefix } of departments) {
    const kinds = units
      .filter((unit) => unit.provinceCode === provinceCode && unit.prefix === prefix)
      .map(({ kind }) => kind);
    expect(kinds.join(' ')).toBe(EIGHT);
  }
});

test('national prefixes are not those of a province', () => {
  const units = demoUnits(TODAY, 'all');
  const own = (isNational: boolean): (string | null)[] =>
    units.filter((unit) => (unit.provinceCode === null) === isNational).map(({ prefix }) => prefix);
  expect(own(true)).toEqual(['TT', 'V06', 'QSTW']);
  expect(own(false).filter((prefix) => own(true).includes(prefix))).toEqual([]);
});

test('units are those of the contract, and the unit above is in the list', () => {
  const units = demoUnits(TODAY, 'all');
  const codes = units.map(({ code }) => code);
  for (const { parent, ...unit } of units) {
    expect(Unit.parse(unit)).toEqual(unit);
    expect(parent === null || codes.includes(parent)).toBe(true);
  }
});

test('a unit carries the name and code of the day', () => {
  const court = (date: string) => demoUnits(date, ['46']).find(({ kind }) => kind === 'COURT');
  expect(court('2024-12-31')).toMatchObject({
    code: 'TAND-46',
    name: 'Tòa án nhân dân tỉnh Thừa Thiên Huế',
  });
  expect(court('2025-01-01')).toMatchObject({
    code: 'TAND-46-2025',
    name: 'Tòa án nhân dân thành phố Huế',
  });
});

test('a code that names no province on the day is an error', () => {
  expect(() => demoUnits('2025-07-01', [...DEMO_PROVINCES, '27'])).toThrow('code 27');
});
