import type { CommonQueryMethods, DatabasePool, QuerySqlToken } from 'slonik';
import { KINH } from '../demo/ethnicities.ts';
import { makeName } from '../demo/names.ts';
import { seededRandom } from '../demo/random.ts';
import { foldName } from '../domain/foldName.ts';
import { sql } from '../db/sql.ts';

const NAMES = 20_000;
/** What was done lies behind by up to forty days; due dates lie around now. */
const LEAD = sql.fragment`interval '20 days'`;
/** Years in which no real dossier of a bench is numbered. */
const YEARS = { WHOLE: '2022', BARE: '2021' } as const satisfies Record<Copied, string>;

/**
 * How much of each dossier is copied. BARE leaves out what people wrote and all but the last line of the
 * log, which boards, rehearsals and trials never read: a million whole dossiers would fill 15 GB.
 */
export type Copied = 'WHOLE' | 'BARE';

/**
 * Multiply the dossiers in the database to about `wanted` by copies under numbers of a year of their
 * own: other names, done within the last forty days, due within three weeks of now either way. Copies have no
 * workflow, so they can be looked at only.
 */
export function multiplyCases(
  pool: DatabasePool,
  wanted: number,
  copied: Copied = 'WHOLE',
): Promise<void> {
  return pool.connect(async (db) => {
    // A million rows take longer than any statement of the system may.
    await db.query(sql.typeAlias('void')`SET statement_timeout = 0`);
    // Rows of known good ones: nothing to check again, and counters are made anew afterwards.
    await db.query(sql.typeAlias('void')`SET session_replication_role = replica`);
    await multiply(db, wanted, copied);
    await db.query(sql.typeAlias('void')`RESET session_replication_role`);
    await db.query(sql.typeAlias('void')`RESET statement_timeout`);
  });
}

async function multiply(db: CommonQueryMethods, wanted: number, copied: Copied): Promise<void> {
  const random = seededRandom('bulk');
  const names = Array.from({ length: NAMES }, () => {
    return makeName(random, { ethnicity: KINH, gender: random.pick(['M', 'F']) }).full;
  });
  const folded = names.map(foldName);
  const years = sql.array(Object.values(YEARS), 'text');
  const isReal = sql.fragment`split_part(o.case_id, '-', 3) <> ALL (${years})`;
  await db.query(sql.typeAlias('void')`
    CREATE TABLE bulk AS
    SELECT o.case_id AS old_id, g.n,
      split_part(o.case_id, '-', 1) || '-P-' || ${YEARS[copied]} || '-' ||
        to_char(row_number() OVER (PARTITION BY split_part(o.case_id, '-', 1)), 'FM000000') AS new_id,
      date_trunc('milliseconds', random() * interval '-40 days') AS shift, 1 + floor(random() * ${NAMES}::int)::int AS name
    FROM cases o CROSS JOIN generate_series(1, (${wanted}::int - (SELECT count(*) FROM cases)) /
      greatest(1, (SELECT count(*) FROM cases o WHERE ${isReal}))) AS g (n)
    WHERE o.kind = 'APPLICATION' AND ${isReal}
  `);
  for (const statement of copies(names, folded, copied)) await db.query(statement);
  await db.query(sql.typeAlias('void')`DROP TABLE bulk`);
}

/** Let the planner know what is there now, as autovacuum does within a minute. */
export async function analyse(db: CommonQueryMethods): Promise<void> {
  await db.query(sql.typeAlias('void')`ANALYZE`);
}

function copies(
  names: readonly string[],
  folded: readonly string[],
  copied: Copied,
): QuerySqlToken[] {
  const isWhole = copied === 'WHOLE';
  return [...copiesOfDossiers(names, folded, isWhole), ...copiesOfCases(isWhole)];
}

function copiesOfDossiers(
  names: readonly string[],
  folded: readonly string[],
  isWhole: boolean,
): QuerySqlToken[] {
  return [
    sql.typeAlias('void')`
      INSERT INTO submissions (case_id, kind, unit, channel, body, body_hash, facts, accepted,
        submitted_by, submitted_at)
      SELECT b.new_id, s.kind, s.unit, s.channel,
        CASE WHEN ${isWhole} THEN s.body ELSE '{}' END, s.body_hash, s.facts, s.accepted,
        s.submitted_by, s.submitted_at
      FROM bulk b JOIN submissions s ON s.case_id = b.old_id`,
    sql.typeAlias('void')`
      INSERT INTO subjects (case_id, full_name, folded_name, birth_date, personal_id)
      SELECT b.new_id, (${sql.array([...names], 'text')})[b.name],
        (${sql.array([...folded], 'text')})[b.name], p.birth_date, NULL
      FROM bulk b JOIN subjects p ON p.case_id = b.old_id`,
    sql.typeAlias('void')`
      INSERT INTO papers (id, case_id, act, body, written_by, written_at)
      SELECT gen_random_uuid(), b.new_id, p.act, p.body, p.written_by, p.written_at
      FROM bulk b JOIN papers p ON p.case_id = b.old_id WHERE ${isWhole}`,
  ];
}

function copiesOfCases(isWhole: boolean): QuerySqlToken[] {
  const state = isWhole
    ? sql.fragment`jsonb_set(c.state, '{caseId}', to_jsonb(b.new_id))`
    : sql.fragment`c.state`;
  return [
    sql.typeAlias('void')`
      INSERT INTO cases
      SELECT b.new_id, c.kind, c.unit, c.step, c.rev, c.queue_role, c.queue_unit, c.waiting_for,
        c.channel, c.certificate_type, c.regime, c.opened_at + b.shift, c.accepted_at + b.shift,
        c.issued_at + b.shift, c.closed_at + b.shift, c.legal_due_at + b.shift + ${LEAD},
        c.at_risk_at + b.shift + ${LEAD}, c.paused, c.legal_done_at + b.shift, ${state}
      FROM bulk b JOIN cases c ON c.case_id = b.old_id`,
    sql.typeAlias('void')`
      INSERT INTO case_events
      SELECT b.new_id, e.rev, e.update_id, e.act, e.step, e.actor, e.actor_unit, e.at, e.codes,
        e.paper_id, e.hash
      FROM bulk b JOIN case_events e ON e.case_id = b.old_id
        JOIN cases c ON c.case_id = b.old_id
      WHERE ${isWhole} OR e.rev = c.rev`,
    sql.typeAlias('void')`
      INSERT INTO holdings
      SELECT b.new_id, h.rev, h.owner, h.holder, h.unit, h.from_at + b.shift, h.to_at + b.shift
      FROM bulk b JOIN holdings h ON h.case_id = b.old_id`,
    sql.typeAlias('void')`
      INSERT INTO case_clocks
      SELECT b.new_id, k.name, k.effect, k.term, k.started_at, k.due_at + b.shift + ${LEAD}, k.at_risk_at,
        k.paused_at, k.stopped_at
      FROM bulk b JOIN case_clocks k ON k.case_id = b.old_id`,
    sql.typeAlias('void')`
      INSERT INTO verifications
      SELECT replace(v.request_id, b.old_id, b.new_id), b.new_id, v.kind, v.unit,
        v.asked_at + b.shift, v.due_at + b.shift, v.round, v.outcome, v.answered_at + b.shift, v.answer_id, v.expected_at, v.withdrawn
      FROM bulk b JOIN verifications v ON v.case_id = b.old_id`,
  ];
}
