import { randomUUID } from 'node:crypto';
import { listUnlisted, suppliersDue, unitsDue } from '../../db/read/reconciliations.ts';
import { boundsOf } from '../../domain/exchange/period.ts';
import { ReconciliationOrder } from '../../domain/exchange/reconciliation.ts';
import { dueBefore, type ReconciliationRule } from '../../domain/exchange/schedule.ts';
import { addDays, dateOf, isoOf, startOfDay } from '../../domain/instant.ts';
import { SYSTEM } from '../../domain/role.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { LongWork } from '../longWork.ts';
import { Refused } from '../refused.ts';
import { openRun } from './begin.ts';
import { compareCentre } from './compare.ts';
import { runWithState } from './running.ts';

/**
 * Begins the reconciliations of every period that has ended, once a business day, and compares what nobody
 * has compared: begun by the calendar, or by a person whose process ended on the way.
 */
export class ReconciliationKeeper extends LongWork {
  protected readonly piece = 'reconciliation';
  #begunOn = '';

  protected async takeLost(): Promise<readonly string[]> {
    const today = dateOf(nowMs(this.deps));
    if (today !== this.#begunOn) {
      await beginDue(this.deps, today);
      this.#begunOn = today;
    }
    return listUnlisted(this.deps.pool);
  }

  protected async carryOut(caseId: string): Promise<void> {
    const { state } = await runWithState(this.deps, caseId);
    if (state.step === 'LISTING') await compareCentre(this.deps, SYSTEM, caseId, randomUUID());
  }
}

/** Begin what has ended before a day and was not begun; several processes begin it once. */
async function beginDue(deps: ApiDeps, today: string): Promise<void> {
  const schedule = await deps.laws.reconciliations();
  for (const { rule, period } of dueBefore(schedule, today)) {
    for (const { unit, supplier } of await dueUnder(deps, rule, period)) {
      const { citation, verified } = rule;
      const order = ReconciliationOrder.parse({ supplier, period, rule: { citation, verified } });
      const whom = supplier === null ? 'CENTRE' : `${supplier.kind}/${supplier.key}`;
      const externalCode = `RECONCILIATION/${whom}/${period}`;
      try {
        await openRun(deps, SYSTEM, { unit, order, requestKey: randomUUID(), externalCode });
      } catch (error) {
        // A person began the same one at this moment.
        if (!(error instanceof Refused) || error.code !== 'RECONCILIATION_OPEN') throw error;
      }
    }
  }
}

async function dueUnder(
  { pool }: ApiDeps,
  { of, suppliers }: ReconciliationRule,
  period: string,
): Promise<{ unit: string; supplier: { kind: string; name: string; key: string } | null }[]> {
  const { from, to } = boundsOf(period);
  const end = isoOf(startOfDay(addDays(to, 1)));
  if (suppliers === null) {
    const units = await unitsDue(pool, period, end);
    return units.map(({ unit }) => ({ unit, supplier: null }));
  }
  const due = await suppliersDue(pool, suppliers, { period, of, from, to, end });
  return due.map(({ unit, ...supplier }) => ({ unit, supplier }));
}
