import { type AbsenceRow, isAwayBetween, listUncovered } from '../db/read/absences.ts';
import { findAccount } from '../db/read/accounts.ts';
import {
  type Absence,
  type AbsenceToEnter,
  canCover,
  LOOK_AHEAD_DAYS,
  workingDaysBetween,
} from '../domain/absence.ts';
import type { Account } from '../domain/account.ts';
import { addDays, dateOf, type DateText } from '../domain/instant.ts';
import { allows } from '../domain/permission.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { type FieldProblem, Refused } from './refused.ts';

/** Refuse an absence that cannot be entered by this account, or whose fields do not go together. */
export async function mustBeEnterable(
  deps: ApiDeps,
  account: Account,
  entry: AbsenceToEnter,
): Promise<void> {
  const person = await findAccount(deps.pool, entry.account);
  if (person === null) throw wrong('account', 'NO_SUCH_PERSON');
  if (person.id !== account.id) {
    if (!allows(account, 'absence.oversee')) throw new Refused('NOT_PERMITTED');
    if (person.unit !== account.unit) throw new Refused('NOT_YOUR_UNIT');
  }
  if (entry.from < dateOf(nowMs(deps))) throw wrong('from', 'IN_PAST');
  if (entry.delegate === null) return;
  const delegate = await findAccount(deps.pool, entry.delegate);
  if (delegate === null) throw wrong('delegate', 'NO_SUCH_PERSON');
  if (delegate.unit !== person.unit) throw wrong('delegate', 'OF_ANOTHER_UNIT');
  if (!canCover(person.roles, delegate.roles)) throw wrong('delegate', 'CANNOT_COVER');
  const { from, to } = entry;
  const away = await isAwayBetween(deps.pool, { account: delegate.id, from, to });
  if (away) throw wrong('delegate', 'DELEGATE_AWAY');
}

function wrong(path: string, code: FieldProblem['code']): Refused {
  return new Refused('INVALID_INPUT', [{ path, code }]);
}

/** Absences as this account may see them, with the working days from today on that nobody covers. */
export async function absencesShown(
  deps: ApiDeps,
  account: Account,
  rows: readonly AbsenceRow[],
): Promise<Absence[]> {
  const now = nowMs(deps);
  const { calendar } = await deps.laws.at(now);
  const oversees = allows(account, 'absence.oversee');
  return rows.map(({ unit, delegateAway, ...row }) => {
    const from = row.from > dateOf(now) ? row.from : dateOf(now);
    const days = workingDaysBetween(from, row.to, calendar);
    const lacks = (day: DateText): boolean =>
      row.delegate === null || delegateAway.some(([first, last]) => day >= first && day <= last);
    const open = row.cancelledAt === null ? days.filter(lacks) : [];
    const mayKnow = row.person.id === account.id || (oversees && unit === account.unit);
    const why = mayKnow ? {} : { reason: null, note: null };
    return { ...row, ...why, uncoveredDays: open };
  });
}

/** How many absences of the next two weeks leave working days without cover. */
export async function countUncovered(deps: ApiDeps, account: Account): Promise<number> {
  const today = dateOf(nowMs(deps));
  const rows = await listUncovered(deps.pool, account.unit, today);
  const shown = await absencesShown(deps, account, rows);
  const horizon = addDays(today, LOOK_AHEAD_DAYS);
  return shown.filter(({ uncoveredDays }) => uncoveredDays.some((day) => day <= horizon)).length;
}
