import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { datesNear, datesWithYearSlipped } from '../../domain/identity/dates.ts';
import type { Identity } from '../../domain/identity/identity.ts';
import { KnownPerson } from '../../domain/identity/lookUp.ts';
import { nameKey } from '../../domain/identity/names.ts';
import { documentNumbersOf, personalIdsOf } from '../../domain/identity/numbers.ts';
import { sql } from '../sql.ts';

/**
 * Most persons that one way of searching brings to the comparison, those born nearest first where many
 * share a name or a parent; more is told as `truncated`.
 */
const MOST = 300;
/** Of those born the same day the most similar names are compared. */
const MOST_SIMILAR = 60;
const LEAST_SIMILARITY = 0.3;

// Checked when they were entered; checking every name again for each look-up buys nothing.
const Kept = z.custom<Identity>((value) => typeof value === 'object' && value !== null);
const Row = KnownPerson.extend({ identity: Kept });
const Found = Row.extend({ truncated: z.boolean() });

/**
 * A record in force, that was not given up, as it says now: by the paper that stands, or by the change
 * that was approved after it.
 */
const inForce = sql.fragment`
  (c.case_id IS NULL OR ((k.amended OR c.state ->> 'recordPaperId' = k.paper_id::text)
    AND c.step <> 'ABANDONED' AND NOT EXISTS (
      SELECT FROM known_persons l WHERE l.case_id = k.case_id AND l.id > k.id
        AND (l.amended OR c.state ->> 'recordPaperId' = l.paper_id::text))))`;

/** The record that took this one `b` in, however long ago; null of one that stands. */
const leadsTo = sql.fragment`
  CASE WHEN b.merged_into IS NOT NULL THEN (
    WITH RECURSIVE way AS (
      SELECT number, merged_into FROM records WHERE book = b.book AND number = b.merged_into
      UNION
      SELECT r.number, r.merged_into FROM way JOIN records r ON r.book = b.book AND r.number = way.merged_into)
    SELECT number FROM way WHERE merged_into IS NULL) END`;

const columns = sql.fragment`
  k.id, k.record_number AS "recordNumber", ${leadsTo} AS "mergedInto", k.unit, u.name AS "unitName", k.identity,
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('number', p.body #>> '{judgment,number}',
    'date', p.body #>> '{judgment,date}', 'court', p.body #>> '{judgment,court}',
    'offence', p.body #>> '{judgment,offence}') END AS judgment`;

const tables = sql.fragment`
  known_persons k JOIN units u ON u.code = k.unit LEFT JOIN cases c ON c.case_id = k.case_id
  LEFT JOIN records b ON b.book = 'PROVINCE' AND b.number = k.record_number
  LEFT JOIN papers p ON p.case_id = k.case_id
    AND p.id = CASE WHEN k.amended THEN (c.state ->> 'recordPaperId')::uuid ELSE k.paper_id END`;

/**
 * Known persons who may be the one asked for: by any number; by name in any order and year of birth,
 * give or take one, or a slip in the year; by another name; by both parents; by one parent and year; by day of birth and a similar name.
 * Candidates for the comparison, from records in force; `truncated` when a way found too many.
 */
export async function findKnownPersons(
  db: CommonQueryMethods,
  asked: Identity,
): Promise<{ persons: (KnownPerson & { identity: Identity })[]; truncated: boolean }> {
  const ways = waysTo(asked);
  const names = ways.map((_, index) => sql.identifier([`way_${index}`]));
  const found = ways.map((way, index) => sql.fragment`${names[index]!} AS MATERIALIZED (${way})`);
  const all = names.map((name) => sql.fragment`SELECT id FROM ${name}`);
  const full = names.map((name) => sql.fragment`(SELECT count(*) FROM ${name}) >= ${MOST}`);
  const rows = await db.any(sql.type(Found)`
    WITH ${sql.join(found, sql.fragment`, `)}
    SELECT ${columns}, ${sql.join(full, sql.fragment` OR `)} AS truncated
    FROM ${tables}
    WHERE k.id IN (${sql.join(all, sql.fragment` UNION `)}) AND ${inForce}
  `);
  const persons = rows.map(({ truncated: _truncated, ...person }) => person);
  return { persons, truncated: rows.some(({ truncated }) => truncated) };
}

function waysTo(asked: Identity): FragmentSqlToken[] {
  const { birthDate, fatherName, motherName } = asked;
  const year = Number(birthDate.slice(0, 4));
  const numbers = sql.array([...personalIdsOf(asked), ...documentNumbersOf(asked)], 'text');
  const key = nameKey(asked.fullName);
  const names = sql.array([key, ...asked.otherNames.map(nameKey)], 'text');
  const slipped = sql.array(datesWithYearSlipped(birthDate), 'text');
  const around = sql.array([year - 1, year, year + 1], 'int4');
  const yearsOff = sql.fragment`abs(birth_year - ${year}::int)`;
  const father = fatherName === null ? null : nameKey(fatherName);
  const mother = motherName === null ? null : nameKey(motherName);
  return [
    found(sql.fragment`numbers <> '{}' AND numbers && ${numbers}`),
    nearest(
      sql.fragment`name_key = ANY (${names})
      AND birth_date >= ${String(year - 1)} AND birth_date < ${String(year + 2)}`,
      sql.fragment`
      birth_date <> ${birthDate}, abs(left(birth_date, 4)::int - ${year}::int)`,
    ),
    found(sql.fragment`name_key = ANY (${names}) AND birth_date = ANY (${slipped})`),
    found(sql.fragment`other_name_keys <> '{}' AND other_name_keys && ${names}`),
    found(sql.fragment`father_key = ${father} AND mother_key = ${mother}`),
    nearest(sql.fragment`father_key = ${father} AND birth_year = ANY (${around})`, yearsOff),
    nearest(sql.fragment`mother_key = ${mother} AND birth_year = ANY (${around})`, yearsOff),
    sql.fragment`
      SELECT id FROM known_persons
      WHERE birth_date = ANY (${sql.array(datesNear(birthDate), 'text')})
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

/** Known persons by id, whether or not their record is in force still. */
export function listKnownPersons(
  db: CommonQueryMethods,
  ids: readonly number[],
): Promise<readonly KnownPerson[]> {
  return db.any(sql.type(Row)`
    SELECT ${columns} FROM ${tables} WHERE k.id = ANY (${sql.array([...ids], 'int4')})
  `);
}
