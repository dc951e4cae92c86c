import { Button, Drawer, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitKey } from '../../../domain/integration.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { KeyForm } from './KeyForm.tsx';
import { useStanding } from './query.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

const SHOWN_GAPS = 20;

interface UnitDrawerProps {
  unit: string;
  name: string;
  onClose: () => void;
}

/** A unit's keys, to register and to withdraw, and the numbers that never came. */
export function UnitDrawer({ unit, name, onClose }: UnitDrawerProps) {
  const { t } = useTranslation('integrations');
  const { data, error, isPending, refetch } = useStanding(unit);
  const [withdrawing, setWithdrawing] = useState<UnitKey | null>(null);
  const columns = useColumns(setWithdrawing);
  const keys = data?.keys ?? [];
  return (
    <Drawer open size={720} title={`${unit} · ${name}`} onClose={onClose}>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading rows={4} />}
      {data !== undefined && (
        <>
          <p>{t('lastNumber', { number: data.lastSequence })}</p>
          {data.gaps.length > 0 && <p>{t('gaps', { list: textOf(data.gaps) })}</p>}
          {data.late > 0 && <p>{t('numbering.late', { count: data.late })}</p>}
          <h2>{t('keys')}</h2>
          <Table<UnitKey>
            size="small"
            rowKey="kid"
            aria-label={t('keys')}
            columns={columns}
            dataSource={keys}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <EmptyState text={t('noKeys')} /> }}
          />
          <KeyForm key={keys.length} unit={unit} count={keys.length} />
        </>
      )}
      {withdrawing !== null && (
        <WithdrawDialog unit={unit} unitKey={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </Drawer>
  );
}

function textOf(gaps: readonly { from: number; to: number }[]): string {
  const shown = gaps
    .slice(0, SHOWN_GAPS)
    .map(({ from, to }) => (from === to ? from : `${from}–${to}`));
  return shown.join(', ') + (gaps.length > SHOWN_GAPS ? ', …' : '');
}

function useColumns(onWithdraw: (key: UnitKey) => void): TableProps<UnitKey>['columns'] {
  const { t } = useTranslation('integrations');
  const from = (at: string): string => (Date.parse(at) === 0 ? '' : formatInstant(at));
  return [
    { title: t('kid'), key: 'kid', render: (_, { kid }) => <code>{kid}</code> },
    {
      title: t('validity'),
      key: 'validity',
      render: (_, { validFrom, validTo }) =>
        `${from(validFrom)} – ${validTo === null ? '' : formatInstant(validTo)}`,
    },
    {
      title: t('standing'),
      key: 'standing',
      render: (_, { standing }) => t(`standing.${standing}`),
    },
    {
      title: t('registeredBy'),
      key: 'by',
      render: (_, { registeredBy }) =>
        registeredBy === 'setup' ? t('registered.setup') : registeredBy,
    },
    {
      title: '',
      key: 'act',
      render: (_, key) =>
        key.standing !== 'WITHDRAWN' && (
          <Button size="small" danger onClick={() => onWithdraw(key)}>
            {t('withdraw')}
          </Button>
        ),
    },
  ];
}
