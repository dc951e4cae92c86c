import { Button, Checkbox, Input, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Arrival } from '../../../domain/integration.ts';
import { isRefusalCode } from '../../../domain/refusal.ts';
import { REFUSAL_TEXTS } from '../../../domain/wording/refusals.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useLanguage } from '../../words/index.ts';
import { type ArrivalFilter, useArrivals } from './query.ts';

/** Everything that came to the door for agency messages, the latest first, with what was said to it. */
export function ArrivalList() {
  const { t } = useTranslation('integrations');
  const [search, setSearch] = useSearchParams();
  const filter: ArrivalFilter = {
    unit: search.get('don-vi') ?? undefined,
    refused: search.get('tu-choi') === '1' ? true : undefined,
    before: search.get('truoc') ?? undefined,
  };
  const { data, error, isPending, refetch } = useArrivals(filter);
  const show = (next: Partial<ArrivalFilter>): void =>
    setSearch(searchOf({ ...filter, before: undefined, ...next }));
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <div className="admin-filters">
        <Input.Search
          key={filter.unit ?? ''}
          allowClear
          defaultValue={filter.unit ?? ''}
          maxLength={60}
          style={{ width: 280 }}
          aria-label={t('unit')}
          placeholder={t('unit')}
          onSearch={(text) => show({ unit: text.trim().toUpperCase() || undefined })}
        />
        <Checkbox
          checked={filter.refused === true}
          onChange={({ target }) => show({ refused: target.checked || undefined })}
        >
          {t('onlyRefused')}
        </Checkbox>
      </div>
      <Table<Arrival>
        size="small"
        rowKey="id"
        aria-label={t('tab.arrivals')}
        columns={useColumns()}
        dataSource={data?.arrivals ?? []}
        loading={isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <EmptyState text={t('noArrivals')} /> }}
      />
      <div className="admin-filters">
        {filter.before !== undefined && (
          <Button onClick={() => show({ before: undefined })}>{t('first')}</Button>
        )}
        {typeof data?.next === 'number' && (
          <Button onClick={() => show({ before: String(data.next) })}>{t('next')}</Button>
        )}
      </div>
    </>
  );
}

function searchOf({ unit, refused, before }: ArrivalFilter): Record<string, string> {
  return {
    tab: 'den',
    ...(unit && { 'don-vi': unit }),
    ...(refused && { 'tu-choi': '1' }),
    ...(before && { truoc: before }),
  };
}

function useColumns(): TableProps<Arrival>['columns'] {
  const { t } = useTranslation('integrations');
  return [
    { title: t('receivedAt'), key: 'at', render: (_, { receivedAt }) => formatInstant(receivedAt) },
    { title: t('sender'), key: 'sender', render: (_, { unit, kid }) => kid ?? unit ?? '–' },
    {
      title: t('sequence'),
      key: 'sequence',
      align: 'right',
      render: (_, { sequence }) => sequence,
    },
    { title: t('verdict'), key: 'verdict', render: (_, arrival) => <Verdict arrival={arrival} /> },
    { title: t('detail'), key: 'detail', render: (_, { detail }) => detail },
    { title: t('size'), dataIndex: 'size', align: 'right' },
    {
      title: t('message'),
      key: 'message',
      render: (_, { messageId, sha256 }) => (
        <code className="message-id" title={`SHA-256 ${sha256}`}>
          {messageId ?? `sha256 ${sha256.slice(0, 12)}…`}
        </code>
      ),
    },
  ];
}

/** The last word on an arrival: its case's, if it got so far. */
function Verdict({ arrival: { verdict, state, refusalCode } }: { arrival: Arrival }) {
  const { t } = useTranslation('integrations');
  const { language } = useLanguage();
  const code = refusalCode ?? verdict;
  if (isRefusalCode(code)) return <span title={REFUSAL_TEXTS[code][language]}>{code}</span>;
  if (state === 'STORED') return <>{t('verdict.STORED')}</>;
  return <>{t(verdict === 'REPEATED' ? 'verdict.REPEATED' : 'verdict.TAKEN')}</>;
}
