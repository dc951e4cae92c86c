import { expect, test } from '@jest/globals';
import { keepGood, listLines } from '../../../domain/offence/readList.ts';
import { anOffence, listOf, SHIPPED_LIST } from '../../support/offences.ts';

const HEADER = 'code,penal_code,article,name,valid_from,valid_to,replaced_by';

function codesOf(...rows: string[]): [number, string, string][] {
  return listOf([HEADER, ...rows].join('\n')).problems.map(({ line, column, code }) => {
    return [line, column, code];
  });
}

test('the list that ships is sound, with successors, doubts and both ends of validity', () => {
  const { offences, problems } = listOf(SHIPPED_LIST);
  expect(problems).toEqual([]);
  expect(offences).toHaveLength(679);
  expect(offences.filter(({ verified }) => verified)).toHaveLength(338);
  expect(offences.find(({ code }) => code === 'BLHS1999-91')).toMatchObject({
    validTo: '2017-12-31',
    replacedBy: ['BLHS2015-120', 'BLHS2015-121'],
    expungementRegime: 'COURT_71',
  });
});

test('headings may be Vietnamese, dates as people write them, an article with its word', () => {
  const list = 'Mã;Bộ luật;Điều;Tội danh;Từ ngày;Đến ngày;Thay bằng'.replaceAll(';', ',');
  const { offences, problems } = listOf(`${list}\nX1,1999,Điều 138,Tội trộm,1/7/2000,31.12.2017,`);
  expect(problems).toEqual([]);
  expect(offences[0]).toMatchObject({
    article: '138',
    validFrom: '2000-07-01',
    validTo: '2017-12-31',
    verified: false,
  });
});

test('a table without a needed column is no list', () => {
  expect(listLines([['code', 'name']], [])).toBeNull();
});

test.each([
  ['X,1997,1,Tội x,2000-07-01,,', 'penalCode', 'UNKNOWN_PENAL_CODE'],
  ['X,1999,,Tội x,2000-07-01,,', 'article', 'ARTICLE_MISSING'],
  ['X,1999,1,,2000-07-01,,', 'name', 'REQUIRED'],
  [',1999,1,Tội x,2000-07-01,,', 'code', 'REQUIRED'],
  ['X,1999,1,Tội x,2000-02-30,,', 'validFrom', 'WRONG_FORMAT'],
  ['X,1999,1,Tội x,2000-07-01,1999-01-01,', 'validTo', 'ENDS_BEFORE_START'],
  ['X,1999,1,+Tội x,2000-07-01,,', 'name', 'FORMULA'],
  ['X,1999,1,@SUM(A1),2000-07-01,,', 'name', 'FORMULA'],
  ['X,1999,1,Tội x,2000-07-01,,Y', 'replacedBy', 'UNKNOWN_SUCCESSOR'],
  [`X,1999,1,Tội ${'x'.repeat(500)},2000-07-01,,`, 'name', 'TOO_LONG'],
])('%s is refused at its column', (row, column, code) => {
  expect(codesOf(row)).toEqual([[2, column, code]]);
});

test('a code stands once', () => {
  expect(codesOf('X,1999,1,Tội x,2000-07-01,,', 'X,1999,2,Tội y,2000-07-01,,')).toEqual([
    [3, 'code', 'DUPLICATE_CODE'],
  ]);
});

test.each([
  ['open', '', '2010-01-01', '1999+2009'],
  ['touching on one day', '2009-12-31', '2009-12-31', '1999'],
])('the same offence of one law is not valid twice: %s', (_what, end, start, code) => {
  const rows = [`X,1999,1,Tội hủy hoại,2000-07-01,${end},`, `Y,${code},1,Tội huỷ hoại,${start},,`];
  expect(codesOf(...rows)).toEqual([[3, 'validFrom', 'VALIDITY_OVERLAPS']]);
});

test('one offence after the other, or two names of one article, do not overlap', () => {
  const after = ['X,1999,1,Tội x,2000-07-01,2009-12-31,', 'Y,1999+2009,1,Tội x,2010-01-01,,'];
  const beside = ['A,1999,2,Tội a,2000-07-01,,', 'B,1999,2,Tội b,2000-07-01,,'];
  expect(codesOf(...after, ...beside)).toEqual([]);
});

test('a faulty row withdraws nothing: what is in force stands in for it', () => {
  const inForce = [anOffence({ code: 'X' }), anOffence({ code: 'Z' })];
  const read = listOf(`${HEADER}\nX,1997,1,Tội x,2000-07-01,,\nY,1999,2,Tội y,2000-07-01,,`);
  const { offences, carried } = keepGood(read, inForce);
  expect([offences.map(({ code }) => code), carried.map(({ code }) => code)]).toEqual([
    ['Y'],
    ['X'],
  ]);
});
