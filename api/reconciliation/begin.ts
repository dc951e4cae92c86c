import type * as z from 'zod';
import { isUnderWay } from '../../db/read/reconciliations.ts';
import { brokenUnique } from '../../db/uniqueViolation.ts';
import type { Account } from '../../domain/account.ts';
import { periodOf } from '../../domain/exchange/period.ts';
import {
  periodOfRun,
  type ReconciliationBody,
  type ReconciliationOrder,
} from '../../domain/exchange/reconciliation.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import type { ReconciliationFacts } from '../../domain/flow/open.ts';
import { foldName } from '../../domain/foldName.ts';
import { dateOf } from '../../domain/instant.ts';
import type { Actor } from '../../domain/role.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { takeIn } from '../intake.ts';
import { Refused } from '../refused.ts';

/** What a run is called in lists of cases, which name a case by its person. */
const CENTRE_NAME = 'Trung tâm Lý lịch tư pháp quốc gia';

interface Begun {
  unit: string;
  order: ReconciliationOrder;
  requestKey: string;
  /** Names the run of the calendar, so that it is begun once; null for one begun by hand. */
  externalCode: string | null;
}

/**
 * Open the case of a reconciliation. Refuses with RECONCILIATION_OPEN while the same books are compared for
 * the same period.
 */
export async function openRun(
  deps: ApiDeps,
  actor: Actor,
  { unit: code, order, requestKey, externalCode }: Begun,
): Promise<{ caseId: string; opened: boolean }> {
  const unit = await deps.places.unit(code);
  if (unit === null) throw new Refused('UNKNOWN_UNIT');
  const { supplier, period, rule } = order;
  const supplierKind = supplier?.kind ?? null;
  if (await isUnderWay(deps.pool, code, order, requestKey))
    throw new Refused('RECONCILIATION_OPEN');
  try {
    return await takeIn<ReconciliationFacts>(deps, {
      kind: 'RECONCILIATION',
      account: actor,
      unit,
      channel: null,
      externalCode,
      body: order,
      person: {
        fullName: [supplier?.name ?? CENTRE_NAME, periodOfRun({ supplierKind, rule, period })]
          .filter((part) => part !== null)
          .join(' · '),
        birthDate: '',
        personalId: null,
      },
      accepted: true,
      requestKey,
      recordPrefix: null,
      facts: { withCentre: supplier === null },
    });
  } catch (error) {
    // Another one was begun at this moment.
    if (brokenUnique(error) !== 'reconciliations_open') throw error;
    throw new Refused('RECONCILIATION_OPEN', [], { cause: error });
  }
}

/** Begin a run by hand: a unit its own, the Centre also with any department. */
export async function beginByHand(
  deps: ApiDeps,
  account: Account,
  { unit, supplier, period }: z.infer<typeof ReconciliationBody>,
  requestKey: string,
): Promise<{ caseId: string; opened: boolean }> {
  const atCentre = account.unit === CENTRE_UNIT;
  const found = await deps.places.unit(unit);
  if (found === null) throw new Refused('UNKNOWN_UNIT');
  const ours = account.unit === unit || (atCentre && supplier === null);
  if (!ours) throw new Refused('NOT_YOUR_UNIT');
  if (supplier === null && found.kind !== 'STP') throw new Refused('UNKNOWN_UNIT');
  return openRun(deps, account, {
    unit,
    order: {
      supplier: supplier && { ...supplier, key: foldName(supplier.name) },
      period: period ?? periodOf('QUARTER', dateOf(nowMs(deps))),
      rule: null,
    },
    requestKey,
    externalCode: null,
  });
}
