import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type * as z from 'zod';
import { Worklist } from '../../domain/case.ts';
import type { PaperState } from '../../domain/exchange/channelState.ts';
import { allows } from '../../domain/permission.ts';
import { get } from '../api.ts';
import { BulkBar } from '../officer/bulk/BulkBar.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSession } from '../session.tsx';
import { PaperChoice } from './PaperChoice.tsx';
import {
  bulkIn,
  firstTab,
  goesByPost,
  isAtCentre,
  paperIn,
  queryOf,
  type Tab,
  tabsOf,
} from './tabs.ts';
import { TransferTable } from './TransferTable.tsx';
import './records.css';

/** Record transfers by step: what a province sends, what the Centre receives, checks and takes over. */
export default function Transfers() {
  const { t } = useTranslation('records');
  const { account } = useSession();
  const [search, setSearch] = useSearchParams();
  const tabs = tabsOf(account);
  const q = search.get('q') ?? '';
  // Whoever is looked for may stand in any state.
  const usual = q === '' ? firstTab(account) : 'any';
  const tab = tabs.find((one) => one === search.get('buoc')) ?? usual;
  const atCentre = isAtCentre(account);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  const paper = paperIn(tab, search.get('giay'));
  const show = (next: { buoc?: Tab; q?: string; giay?: PaperState | null }): void => {
    const { buoc, q: text, giay } = { buoc: tab, q, giay: paper, ...next };
    setSearch({ buoc, ...(text && { q: text }), ...(giay && { giay }) }, { replace: true });
  };
  return (
    <div className="records">
      <div className="records-head">
        <h1>
          {t('title')} <small className="muted">{t(atCentre ? 'incoming' : 'outgoing')}</small>
        </h1>
        {allows(account, 'exchange.read') && <Link to="/trao-doi/bao-cao">{t('share')}</Link>}
        {allows(account, 'paper.register') && <Link to="/trao-doi/ban-giay">{t('papers')}</Link>}
        {allows(account, 'transfer.enter') && (
          <Link to="/trao-doi/cong-van">{t('dispatches')}</Link>
        )}
        {account.roles.includes('RECORD_OFFICER') && (
          <Link to="/trao-doi/moi">
            <Button type="primary" tabIndex={-1} icon={<PlusOutlined aria-hidden />}>
              {t('new')}
            </Button>
          </Link>
        )}
      </div>
      <Input.Search
        key={q}
        allowClear
        defaultValue={q}
        maxLength={120}
        aria-label={t('search')}
        placeholder={t('search')}
        onSearch={(text) => show({ buoc: text.trim() === '' ? tab : 'any', q: text.trim() })}
        className="records-search"
      />
      {goesByPost(tab) && <PaperChoice value={paper} onChange={(giay) => show({ giay })} />}
      <Tabs
        activeKey={tab}
        onChange={(key) => show({ buoc: key as Tab })}
        destroyOnHidden
        items={tabs.map((key) => ({
          key,
          label: t(`tabs.${key}`),
          children: <TransferQueue tab={key} q={q} paper={paper} />,
        }))}
      />
    </div>
  );
}

interface TransferQueueProps {
  tab: Tab;
  q: string;
  paper: PaperState | null;
}

function TransferQueue({ tab, q, paper }: TransferQueueProps) {
  const { t } = useTranslation('records');
  const { account } = useSession();
  const action = bulkIn(tab, account);
  const [ticked, setTicked] = useState<string[]>([]);
  const filter = {
    kind: 'TRANSFER',
    ...queryOf(tab),
    ...(q !== '' && { q }),
    ...(paper !== null && { paperState: paper }),
  };
  const query = useInfiniteQuery({
    queryKey: ['worklist', filter],
    queryFn: ({ pageParam }) => get('/worklist', Worklist, { ...filter, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: z.infer<typeof Worklist>) => next,
  });
  return (
    <>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {action !== null && (
        <BulkBar caseIds={ticked} only={[action]} onClear={() => setTicked([])} />
      )}
      <TransferTable
        lines={query.data?.pages.flatMap(({ cases }) => cases) ?? []}
        loading={query.isPending}
        atCentre={isAtCentre(account)}
        q={q}
        {...(action !== null && { selection: { ids: ticked, onChange: setTicked } })}
      />
      {query.hasNextPage && (
        <Button
          className="records-more"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
