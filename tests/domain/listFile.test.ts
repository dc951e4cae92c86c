import { expect, test } from '@jest/globals';
import {
  code,
  date,
  hours,
  instant,
  type ListFile,
  share,
  tableOf,
  text,
  unit,
  unrun,
} from '../../domain/listFile.ts';
import * as bookFiles from '../../domain/wording/files/bookFiles.ts';
import * as boardFiles from '../../domain/wording/files/boardFiles.ts';
import * as careFiles from '../../domain/wording/files/careFiles.ts';
import * as caseFiles from '../../domain/wording/files/caseFiles.ts';
import * as exchangeFiles from '../../domain/wording/files/exchangeFiles.ts';

const NAMES = new Map([['STP-01', 'Sở Tư pháp thành phố Hà Nội']]);
const writing = (language: 'vi' | 'en') => ({
  language,
  unitName: (one: string) => NAMES.get(one) ?? one,
});
const FILE = {
  columns: {
    step: code({ SIGNING: ['Chờ ký', 'To sign'] }, 'Bước', 'Step'),
    at: instant('Lúc', 'At'),
    on: date('Ngày', 'Day'),
    unit: unit('Đơn vị', 'Unit'),
    paused: text('Tạm dừng', 'Standing still'),
    count: text('Số', 'Count'),
    worked: hours('Giờ', 'Hours'),
  },
};
const NOTHING = {
  step: null,
  at: null,
  on: null,
  unit: null,
  paused: null,
  count: null,
  worked: null,
};

test('an instant stands in Vietnamese time, on whichever day that is', () => {
  const ends = [
    '2023-12-31T16:59:59.999Z',
    '2023-12-31T17:00:00.000Z',
    '2024-02-28T23:30:00+00:00',
  ];
  const rows = ends.map((at) => ({ ...NOTHING, at }));
  const [, ...cells] = tableOf(FILE, rows, writing('vi'));
  expect(cells.map((row) => row[1])).toEqual([
    '31/12/2023 23:59',
    '01/01/2024 00:00',
    '29/02/2024 06:30',
  ]);
});

test('a row is written in the words of a language, and a code or unit nobody knows names itself', () => {
  const row = { step: 'SIGNING', at: 0, on: '1990', unit: 'STP-01', paused: true, count: 0 };
  const rows = [
    { ...row, worked: 5_400_000 },
    { ...NOTHING, step: 'LATER', unit: ['STP-01', 'X'], on: ['2023-01-02', '1990-05'] },
  ];
  expect(tableOf(FILE, rows, writing('vi'))).toEqual([
    ['Bước', 'Lúc', 'Ngày', 'Đơn vị', 'Tạm dừng', 'Số', 'Giờ'],
    ['Chờ ký', '01/01/1970 07:00', '1990', 'Sở Tư pháp thành phố Hà Nội', 'Có', 0, '1,5'],
    ['LATER', '', '02/01/2023; 05/1990', 'Sở Tư pháp thành phố Hà Nội; X', '', '', ''],
  ]);
  expect(tableOf(FILE, rows.slice(0, 1), writing('en'))[1]).toContain('To sign');
});

test('numbers are those of a spreadsheet of the language, shares percentages', () => {
  const file = { columns: { many: text('Số', 'Count'), part: share('Tỷ lệ', 'Share') } };
  const rows = [
    { many: 1200, part: 2 / 3 },
    { many: 4.5, part: 1 },
  ];
  expect(tableOf(file, rows, writing('vi')).slice(1)).toEqual([
    [1200, '66,7%'],
    ['4,5', '100%'],
  ]);
  expect(tableOf(file, rows, writing('en')).slice(1)).toEqual([
    [1200, '66.7%'],
    [4.5, '100%'],
  ]);
});

test('a list of nothing still has its headings, and no cell shows an object', () => {
  expect(tableOf(FILE, [], writing('vi'))).toHaveLength(1);
  const rows = [{ ...NOTHING, count: { id: 1 } }];
  expect(() => tableOf(FILE, rows, writing('vi'))).toThrow('no cell can show an object');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', (cell) => {
  expect(unrun(cell)).toBe(`'${cell}`);
});

test('words that begin as words stand as they are', () => {
  expect(unrun('Nguyễn Thị =')).toBe('Nguyễn Thị =');
});

const files = Object.entries({
  ...bookFiles,
  ...boardFiles,
  ...careFiles,
  ...caseFiles,
  ...exchangeFiles,
}).flatMap(([name, file]) => {
  return 'columns' in file ? [{ name, file: file as Pick<ListFile, 'columns'> }] : [];
});

test.each(files)('no two columns of $name have one heading, in either language', ({ file }) => {
  for (const language of ['vi', 'en'] as const) {
    const [headings = []] = tableOf(file, [], writing(language));
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).not.toContain('');
  }
});
