import type { CommonQueryMethods } from 'slonik';
import { type BoardScope, countOpen, listOwners, sumFlows } from '../db/read/board.ts';
import type { BoardCounts } from '../domain/board.ts';
import { addDays, dateOf, endOfDay, isoOf } from '../domain/instant.ts';

const NOTHING = { open: 0, late: 0, dueToday: 0, dueInThreeDays: 0, atRisk: 0 };
const DAYS_AHEAD = 3;

/** The live counts of a scope; every unit that owns cases has a line, also without open ones. */
export async function countsOf(db: CommonQueryMethods, scope: BoardScope): Promise<BoardCounts> {
  const today = dateOf(Date.parse(scope.now));
  const thirdDay = addDays(today, DAYS_AHEAD);
  const ends = { endOfDay: isoOf(endOfDay(today)), endOfThirdDay: isoOf(endOfDay(thirdDay)) };
  const [rows, owners, flows] = await Promise.all([
    countOpen(db, scope, ends),
    listOwners(db, scope),
    sumFlows(db, scope, { from: today, to: today }),
  ]);
  const byUnit = new Map<string, typeof NOTHING>();
  const steps: BoardCounts['steps'] = [];
  let total = NOTHING;
  for (const { step, unit, ...counts } of rows) {
    if (unit !== null) byUnit.set(unit, counts);
    else if (step !== null) steps.push({ step, ...counts });
    else total = counts;
  }
  const sum = (name: 'received' | 'issued') => flows.reduce((all, flow) => all + flow[name], 0);
  return {
    businessNow: scope.now,
    today,
    thirdDay,
    total,
    receivedToday: sum('received'),
    issuedToday: sum('issued'),
    steps,
    units: owners.map((owner) => ({ ...owner, ...(byUnit.get(owner.unit) ?? NOTHING) })),
  };
}
