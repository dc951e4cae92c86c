import type { FragmentSqlToken } from 'slonik';
import { datesNear, datesWithYearSlipped } from '../../domain/identity/dates.ts';
import type { Identity } from '../../domain/identity/identity.ts';
import { nameKey } from '../../domain/identity/names.ts';
import { documentNumbersOf, personalIdsOf } from '../../domain/identity/numbers.ts';
import { sql } from '../sql.ts';

/**
 * Most persons that one way of searching brings to the comparison, those born nearest first where many
 * share a name or a parent; more is told as `truncated`.
 */
export const MOST = 300;
/** Of those born the same day the most similar names are compared. */
const MOST_SIMILAR = 60;
const LEAST_SIMILARITY = 0.3;

/** What one person is searched by. */
export interface AskedKeys {
  numbers: string[];
  key: string;
  /** The key of every name. */
  names: string[];
  birthDate: string;
  year: number;
  /** First and last text of the years around: from, and before. */
  from: string;
  before: string;
  around: number[];
  slipped: string[];
  near: string[];
  father: string | null;
  mother: string | null;
}

export function keysAskedBy(asked: Identity): AskedKeys {
  const { birthDate, fatherName, motherName } = asked;
  const year = Number(birthDate.slice(0, 4));
  const key = nameKey(asked.fullName);
  return {
    numbers: [...personalIdsOf(asked), ...documentNumbersOf(asked)],
    key,
    names: [key, ...asked.otherNames.map(nameKey)],
    birthDate,
    year,
    from: String(year - 1),
    before: String(year + 2),
    around: [year - 1, year, year + 1],
    slipped: datesWithYearSlipped(birthDate),
    near: datesNear(birthDate),
    father: fatherName === null ? null : nameKey(fatherName),
    mother: motherName === null ? null : nameKey(motherName),
  };
}

/** The same as SQL: values of one person, or columns of a row for each of many. */
export type AskedAs = Readonly<Record<keyof AskedKeys, FragmentSqlToken>>;

export function valuesOf(asked: AskedKeys): AskedAs {
  const texts = (values: string[]): FragmentSqlToken => sql.fragment`${sql.array(values, 'text')}`;
  return {
    numbers: texts(asked.numbers),
    key: sql.fragment`${asked.key}`,
    names: texts(asked.names),
    birthDate: sql.fragment`${asked.birthDate}`,
    year: sql.fragment`${asked.year}::int`,
    from: sql.fragment`${asked.from}`,
    before: sql.fragment`${asked.before}`,
    around: sql.fragment`${sql.array(asked.around, 'int4')}`,
    slipped: texts(asked.slipped),
    near: texts(asked.near),
    father: sql.fragment`${asked.father}`,
    mother: sql.fragment`${asked.mother}`,
  };
}

/** Searches that each give ids of known persons, from an index. */
export function waysTo(asked: AskedAs): FragmentSqlToken[] {
  const { numbers, key, names, birthDate, year, around, father, mother } = asked;
  const yearsOff = sql.fragment`abs(birth_year - ${year})`;
  return [
    found(sql.fragment`numbers <> '{}' AND numbers && ${numbers}`),
    nearest(
      sql.fragment`name_key = ANY (${names})
      AND birth_date >= ${asked.from} AND birth_date < ${asked.before}`,
      sql.fragment`
      birth_date <> ${birthDate}, abs(left(birth_date, 4)::int - ${year})`,
    ),
    found(sql.fragment`name_key = ANY (${names}) AND birth_date = ANY (${asked.slipped})`),
    found(sql.fragment`other_name_keys <> '{}' AND other_name_keys && ${names}`),
    found(sql.fragment`father_key = ${father} AND mother_key = ${mother}`),
    nearest(sql.fragment`father_key = ${father} AND birth_year = ANY (${around})`, yearsOff),
    nearest(sql.fragment`mother_key = ${mother} AND birth_year = ANY (${around})`, yearsOff),
    sql.fragment`
      SELECT id FROM known_persons
      WHERE birth_date = ANY (${asked.near})
        AND similarity(name_key, ${key}) >= ${LEAST_SIMILARITY}
      ORDER BY similarity(name_key, ${key}) DESC LIMIT ${MOST_SIMILAR}`,
  ];
}

function found(condition: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`SELECT id FROM known_persons WHERE ${condition} LIMIT ${MOST}`;
}

function nearest(condition: FragmentSqlToken, order: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`SELECT id FROM known_persons WHERE ${condition} ORDER BY ${order}, id LIMIT ${MOST}`;
}
