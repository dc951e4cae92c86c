import type { CommonQueryMethods } from 'slonik';
import {
  type BoardScope,
  countDays,
  listOwners,
  type OpenCount,
  sumFlows,
} from '../db/read/board.ts';
import { countHiddenRisks } from '../db/read/twoTerms.ts';
import type { BoardCounts, BoardDays, Counts } from '../domain/board.ts';
import { addDays, dateOf } from '../domain/instant.ts';
import { allows } from '../domain/permission.ts';
import type { Reader } from '../domain/sight.ts';
import { DAYS_AHEAD, type OpenCounts } from './openCounts.ts';

export interface BoardReads {
  db: CommonQueryMethods;
  openCounts: OpenCounts;
}

/** The live counts of a scope; every unit that owns cases has a line, also without open ones. */
export async function countsOf(
  { db, openCounts }: BoardReads,
  scope: BoardScope,
  reader: Reader,
): Promise<BoardCounts> {
  const today = dateOf(Date.parse(scope.now));
  const [owners, flows] = await Promise.all([
    listOwners(db, scope),
    sumFlows(db, scope, { from: today, to: today }),
  ]);
  const units = owners.map(({ unit }) => unit);
  const counts = await asSeen(db, reader, await openCounts.of(units, scope), units, scope.now);
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

/** Counts as a reader may know them: without what only the term of an expunged person puts at risk. */
async function asSeen(
  db: CommonQueryMethods,
  reader: Reader,
  counts: readonly OpenCount[],
  units: readonly string[],
  now: string,
): Promise<readonly OpenCount[]> {
  if (allows(reader, 'conviction.read')) return counts;
  const keyOf = ({ unit, kind, step }: Pick<OpenCount, 'unit' | 'kind' | 'step'>) =>
    `${unit} ${kind} ${step}`;
  const hidden = await countHiddenRisks(db, units, now);
  const hiddenAt = new Map(hidden.map((each) => [keyOf(each), each.count]));
  return counts.map((count) => {
    return { ...count, atRisk: Math.max(0, count.atRisk - (hiddenAt.get(keyOf(count)) ?? 0)) };
  });
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
