import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { DateText } from '../domain/instant.ts';

const Code = z.string().regex(/^\d{2}$/);
const Percent = z.coerce.number().positive();
const EmptyAsNull = z.string().transform((text) => (text === '' ? null : text));
/** Validity of a row: both ends included, an empty end has not come yet. */
const validity = {
  valid_from: z.iso.date(),
  valid_to: z.union([z.literal('').transform(() => null), z.iso.date()]),
};

const Province = z.object({
  set: z.enum(['63', '34']),
  code: Code,
  name: z.string().min(1),
  name_short: z.string().min(1),
  kind: z.enum(['tỉnh', 'thành phố']),
  region: z.string().min(1),
  ...validity,
  successor_code: EmptyAsNull,
  agency_prefix_demo: z.string().regex(/^[A-ZĐ]{2,3}$/),
  mcdt_name: z.string(),
});
/** A province of the 63 (to 2025-06-30) or of the 34 (from 2025-07-01). Join on code and date. */
export type Province = z.infer<typeof Province>;

const District = z.object({
  name: z.string().min(1),
  kind: z.enum(['huyện', 'quận', 'thị xã', 'thành phố']),
  province_code: Code,
});

const Commune = z.object({
  name: z.string().min(1),
  kind: z.enum(['xã', 'phường', 'đặc khu']),
  province_code: Code,
});

const Unit = z.object({
  unit_code: z.string().min(1),
  kind: z.string().min(1),
  name: z.string().min(1),
  province_code: EmptyAsNull,
  ...validity,
});
/** A court, police, justice or national unit of `courts-police.csv`. */
export type Unit = z.infer<typeof Unit>;

const FamilyName = z.object({
  ethnicity: z.string().min(1),
  name: z.string().min(1),
  percent: Percent,
  name_order: z.enum(['FAMILY_FIRST', 'FAMILY_LAST']),
});
export type FamilyName = z.infer<typeof FamilyName>;

const GivenName = z.object({
  ethnicity: z.string().min(1),
  gender: z.enum(['M', 'F']),
  name: z.string().min(1),
  percent: Percent,
});
export type GivenName = z.infer<typeof GivenName>;

const MiddleName = GivenName.extend({
  /** `prefix` stands before the given name and marks the gender (Ê Đê); an empty name is none. */
  position: z.enum(['middle', 'prefix']),
  name: z.string(),
});
export type MiddleName = z.infer<typeof MiddleName>;

const PhonePrefix = z.object({
  prefix: z.string().regex(/^0\d{2,3}$/),
  kind: z.enum(['current', 'current_mvno', 'old_11_digit']),
  subscriber_digits: z.coerce.number().int(),
});

const Received = z.object({ province: z.string(), received_2023_09: z.coerce.number().int() });

export const provinces = table('provinces.csv', Province);
export const districts = table('districts-2023.csv', District);
export const communes = table('communes-2025.csv', Commune);
export const units = table('courts-police.csv', Unit);
export const familyNames = table('family-names.csv', FamilyName);
export const givenNames = table('given-names.csv', GivenName);
export const middleNames = table('middle-names.csv', MiddleName);
export const phonePrefixes = table('phone-prefixes.csv', PhonePrefix);
/** Applications each of the 63 provinces received in September 2023, by `Province.mcdt_name`. */
export const received = table('mcdt-integration-2023.csv', Received);

/** The provinces of a day: 63 to 2025-06-30, 34 after. */
export function provincesOn(date: DateText): Province[] {
  return provinces().filter((province) => isValidOn(province, date));
}

/** The province a code names on a day. Throws when it names none. */
export function provinceOn(code: string, date: DateText): Province {
  const found = provincesOn(date).find((province) => province.code === code);
  if (!found) throw new Error(`No province has code ${code} on ${date}.`);
  return found;
}

/** The units of `courts-police.csv` that exist on a day. */
export function unitsOn(date: DateText): Unit[] {
  return units().filter((unit) => isValidOn(unit, date));
}

function isValidOn(row: { valid_from: string; valid_to: string | null }, date: DateText): boolean {
  return row.valid_from <= date && (row.valid_to === null || date <= row.valid_to);
}

/** Reads a table of data/ when first asked and checks every row once; throws on an unsound row. */
function table<Row>(file: string, schema: z.ZodType<Row>): () => readonly Row[] {
  let rows: readonly Row[] | undefined;
  return () => {
    rows ??= readRows(file, schema);
    return rows;
  };
}

function readRows<Row>(file: string, schema: z.ZodType<Row>): readonly Row[] {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8');
  const checked = z.array(schema).safeParse(parse(text, { columns: true }));
  if (!checked.success) throw new Error(`data/${file}: ${z.prettifyError(checked.error)}`);
  return checked.data;
}
