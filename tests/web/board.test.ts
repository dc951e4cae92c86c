import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { provincesOn } from '../../demo/reference.ts';
import { boardFilterFrom } from '../../web/supervisor/boardFilter.ts';
import { shareRows } from '../../web/supervisor/shareRows.ts';
import { inTimeOf, unitRowsOf } from '../../web/supervisor/unitRows.ts';

interface Tile {
  set: string;
  code: string;
  row: string;
  column: string;
}
const tiles = parse(readFileSync('data/province-tiles.csv', 'utf8'), { columns: true }) as Tile[];

test.each([
  ['63', '2025-06-30'],
  ['34', '2025-07-01'],
])('each of the %s provinces has one tile, and no two the same place', (set, date) => {
  const own = tiles.filter((tile) => tile.set === set);
  expect(own.map(({ code }) => code).toSorted()).toEqual(
    provincesOn(date)
      .map(({ code }) => code)
      .toSorted(),
  );
  expect(new Set(own.map(({ row, column }) => `${row} ${column}`)).size).toBe(own.length);
});

test('the board’s choices stand in the address, and what it does not know falls back', () => {
  const read = (address: string) => boardFilterFrom(new URLSearchParams(address));
  expect(read('unit=STP-01&kind=TRANSFER&days=90&view=table&measure=open')).toEqual({
    unit: 'STP-01',
    kind: 'TRANSFER',
    days: 90,
    view: 'table',
    measure: 'open',
  });
  expect(read('kind=LETTER&days=45&view=map')).toEqual({
    unit: null,
    kind: null,
    days: 30,
    view: 'chart',
    measure: 'late',
  });
});

const UNIT = {
  unit: 'STP-01',
  unitName: 'Sở Tư pháp',
  provinceCode: '01',
  open: 4,
  late: 1,
  dueToday: 0,
  dueInThreeDays: 0,
  atRisk: 0,
};

test('units without flows did nothing, and a share needs something to divide by', () => {
  const flow = { unit: 'STP-01', received: 9, issued: 8, done: 8, doneLate: 2 };
  const [busy, idle] = unitRowsOf([UNIT, { ...UNIT, unit: 'STP-40' }], [flow]);
  expect(busy).toMatchObject({ unit: 'STP-01', open: 4, received: 9 });
  expect(idle).toMatchObject({ unit: 'STP-40', open: 4, received: 0, done: 0 });
  expect(busy && inTimeOf(busy)).toBe(0.75);
  expect(idle && inTimeOf(idle)).toBeNull();
});

test('who holds the clock is a file of kinds and units, without the line that names no unit', () => {
  const part = { workingMs: 600, share: 0.6, open: 2 };
  const rows = shareRows({
    holders: [
      {
        holder: 'AGENCY',
        ...part,
        units: [
          { unit: 'PV06-01', unitName: 'Công an', workingMs: 500, share: 0.5, open: 1 },
          { unit: null, unitName: null, workingMs: 100, share: 0.1, open: 1 },
        ],
      },
    ],
  });
  expect(rows).toEqual([
    { holder: 'AGENCY', unitName: '', ...part },
    { holder: 'AGENCY', unitName: 'Công an', workingMs: 500, share: 0.5, open: 1 },
  ]);
});
