import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Identity } from '../../domain/identity/identity.ts';
import { KnownPerson } from '../../domain/identity/lookUp.ts';
import { sql } from '../sql.ts';
import { keysAskedBy, MOST, valuesOf, waysTo } from './waysToPersons.ts';

// Checked when they were entered; checking every name again for each look-up buys nothing.
const Kept = z.custom<Identity>((value) => typeof value === 'object' && value !== null);
const Row = KnownPerson.extend({ identity: Kept });
const Found = Row.extend({ truncated: z.boolean() });

/**
 * A record in force, that was not given up, as it says now: by the paper that stands, or by the change
 * that was approved after it.
 */
const inForce = sql.fragment`
  b.abandoned_at IS NULL AND (c.case_id IS NULL OR ((k.amended OR c.state ->> 'recordPaperId' = k.paper_id::text)
    AND NOT EXISTS (SELECT FROM known_persons l WHERE l.case_id = k.case_id AND l.id > k.id
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
  const ways = waysTo(valuesOf(keysAskedBy(asked)));
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

/** Known persons by id, whether or not their record is in force still. */
export function listKnownPersons(
  db: CommonQueryMethods,
  ids: readonly number[],
): Promise<readonly KnownPerson[]> {
  return db.any(sql.type(Row)`
    SELECT ${columns} FROM ${tables} WHERE k.id = ANY (${sql.array([...ids], 'int4')})
  `);
}
