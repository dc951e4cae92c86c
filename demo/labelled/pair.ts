import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { Identity } from '../../domain/identity/identity.ts';

/** Two told identities of which it is known whether they are one person. */
export interface LabelledPair {
  /** What the pair is a case of, such as `TWINS`. */
  kind: string;
  same: boolean;
  asked: Identity;
  known: Identity;
}

const BETWEEN = ' | ';
const SIDES = ['asked', 'known'] as const;

/** One line per pair, each side's fields under its own columns; lists are joined by ` | `. */
export function toCsv(pairs: readonly LabelledPair[]): string {
  const rows = pairs.map(({ kind, same, ...sides }, index) => ({
    pair: index + 1,
    kind,
    same: String(same),
    ...columnsOf('asked', sides.asked),
    ...columnsOf('known', sides.known),
  }));
  return stringify(rows, { header: true });
}

/** The pairs of a file made by {@link toCsv}. Throws ZodError when a side is no identity. */
export function fromCsv(text: string): LabelledPair[] {
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return rows.map((row) => {
    const [asked, known] = SIDES.map((side) => Side.parse(fieldsOf(side, row)));
    if (asked === undefined || known === undefined) throw new Error('a pair has two sides');
    return { kind: row['kind'] ?? '', same: row['same'] === 'true', asked, known };
  });
}

const FIELDS = {
  full_name: 'fullName',
  gender: 'gender',
  birth_date: 'birthDate',
  personal_id: 'personalId',
  father: 'fatherName',
  mother: 'motherName',
  birth_place: 'birthPlace',
} as const satisfies Record<string, keyof Identity>;

function columnsOf(side: string, identity: Identity): Record<string, string> {
  const single = Object.entries(FIELDS).map(([column, field]) => {
    return [`${side}_${column}`, identity[field] ?? ''];
  });
  const documents = identity.documents.map(({ type, number }) => `${type} ${number}`);
  return {
    ...Object.fromEntries(single),
    [`${side}_other_names`]: identity.otherNames.join(BETWEEN),
    [`${side}_documents`]: documents.join(BETWEEN),
    [`${side}_residences`]: identity.residences.join(BETWEEN),
  };
}

// As told: text is not composed or trimmed, so that a pair may be decomposed.
const Side = Identity.extend({
  fullName: z.string().min(1),
  otherNames: z.array(z.string().min(1)),
});

function fieldsOf(side: string, row: Record<string, string>): Record<string, unknown> {
  const listOf = (column: string): string[] => {
    return (row[`${side}_${column}`] ?? '').split(BETWEEN).filter((text) => text !== '');
  };
  const single = Object.entries(FIELDS).map(([column, field]) => {
    return [field, row[`${side}_${column}`] || null];
  });
  return {
    ...Object.fromEntries(single),
    otherNames: listOf('other_names'),
    documents: listOf('documents').map((text) => {
      const [type, number] = text.split(' ');
      return { type, number };
    }),
    residences: listOf('residences'),
  };
}
