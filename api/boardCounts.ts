import type { CommonQueryMethods } from 'slonik';
import {
  type BoardScope,
  countDays,
  listOwners,
  type OpenCount,
  sumFlows,
} from '../db/read/board.ts';
import type { BoardCounts, BoardDays, Counts } from '../domain/board.ts';
import { addDays, dateOf } from '../domain/instant.ts';
import { DAYS_AHEAD, type OpenCounts } from './openCounts.ts';

export interface BoardReads {
  db: CommonQueryMethods;
  openCounts: OpenCounts;
}

/** The live counts of a scope; every unit that owns cases has a line, also without open ones. */
export async function countsOf(
  { db, openCounts }: BoardReads,
  scope: BoardScope,
): Promise<BoardCounts> {
  const today = dateOf(Date.parse(scope.now));
  const [owners, flows] = await Promise.all([
    listOwners(db, scope),
    sumFlows(db, scope, { from: today, to: today }),
  ]);
  const counts = await openCounts.of(
    owners.map(({ unit }) => unit),
    scope,
  );
  const bySteps = Map.groupBy(counts, ({ step }) => step);
  const byUnits = Map.groupBy(counts, ({ unit }) => unit);
  const sum = (name: 'received' | 'issued') => flows.reduce((all, flow) => all + flow[name], 0);
  return {
    businessNow: scope.now,
    today,
    thirdDay: addDays(today, DAYS_AHEAD),
    total: added(counts),
    receivedToday: sum('received'),
    issuedToday: sum('issued'),
    steps: [...bySteps].map(([step, own]) => ({ step, ...added(own) })),
    units: owners.map((owner) => ({ ...owner, ...added(byUnits.get(owner.unit) ?? []) })),
  };
}

/** The last `days` days of a scope, their stock counted back from what is open now. */
export async function daysOf(
  { db, openCounts }: BoardReads,
  scope: BoardScope,
  days: number,
): Promise<BoardDays> {
  const owners = await listOwners(db, scope);
  const units = owners.map(({ unit }) => unit);
  const { open } = added(await openCounts.of(units, scope));
  const today = dateOf(Date.parse(scope.now));
  return { days: [...(await countDays(db, scope, { today, days, open }))] };
}

function added(counts: readonly OpenCount[]): Counts {
  const sum = (name: keyof Counts) => counts.reduce((all, count) => all + count[name], 0);
  return {
    open: sum('open'),
    late: sum('late'),
    dueToday: sum('dueToday'),
    dueInThreeDays: sum('dueInThreeDays'),
    atRisk: sum('atRisk'),
  };
}
