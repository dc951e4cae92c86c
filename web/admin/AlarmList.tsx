import { useQuery } from '@tanstack/react-query';
import { Select, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Alarm, ALARM_KINDS } from '../../domain/alarm.ts';
import { AlarmList } from '../../domain/law/published.ts';
import { get } from '../api.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { ALARM_FILE } from '../../domain/wording/files/boardFiles.ts';
import { CsvButton } from '../supervisor/ExportButtons.tsx';
import { ListPage } from '../supervisor/ListPage.tsx';
import { useAlarmText } from './alarmText.ts';

const STATES = ['open', 'cleared', 'all'] as const;

/** `/quan-tri/canh-bao`: what nightly checks raised, standing and cleared. */
export default function AlarmsPage() {
  const { t } = useTranslation('incidents');
  const textOf = useAlarmText();
  const [search, setSearch] = useSearchParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['law', 'alarms'],
    queryFn: () => get('/alarms', AlarmList),
  });
  const kind = ALARM_KINDS.find((one) => one === search.get('loai'));
  const state = STATES.find((one) => one === search.get('trang-thai')) ?? 'open';
  const shown = (data?.alarms ?? []).filter(
    (alarm) =>
      (kind === undefined || alarm.kind === kind) &&
      (state === 'all' || (alarm.clearedAt === null) === (state === 'open')),
  );
  const show = (next: { loai?: string; 'trang-thai'?: string }): void =>
    setSearch({ loai: kind ?? 'ALL', 'trang-thai': state, ...next });
  const rows = shown.map((alarm) => {
    const { raisedAt, clearedAt, subject } = alarm;
    return { kind: alarm.kind, subject, text: textOf(alarm), raisedAt, clearedAt };
  });
  return (
    <ListPage
      title={t('alarms.title')}
      lead={t('alarms.lead')}
      error={error}
      onRetry={() => void refetch()}
    >
      <div className="list-head">
        <Select
          aria-label={t('state')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) => show({ 'trang-thai': value })}
        />
        <Select
          aria-label={t('alarms.kind')}
          value={kind ?? 'ALL'}
          options={['ALL', ...ALARM_KINDS].map((value) => {
            return { value, label: t(`alarms.kind.${value}`) };
          })}
          onChange={(value) => show({ loai: value })}
        />
        <span className="list-end">
          <CsvButton file={ALARM_FILE} rows={rows} />
        </span>
      </div>
      <AlarmTable alarms={shown} loading={isPending} />
    </ListPage>
  );
}

function AlarmTable({ alarms, loading }: { alarms: Alarm[]; loading: boolean }) {
  const { t } = useTranslation('incidents');
  const textOf = useAlarmText();
  const columns: TableProps<Alarm>['columns'] = [
    {
      title: t('alarms.kind'),
      dataIndex: 'kind',
      render: (kind: string) => t(`alarms.kind.${kind}`, { defaultValue: kind }),
    },
    { title: t('alarms.what'), key: 'what', render: (_, alarm) => textOf(alarm) },
    {
      title: t('alarms.raised'),
      dataIndex: 'raisedAt',
      render: formatInstant,
      sorter: (a, b) => Date.parse(a.raisedAt) - Date.parse(b.raisedAt),
    },
    {
      title: t('alarms.cleared'),
      dataIndex: 'clearedAt',
      render: (at: string | null) =>
        at === null ? <strong>{t('alarms.standing')}</strong> : formatInstant(at),
    },
  ];
  return (
    <Table<Alarm>
      size="small"
      rowKey="id"
      aria-label={t('alarms.title')}
      className="wide-table"
      columns={columns}
      dataSource={alarms}
      loading={loading}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <EmptyState text={t('alarms.empty')} hint={t('alarms.emptyHint')} /> }}
    />
  );
}
