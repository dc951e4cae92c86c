import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Identity } from '../../domain/identity/identity.ts';
import { sql } from '../sql.ts';
import { stands } from './records.ts';
import { type AskedAs, keysAskedBy, waysTo } from './waysToPersons.ts';

const Candidate = z.object({ n: z.int(), number: z.string() });

const columns: AskedAs = {
  numbers: sql.fragment`a.numbers`,
  key: sql.fragment`a.key`,
  names: sql.fragment`a.names`,
  birthDate: sql.fragment`a."birthDate"`,
  year: sql.fragment`a.year`,
  from: sql.fragment`a."from"`,
  before: sql.fragment`a.before`,
  around: sql.fragment`a.around`,
  slipped: sql.fragment`a.slipped`,
  near: sql.fragment`a.near`,
  father: sql.fragment`a.father`,
  mother: sql.fragment`a.mother`,
};

/** For each of several persons, by its place: numbers of records that may be of the same one, to be compared. */
export function findRecordsLike(
  db: CommonQueryMethods,
  asked: readonly Identity[],
): Promise<readonly z.infer<typeof Candidate>[]> {
  const rows = asked.map((identity, n) => ({ n, ...keysAskedBy(identity) }));
  const ways = waysTo(columns).map((way) => sql.fragment`(${way})`);
  return db.any(sql.type(Candidate)`
    SELECT DISTINCT a.n, k.record_number AS number
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS a (n int, numbers text[], key text, names text[],
        "birthDate" text, year int, "from" text, before text, around int[], slipped text[], near text[],
        father text, mother text)
      CROSS JOIN LATERAL (${sql.join(ways, sql.fragment` UNION `)}) AS way
      JOIN known_persons k ON k.id = way.id
    WHERE k.record_number IS NOT NULL
  `);
}

const Standing = z.object({ number: z.string(), person: z.unknown() });

/** The persons of departments' records as these say now, unread; of those merged away or given up none. */
export function listPersons(
  db: CommonQueryMethods,
  numbers: readonly string[],
): Promise<readonly z.infer<typeof Standing>[]> {
  return db.any(sql.type(Standing)`
    SELECT r.number, h.body -> 'person' AS person
    FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    WHERE r.book = 'PROVINCE' AND r.number = ANY (${sql.array([...numbers], 'text')}) AND ${stands}
  `);
}
