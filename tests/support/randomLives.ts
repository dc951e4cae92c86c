import { randomUUID } from 'node:crypto';
import type { CommonQueryMethods } from 'slonik';
import { seededRandom } from '../../demo/random.ts';
import { noteOutage } from '../../db/intake/outages.ts';
import { sql } from '../../db/sql.ts';
import { type Held, HOLDERS } from '../../domain/flow/holder.ts';
import { type Interval, spansOf, sumsOf } from '../../domain/holding.ts';
import { HOUR_MS, type InstantMs, isoOf } from '../../domain/instant.ts';
import { ALL_YEARS } from './nationalCalendar.ts';

/** The life of a case as the ledger of holders has it, drawn by chance. */
export interface Life {
  caseId: string;
  owner: string;
  life: Interval;
  log: (Held & { from: InstantMs; to: null })[];
  closed: boolean;
  rulings: (Interval & Held)[];
}

export const OWNERS = ['STP-01', 'STP-40'];

export interface LivesPlan {
  seed: string;
  count: number;
  /** When the lives begin, and up to when they are told. */
  begins: Interval;
  now: InstantMs;
}

/** Lives that begin in an interval; every third is open, every fifth has a ruling in it. */
export function drawLives({ seed, count, begins, now }: LivesPlan): Life[] {
  const random = seededRandom(seed);
  const within = (from: number, to: number) => Math.floor(from + random.next() * (to - from));
  const someHeld = (owner: string): Held => {
    const holder = random.pick([...HOLDERS]);
    const units = { AGENCY: 'PV06-01', POST: 'BUUDIEN-01', APPLICANT: null, SYSTEM: null };
    return { holder, unit: holder in units ? units[holder as keyof typeof units] : owner };
  };
  return Array.from({ length: count }, (_, index) => {
    const owner = OWNERS[index % 2] ?? '';
    const from = within(begins.from, begins.to);
    const to = index % 3 === 0 ? now : within(from + HOUR_MS, now);
    const turns = Array.from({ length: 6 }, () => within(from, to)).toSorted((a, b) => a - b);
    const log = [from, ...turns].map((turn) => ({ from: turn, to: null, ...someHeld(owner) }));
    const ruled = {
      from: within(from, from + (to - from) / 2),
      to: within(from + (to - from) / 2, to),
    };
    const rulings = index % 5 === 0 ? [{ ...ruled, ...someHeld(owner) }] : [];
    const caseId = `HN-P-2023-${String(index + 1).padStart(6, '0')}`;
    return { caseId, owner, life: { from, to }, log, closed: to < now, rulings };
  });
}

export async function writeLife(
  db: CommonQueryMethods,
  { caseId, owner, life, log, closed, rulings }: Life,
): Promise<void> {
  const ends = closed ? isoOf(life.to) : null;
  await db.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    VALUES (${caseId}, 'APPLICATION', ${owner}, '{}', 'h', '{}', true, 'x', now())
  `);
  await db.query(sql.typeAlias('void')`
    INSERT INTO cases (case_id, kind, unit, step, rev, opened_at, closed_at, state)
    VALUES (${caseId}, 'APPLICATION', ${owner}, 'X', 1, ${isoOf(life.from)}, ${ends}, '{}')
  `);
  for (const [index, { holder, unit, from }] of log.entries()) {
    const next = log[index + 1];
    const to = next === undefined ? ends : isoOf(next.from);
    await db.query(sql.typeAlias('void')`
      INSERT INTO holdings (case_id, rev, owner, holder, unit, from_at, to_at)
      VALUES (${caseId}, ${index + 1}, ${owner}, ${holder}, ${unit}, ${isoOf(from)}, ${to})
    `);
  }
  for (const { from, to, holder, unit } of rulings) {
    await db.query(sql.typeAlias('void')`
      INSERT INTO hold_contests (case_id, n, from_at, to_at, to_holder, to_unit, paper_id, raised_by,
        raised_unit, raised_at, ruling)
      SELECT ${caseId}, 1, ${isoOf(from)}, ${isoOf(to)}, ${holder}, ${unit}, ${randomUUID()}, id, unit,
        now(), 'ACCEPTED' FROM accounts WHERE username = 'congan.hn'
    `);
  }
}

export async function writeOutage(db: CommonQueryMethods, { from, to }: Interval): Promise<void> {
  const span = { from: isoOf(from), to: isoOf(to) };
  await noteOutage(db, { ...span, what: 'OTHER', notedBy: 'x', reason: null });
}

/** What the domain makes of the same lives, as far as they lie in a window: office time by holder and unit. */
export function sharesOf(
  lives: readonly Life[],
  outages: readonly Interval[],
  window: Interval & { owner: string | null },
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { life, log, rulings, owner } of lives) {
    if (window.owner !== null && owner !== window.owner) continue;
    const seen = { from: Math.max(life.from, window.from), to: Math.min(life.to, window.to) };
    const spans = spansOf({ life, log, outages, rulings }).flatMap((span) => {
      const [from, to] = [Math.max(span.from, seen.from), Math.min(span.to, seen.to)];
      return from < to ? [{ ...span, from, to }] : [];
    });
    for (const { holder, unit, workingMs } of sumsOf(spans, ALL_YEARS)) {
      sums.set(`${holder} ${unit}`, (sums.get(`${holder} ${unit}`) ?? 0) + workingMs);
    }
  }
  return new Map([...sums].filter(([, ms]) => ms > 0));
}
