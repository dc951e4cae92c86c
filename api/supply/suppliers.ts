import { type Arrivals, countArrivals } from '../../db/read/supplies.ts';
import type { Account } from '../../domain/account.ts';
import { dateOf } from '../../domain/instant.ts';
import { type Punctuality, punctualityOf } from '../../domain/supply/sources.ts';
import type { SupplierLine } from '../../domain/supply/supply.ts';
import { type ApiDeps, nowMs } from '../deps.ts';

type Judged = Arrivals & Punctuality;

/** How punctually the suppliers of an account's unit supplied in a year, the least punctual first. */
export async function suppliersOf(
  deps: ApiDeps,
  { unit }: Account,
  year = Number(dateOf(nowMs(deps)).slice(0, 4)),
) {
  const sources = await deps.laws.supplySources();
  const { calendar } = await deps.laws.at(nowMs(deps));
  const whole = await deps.laws.wholeCalendar(calendar.version);
  const arrivals = await countArrivals(deps.pool, unit, year);
  const judged = arrivals.map((arrival): Judged => {
    const { supplierKind: supplier, kind, from, arrivedOn } = arrival;
    return { ...arrival, ...punctualityOf({ supplier, kind, from, arrivedOn }, sources, whole) };
  });
  const bySupplier = Map.groupBy(judged, ({ supplierKind, supplierKey }) =>
    [supplierKind, supplierKey].join(' '),
  );
  const suppliers = [...bySupplier.values()].map(lineOf);
  const { countedFrom } = sources;
  return {
    year,
    countedFrom,
    suppliers: suppliers.toSorted((a, b) => shareLate(b) - shareLate(a)),
  };
}

function lineOf(arrivals: readonly Judged[]): SupplierLine {
  const count = (late: boolean | null): number =>
    arrivals.reduce((sum, one) => sum + (one.late === late ? one.entries : 0), 0);
  const [late, onTime, uncounted] = [count(true), count(false), count(null)];
  return {
    supplierKind: arrivals[0]?.supplierKind ?? 'FIRST_INSTANCE_COURT',
    supplierName: arrivals[0]?.supplierName ?? '',
    received: late + onTime + uncounted,
    onTime,
    late,
    uncounted,
    medianDays: medianOf(arrivals),
  };
}

/** The day by which half of the entries had come. */
function medianOf(arrivals: readonly Judged[]): number {
  const all = arrivals.reduce((sum, { entries }) => sum + entries, 0);
  let upTo = 0;
  for (const { days, entries } of arrivals.toSorted((a, b) => a.days - b.days)) {
    upTo += entries;
    if (upTo * 2 >= all) return days;
  }
  return 0;
}

function shareLate({ late, onTime }: SupplierLine): number {
  return late + onTime === 0 ? 0 : late / (late + onTime);
}
