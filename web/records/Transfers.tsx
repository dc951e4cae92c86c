import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type TransferQueue,
  TransferQuery,
  Transfers as Found,
} from '../../domain/exchange/transferList.ts';
import { allows } from '../../domain/permission.ts';
import { get } from '../api.ts';
import { BulkBar } from '../officer/bulk/BulkBar.tsx';
import { type Asked, useAsked } from '../pieces/askedList.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSession } from '../session.tsx';
import { bulkIn, firstTab, goesByPost, isAtCentre, tabsOf } from './tabs.ts';
import { TransferFilters } from './TransferFilters.tsx';
import { TransferTable } from './TransferTable.tsx';
import './records.css';

/** `/trao-doi`: what a province sends, what the Centre receives, checks and takes over; the address holds the question. */
export default function Transfers() {
  const { t } = useTranslation('records');
  const { account } = useSession();
  const { query, onChange } = useAsked(TransferQuery);
  const tabs = tabsOf(account);
  // Whoever is looked for may stand in any state.
  const usual = query['q'] === undefined ? firstTab(account) : 'any';
  const tab = tabs.find((one) => one === query['state']) ?? usual;
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  const asked = { ...query, state: tab };
  return (
    <div className="records">
      <Head />
      <Tabs
        activeKey={tab}
        onChange={(state) => {
          const papers = goesByPost(state as TransferQueue) ? {} : { paperState: undefined };
          onChange({ ...papers, state });
        }}
        items={tabs.map((key) => ({ key, label: t(`tabs.${key}`) }))}
      />
      <TransferList key={tab} tab={tab} query={asked} onChange={onChange} />
    </div>
  );
}

function Head() {
  const { t } = useTranslation('records');
  const { account } = useSession();
  return (
    <div className="records-head">
      <h1>
        {t('title')}{' '}
        <small className="muted">{t(isAtCentre(account) ? 'incoming' : 'outgoing')}</small>
      </h1>
      {allows(account, 'exchange.read') && <Link to="/trao-doi/bao-cao">{t('share')}</Link>}
      {allows(account, 'paper.register') && <Link to="/trao-doi/ban-giay">{t('papers')}</Link>}
      {allows(account, 'transfer.enter') && <Link to="/trao-doi/cong-van">{t('dispatches')}</Link>}
      {account.roles.includes('RECORD_OFFICER') && (
        <Link to="/trao-doi/moi">
          <Button type="primary" tabIndex={-1} icon={<PlusOutlined aria-hidden />}>
            {t('new')}
          </Button>
        </Link>
      )}
    </div>
  );
}

/** A queue as it is asked for; only what is shown counts as ticked. */
function TransferList({ tab, query, onChange }: Asked & { tab: TransferQueue }) {
  const { account } = useSession();
  const action = bulkIn(tab, account);
  const [ticked, setTicked] = useState<string[]>([]);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['worklist', 'transfers', query],
    queryFn: () => get('/transfers', Found, query),
    placeholderData: keepPreviousData,
  });
  const lines = data?.transfers ?? [];
  const ids = ticked.filter((id) => lines.some(({ caseId }) => caseId === id));
  return (
    <>
      <TransferFilters tab={tab} query={query} onChange={onChange} total={data?.total ?? null} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {action !== null && <BulkBar caseIds={ids} only={[action]} onClear={() => setTicked([])} />}
      <TransferTable
        lines={lines}
        total={data?.total ?? 0}
        loading={isPending}
        atCentre={isAtCentre(account)}
        query={query}
        onChange={onChange}
        {...(action !== null && { selection: { ids, onChange: setTicked } })}
      />
    </>
  );
}
