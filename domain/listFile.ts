import { isFormula } from './tableLines.ts';
import { inLanguage, type Pair } from './wording/pair.ts';
import type { Language } from './wording/refusals.ts';
import { formatDate, formatInstant } from './writtenTime.ts';

/** In whose words a file is written. */
export interface Writing {
  language: Language;
  unitName: (code: string) => string;
}

/** A column of a file that people open: its heading, and how a value that is there is written. */
export interface Column {
  heading: Pair;
  write: (value: string | number, writing: Writing) => string | number;
}

/** A list as a file for people: columns by the fields they show, in their order. */
export interface ListFile<Field extends string = string> {
  name: string;
  columns: Readonly<Record<Field, Column>>;
}

/** Rows that have the fields of a file, and may have more. */
export type RowsOf<Field extends string> = readonly Readonly<Record<Field, unknown>>[];

const YES: Pair = ['Có', 'Yes'];
const NO: Pair = ['Không', 'No'];
/** Of an hour, to which office time in a file is exact. */
const TENTH_MS = 360_000;

type Heading = [vi: string, en: string];

/** Words and numbers as they stand. */
export const text = (...heading: Heading): Column => ({ heading, write: (value) => value });

/** A date, whole or partial, as people write it. */
export const date = (...heading: Heading): Column => ({
  heading,
  write: (value) => formatDate(String(value)),
});

/** An instant, ISO text or milliseconds, in Vietnamese time. */
export const instant = (...heading: Heading): Column => ({
  heading,
  write: (value) => formatInstant(value),
});

/** Values of many kinds in one column: those that are a date or an instant as people write them. */
export const mixed = (...heading: Heading): Column => ({
  heading,
  write: (value) => {
    if (/^\d{4}-\d\d-\d\dT/u.test(String(value))) return formatInstant(value);
    return /^\d{4}-\d\d-\d\d$/u.test(String(value)) ? formatDate(String(value)) : value;
  },
});

/** The name of a unit, by its code. */
export const unit = (...heading: Heading): Column => ({
  heading,
  write: (value, { unitName }) => unitName(String(value)),
});

/** Milliseconds of office time as hours with one decimal. */
export const hours = (...heading: Heading): Column => ({
  heading,
  write: (value) => Math.round(Number(value) / TENTH_MS) / 10,
});

/** A share from 0 to 1 as a percentage with one decimal. */
export const share = (...heading: Heading): Column => ({
  heading,
  write: (value, { language }) => `${decimal(Math.round(Number(value) * 1000) / 10, language)}%`,
});

/** The name of a code; a code without one, as of a later release, names itself. */
export const code = (names: Readonly<Record<string, Pair>>, ...heading: Heading): Column => ({
  heading,
  write: (value, { language }) => {
    const name = names[value];
    return name === undefined ? value : inLanguage(name, language);
  },
});

/** Headings, then a row of cells for every row; what is not there is an empty cell. */
export function tableOf<Field extends string>(
  { columns }: Pick<ListFile<Field>, 'columns'>,
  rows: RowsOf<NoInfer<Field>>,
  writing: Writing,
): (string | number)[][] {
  const fields = Object.entries(columns) as [Field, Column][];
  const headings = fields.map(([, { heading }]) => inLanguage(heading, writing.language));
  const cells = rows.map((row) =>
    fields.map(([field, column]) => cellOf(row[field], column, writing)),
  );
  return [headings, ...cells];
}

function cellOf(value: unknown, column: Column, writing: Writing): string | number {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((one) => cellOf(one, column, writing)).join('; ');
  if (typeof value === 'boolean') return inLanguage(value ? YES : NO, writing.language);
  if (typeof value === 'number' || typeof value === 'string') {
    const cell = column.write(value, writing);
    return typeof cell === 'number' ? decimal(cell, writing.language) : cell;
  }
  // A row is made of plain values before it is written; anything else would print as [object Object].
  throw new Error(`${column.heading[0]}: no cell can show an object`);
}

/** A number as a spreadsheet of the language reads one: a Vietnamese one takes 1.5 for a date or for words. */
function decimal(value: number, language: Language): string | number {
  return Number.isInteger(value) || language === 'en' ? value : String(value).replace('.', ',');
}

/** A cell that a spreadsheet does not run: what would be a formula is kept as text. */
export function unrun(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell;
}
