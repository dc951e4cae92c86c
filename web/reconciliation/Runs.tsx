import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReconciliationQuery } from '../../domain/exchange/reconciliation.ts';
import { allows } from '../../domain/permission.ts';
import { useAsked } from '../pieces/askedList.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { useSession } from '../session.tsx';
import { BeginDialog } from './BeginDialog.tsx';
import { useRuns } from './query.ts';
import { RunFilters } from './RunFilters.tsx';
import { RunTable } from './RunTable.tsx';
import './reconciliation.css';

/** `/doi-chieu`: reconciliations of the own unit or, at the Centre, of all; the address holds the question. */
export default function Runs() {
  const { t } = useTranslation('reconciliation');
  const { account } = useSession();
  const [beginning, setBeginning] = useState(false);
  const asked = useAsked(ReconciliationQuery);
  const { data, error, isPending, refetch } = useRuns(asked.query);
  const begins = allows(account, 'reconciliation.begin');
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  useKeys({ n: () => begins && setBeginning(true) });
  return (
    <div className="reconciliation">
      <div className="reconciliation-head">
        <h1>{t('title')}</h1>
        {begins && (
          <Button
            type="primary"
            className="list-end"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setBeginning(true)}
          >
            {t('begin')} <kbd className="on-button">n</kbd>
          </Button>
        )}
      </div>
      <p className="muted">{t('lead')}</p>
      {beginning && <BeginDialog onClose={() => setBeginning(false)} />}
      <RunFilters {...asked} total={data?.total ?? null} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <RunTable runs={data?.runs ?? []} total={data?.total ?? 0} loading={isPending} {...asked} />
    </div>
  );
}
