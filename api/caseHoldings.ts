import {
  type ContestRow,
  listContests,
  listHoldings,
  listOutageSpans,
} from '../db/read/holdings.ts';
import type { Account } from '../domain/account.ts';
import { workingMsBetween } from '../domain/clock/workingTime.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import {
  type CaseHoldings,
  type Interval,
  sharesOf,
  type Span,
  spansOf,
  sumsOf,
  withoutAgencies,
} from '../domain/holding.ts';
import { isoOf } from '../domain/instant.ts';
import { allows, seesCase } from '../domain/permission.ts';
import { type ApiDeps, nowMs } from './deps.ts';

/** Whose time a case's life was so far, and what is contested about it. */
export interface Charged {
  life: Interval;
  spans: Span[];
  contests: readonly ContestRow[];
}

/** A case's life as it is charged now: log, outages, accepted contests. */
export async function chargedTime(deps: ApiDeps, state: AnyState): Promise<Charged> {
  const life = { from: state.openedAt, to: state.closedAt ?? nowMs(deps) };
  const [log, outages, contests] = await Promise.all([
    listHoldings(deps.pool, state.caseId),
    listOutageSpans(deps.pool, { from: isoOf(life.from), to: isoOf(life.to) }),
    listContests(deps.pool, state.caseId),
  ]);
  const accepted = contests.filter(({ ruling }) => ruling === 'ACCEPTED');
  const spans = spansOf({
    life,
    log: log.map(({ from, to, ...held }) => {
      return { ...held, from: Date.parse(from), to: to === null ? null : Date.parse(to) };
    }),
    outages: outages.map(intervalOf),
    rulings: accepted.map((contest) => {
      return { ...intervalOf(contest), holder: contest.toHolder, unit: contest.toUnit };
    }),
  });
  return { life, spans, contests };
}

/** An interval of instants as texts, as instants. */
export function intervalOf({ from, to }: { from: string; to: string }): Interval {
  return { from: Date.parse(from), to: Date.parse(to) };
}

/**
 * Who held a case's time, as this reader may see it: all of it for those who see the case, without
 * naming agencies to readers without `conviction.read`; an asked agency and the post their own part.
 */
export async function caseHoldingsOf(
  deps: ApiDeps,
  account: Account,
  state: AnyState,
): Promise<CaseHoldings> {
  const { life, spans, contests } = await chargedTime(deps, state);
  const calendar = await deps.laws.wholeCalendar(state.calendarVersion, state.calendarOverlay);
  const sees = seesCase(account, state);
  const knows = allows(account, 'conviction.read');
  const shown = sees && !knows ? withoutAgencies(spans) : spans;
  const sums = sumsOf(shown, calendar);
  const shares = sharesOf(sums);
  const isShown = ({ unit }: { unit: string | null }): boolean => sees || unit === account.unit;
  return {
    unit: state.unit,
    from: isoOf(life.from),
    to: isoOf(life.to),
    spans: shown.filter(isShown).map(({ from, to, ...held }) => {
      const workingMs = workingMsBetween(from, to, calendar);
      return { ...held, from: isoOf(from), to: isoOf(to), workingMs };
    }),
    sums: sums.map((sum, index) => ({ ...sum, share: shares[index] ?? 0 })).filter(isShown),
    contests: contests
      .filter((contest) => mayReadContest(account, state, contest))
      .map(({ raisedById, telling: _telling, ...contest }) => ({
        ...contest,
        mayRule:
          contest.ruling === null &&
          sees &&
          allows(account, 'holding.rule') &&
          raisedById !== account.id,
      })),
    mayContest:
      allows(account, 'holding.contest') && spans.some(({ unit }) => unit === account.unit),
  };
}

/** Whether a reader may see a contest: those who see the case, unless it tells of a conviction; others their unit's own. */
export function mayReadContest(
  account: Account,
  state: AnyState,
  { telling, raisedUnit }: Pick<ContestRow, 'telling' | 'raisedUnit'>,
): boolean {
  if (!seesCase(account, state)) return raisedUnit === account.unit;
  return !telling || allows(account, 'conviction.read');
}
