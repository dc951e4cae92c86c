import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseLine } from '../../../domain/case.ts';
import { allows } from '../../../domain/permission.ts';
import { HeldBy } from '../../pieces/CaseTable.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useKeys } from '../../pieces/useKeys.ts';
import { useSession } from '../../session.tsx';
import { assignCase, claimCase, releaseCase, useHolding } from '../claims.ts';
import { ColleagueSelect } from '../ColleagueSelect.tsx';

/** Who has the case, and the ways to take it, give it back or give it to a colleague. Key `c` claims. */
export function HoldingBar({ line }: { line: CaseLine }) {
  const { t } = useTranslation('officer');
  const { account } = useSession();
  const { caseId, holder, queueRole } = line;
  const claiming = useHolding(claimCase);
  const releasing = useHolding(releaseCase);
  const assigning = useHolding((to: string) => assignCase(caseId, to));
  const sameUnit = account.unit === line.unit;
  const isOpen = line.closedAt === null && sameUnit;
  const queued = account.roles.some((role) => role === queueRole);
  const mayClaim = isOpen && holder === null && queued;
  const mayAssign = isOpen && allows(account, 'case.assign');
  useKeys({ c: () => mayClaim && claiming.mutate(caseId) });
  return (
    <div className="holding">
      {line.closedAt === null && (
        <span>
          {holder !== null && <span className="muted">{t('holder')}: </span>}
          <HeldBy line={line} />
          {holder !== null && (
            <span className="muted"> · {t('since', { at: formatInstant(holder.since) })}</span>
          )}
        </span>
      )}
      {mayClaim && (
        <Button size="small" loading={claiming.isPending} onClick={() => claiming.mutate(caseId)}>
          {t('claim')} <kbd className="on-button">c</kbd>
        </Button>
      )}
      {isOpen && holder?.id === account.id && (
        <Button size="small" loading={releasing.isPending} onClick={() => releasing.mutate(caseId)}>
          {t('release')}
        </Button>
      )}
      {mayAssign && (
        <Popover
          trigger="click"
          content={
            <div style={{ width: 300 }}>
              <ColleagueSelect value={holder?.id} onChange={(to) => assigning.mutate(to)} />
            </div>
          }
        >
          <Button size="small" loading={assigning.isPending}>
            {t('bulk.assign')}
          </Button>
        </Popover>
      )}
      <ProblemAlert error={claiming.error ?? releasing.error ?? assigning.error} />
    </div>
  );
}
