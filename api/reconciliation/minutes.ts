import { getState } from '../acting.ts';
import { listDifferences } from '../../db/read/reconciliationDifferences.ts';
import type { StoredRun } from '../../db/read/reconciliations.ts';
import { boundsOf } from '../../domain/exchange/period.ts';
import type { DifferenceLine } from '../../domain/exchange/reconciliation.ts';
import { MOST_MINUTES_LINES } from '../../domain/fileRows.ts';
import { FINDING_NAMES, SETTLEMENT_NAMES } from '../../domain/wording/reconciliation.ts';
import { INFORMATION_NAMES } from '../../domain/wording/supplyNames.ts';
import { renderMinutes } from '../../print/minutes.ts';
import type { MinutesLine } from '../../print/minutesForm.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { letterheadOf } from '../letterhead.ts';
import { Refused } from '../refused.ts';

const CENTRE_NAME = 'Trung tâm Lý lịch tư pháp quốc gia';

/** The minutes of a run as PDF bytes, a draft before it is closed; refuses with MINUTES_TOO_LONG rather than leave lines out. */
export async function minutesOf(deps: ApiDeps, run: StoredRun): Promise<Uint8Array> {
  const { state } = await getState(deps.pool, run.caseId);
  const all = {
    q: '',
    sort: 'number',
    descending: false,
    page: 1,
    limit: MOST_MINUTES_LINES + 1,
  } as const;
  const { differences } = await listDifferences(deps.pool, run.id, all);
  if (differences.length > MOST_MINUTES_LINES) throw new Refused('MINUTES_TOO_LONG');
  const closed = run.step === 'RECONCILED' && run.endedAt !== null;
  return renderMinutes(
    {
      letterhead: await letterheadOf(deps, state),
      caseId: run.caseId,
      counterpart: run.supplierName ?? CENTRE_NAME,
      span: run.supplierKind === null ? null : boundsOf(run.period),
      citation: run.rule?.citation ?? null,
      at: closed ? Date.parse(run.endedAt ?? '') : nowMs(deps),
      counts: { here: run.hereCount ?? 0, there: run.thereCount ?? 0 },
      lines: differences.map(lineOf),
      ended: closed ? { at: Date.parse(run.endedAt ?? ''), by: run.endedBy ?? '' } : null,
    },
    { demo: deps.demonstration },
  );
}

/** Without the name a record has today: minutes that were signed stay what they were. */
function lineOf({ number, finding, here, there, ...line }: DifferenceLine): MinutesLine {
  const paper = there ?? here;
  const { settlement, note, settledBy } = line;
  const settled = settlement && SETTLEMENT_NAMES[settlement].vi;
  return {
    number,
    about: paper && `${paper.personName}, ${INFORMATION_NAMES[paper.kind].vi.toLowerCase()}`,
    finding: FINDING_NAMES[finding].vi,
    settled: settled && [settled, note, settledBy].filter((part) => part !== null).join('; '),
  };
}
