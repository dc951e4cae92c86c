import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { sql } from '../db/sql.ts';
import { realDelayUntil } from '../domain/clock/businessClock.ts';
import { databaseChecks } from './databaseChecks.ts';
import { engineChecks } from './engineChecks.ts';
import { type Expected, type Invariant, verdict, type Witnesses } from './verdict.ts';

/**
 * Look at database and engine from outside, by SQL and lists that share no code with the system, and
 * tell which rules hold. Call it when nobody is at work: a case in motion is not a broken rule.
 */
export async function checkInvariants(witnesses: Witnesses): Promise<Invariant[]> {
  const { db, expected } = witnesses;
  const invariants: Invariant[] = [];
  for (const [name, query] of Object.entries(databaseChecks)) {
    invariants.push(verdict(name, await breakersOf(db, query)));
  }
  invariants.push(verdict('no_rung_missed', await missedRungs(witnesses)));
  invariants.push(...(await engineChecks(witnesses)));
  if (expected !== null) invariants.push(...(await bookChecks(db, expected)));
  return invariants;
}

const Breaker = z.object({ wrong: z.string() });

/** Some of what breaks a rule, as its query finds it. */
export async function breakersOf(
  db: CommonQueryMethods,
  query: FragmentSqlToken,
): Promise<string[]> {
  return [...(await db.anyFirst(sql.type(Breaker)`${query} LIMIT 20`))];
}

const Unescalated = z.object({ wrong: z.string(), dueAt: z.string(), stoppedAt: z.string() });
/** Real milliseconds in which a timer rings at the latest, however busy the machine is. */
const TIMER_GRACE_MS = 10_000;

/** Clocks that ran on past their due instant without anybody being told. */
async function missedRungs({ db, clock }: Witnesses): Promise<string[]> {
  const rows = await db.any(sql.type(Unescalated)`
    SELECT k.case_id || ' ' || k.name AS wrong, k.due_at AS "dueAt", k.stopped_at AS "stoppedAt"
    FROM case_clocks k
    WHERE k.stopped_at > k.due_at AND k.paused_at IS NULL AND k.term <> 'supplementLapse'
      AND NOT EXISTS (SELECT FROM escalations e WHERE e.case_id = k.case_id AND e.clock = k.name
        AND e.rung = 'OVERDUE' AND e.due_at = k.due_at)
  `);
  // From the beginning of real time on, the delay until a business instant is its real instant.
  const realAt = (instant: string): number => realDelayUntil(clock, Date.parse(instant), 0);
  return rows
    .filter(({ dueAt, stoppedAt }) => realAt(stoppedAt) - realAt(dueAt) > TIMER_GRACE_MS)
    .map(({ wrong }) => wrong);
}

/** Acts that were answered with success and do not stand in the log. */
export async function lostActs(
  db: CommonQueryMethods,
  answered: Expected['answered'],
): Promise<string[]> {
  const events = await db.any(sql.type(
    z.object({ caseId: z.string(), rev: z.int(), act: z.string() }),
  )`
    SELECT case_id AS "caseId", rev, act FROM case_events
  `);
  const written = new Set(events.map(({ caseId, rev, act }) => `${caseId} ${rev} ${act}`));
  return answered
    .map(({ caseId, rev, act }) => `${caseId} ${rev} ${act}`)
    .filter((line) => !written.has(line));
}

/** The system's books against those of the people who worked with it. */
async function bookChecks(db: CommonQueryMethods, expected: Expected): Promise<Invariant[]> {
  const lost = await lostActs(db, expected.answered);
  const stored = await db.anyFirst(sql.type(z.object({ caseId: z.string() }))`
    SELECT case_id AS "caseId" FROM submissions WHERE kind = 'APPLICATION'
  `);
  const handed = new Set(expected.dossiers.map(({ caseId }) => caseId));
  const unknown = stored.filter((caseId) => !handed.has(caseId)).map((id) => `${id} not handed in`);
  const kept = new Set(stored);
  const missing = [...handed].filter((caseId) => !kept.has(caseId)).map((id) => `${id} not kept`);
  return [
    verdict('no_answered_act_lost', lost),
    verdict('dossiers_are_those_handed_in', [...unknown, ...missing]),
    verdict('sums_equal_input', await sumsOff(db, expected.provinces)),
  ];
}

const Sum = z.object({ code: z.string(), received: z.int(), fromMcdt: z.int() });

async function sumsOff(
  db: CommonQueryMethods,
  provinces: Expected['provinces'],
): Promise<string[]> {
  const sums = await db.any(sql.type(Sum)`
    SELECT u.province_code AS code, count(*)::int AS received,
      (count(*) FILTER (WHERE s.channel = 'PROVINCIAL_MCDT'))::int AS "fromMcdt"
    FROM submissions s JOIN units u ON u.code = s.unit
    WHERE s.kind = 'APPLICATION' GROUP BY u.province_code
  `);
  const found = new Map(sums.map((sum) => [sum.code, sum]));
  return provinces
    .filter(({ code, received, fromMcdt }) => {
      const sum = found.get(code) ?? { received: 0, fromMcdt: 0 };
      return sum.received !== received || sum.fromMcdt !== fromMcdt;
    })
    .map(({ code, received }) => `${code}: ${found.get(code)?.received ?? 0} of ${received}`);
}
