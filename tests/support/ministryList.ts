import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { SHIPPED_LIST } from './offences.ts';

type Row = Record<string, string>;

const ENDS = '2023-08-31';
const BEGINS = '2023-09-01';
const of2015 = (article: string): string => `BLHS2015-${article}`;
const span = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => of2015(String(first + at)));

/** What the list does to offences of the 2015 code. */
const RENAMED = [of2015('173'), ...span(123, 131)];
const RECODED = new Map([[of2015('260'), 'BTP-0260']]);
const AMENDED = span(188, 194);
const MERGED = [
  ['249', '250'],
  ['251', '252'],
  ['174', '175'],
  ['168', '169'],
];
const SPLIT = ['321', '171', '172'];
const WITHDRAWN = [of2015('318')];
const ADDED = 8;
/** Of the code of 1999, where nothing else leads to them. */
const WITHDRAWN_OF_1999 = 10;

/** How many differences of each kind {@link ministryList} has; two more rows are amended by what they lead to. */
export const MINISTRY_CHANGES = {
  ADDED,
  RENAMED: RENAMED.length + RECODED.size,
  MERGED: MERGED.flat().length,
  SPLIT: SPLIT.length,
  WITHDRAWN: 62 + WITHDRAWN_OF_1999 + WITHDRAWN.length,
  AMENDED: AMENDED.length + 2,
  UNCHANGED: 575,
};

/** A synthetic list of 624 offences, as many as the ministry's of 2015 had, made from the compiled one. */
export function ministryList(): string {
  const rows: Row[] = parse(SHIPPED_LIST, { columns: true });
  const gone = new Set([...withdrawn(rows), ...WITHDRAWN]);
  const kept = rows.filter((row) => !gone.has(row['code'] ?? '')).map((row) => changed(row, gone));
  const template = rows.find((row) => row['code'] === of2015('173')) ?? {};
  const fresh = [
    ...MERGED.map(([article = '']) => `${article}a`),
    ...SPLIT.flatMap((article) => [`${article}a`, `${article}b`]),
    ...Array.from({ length: ADDED }, (_, at) => String(500 + at)),
  ].map((article) => {
    return { ...template, code: of2015(article), article, name: `Tội danh mẫu ${article}` };
  });
  const begun = fresh.map((row) => ({ ...row, valid_from: BEGINS, verified: 'false' }));
  return stringify([...kept, ...begun], { header: true });
}

function withdrawn(rows: readonly Row[]): string[] {
  const led = new Set(rows.flatMap(successorsOf));
  const lone = rows.filter(({ code = '', penal_code: law }) => law === '1999' && !led.has(code));
  const old = rows.filter((row) => row['penal_code'] === '1985');
  return [...old, ...lone.slice(0, WITHDRAWN_OF_1999)].map(({ code = '' }) => code);
}

function successorsOf(row: Row): string[] {
  return (row['replaced_by'] ?? '').split(/[;\s]+/u).filter((code) => code !== '');
}

function changed(row: Row, gone: ReadonlySet<string>): Row {
  const { code = '', article = '', name = '', severity_note: note = '' } = row;
  const successors = successorsOf(row)
    .filter((successor) => !gone.has(successor))
    .map((successor) => RECODED.get(successor) ?? successor);
  const next = {
    ...row,
    code: RECODED.get(code) ?? code,
    name: RENAMED.includes(code) ? `${name} (theo danh mục)` : name,
    severity_note: AMENDED.includes(code) ? `${note}; đã rà soát` : note,
    replaced_by: successors.join(';'),
  };
  if (row['penal_code'] !== '2015+2017') return next;
  const merging = MERGED.find((pair) => pair.includes(article));
  const into = merging?.[0] === undefined ? [] : [`${merging[0]}a`];
  const parts = SPLIT.includes(article) ? [`${article}a`, `${article}b`] : into;
  if (parts.length === 0) return next;
  return { ...next, valid_to: ENDS, replaced_by: parts.map(of2015).join(';') };
}
