import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../domain/instant.ts';
import type { CalendarDay } from '../../domain/law/calendar.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { lunarText } from '../../domain/law/lunar.ts';
import { formatDate } from '../pieces/format.ts';
import { useLanguage } from '../words/index.ts';

/** The exceptional dates of a year by name, with lunar date, certainty and source. */
export function DayTable({ days }: { days: readonly CalendarDay[] }) {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const kinds = [...new Set(days.map(({ kind }) => kind))];
  const columns: TableProps<CalendarDay>['columns'] = [
    {
      title: t('calendar.date'),
      key: 'date',
      sorter: (a, b) => (a.date < b.date ? -1 : 1),
      render: (_, { date }) => (
        <span className="admin-date">
          {formatDate(date)} <span className="muted">{t(`weekday.${weekdayOf(date)}`)}</span>
        </span>
      ),
    },
    {
      title: t('calendar.lunar'),
      key: 'lunar',
      responsive: ['sm'],
      render: (_, { date }) => lunarText(date, t('lunarLeap')),
    },
    { title: t('calendar.name'), dataIndex: language === 'vi' ? 'nameVi' : 'nameEn' },
    {
      title: t('calendar.kind'),
      key: 'kind',
      responsive: ['sm'],
      filters: kinds.map((kind) => ({ value: kind, text: t(`kind.${kind}`) })),
      onFilter: (kind, day) => day.kind === kind,
      render: (_, { kind }) => t(`kind.${kind}`),
    },
    {
      title: t('calendar.state'),
      key: 'state',
      filters: [true, false].map((confirmed) => ({
        value: confirmed,
        text: t(confirmed ? 'calendar.confirmedDay' : 'calendar.forecastDay'),
      })),
      onFilter: (confirmed, day) => day.confirmed === confirmed,
      render: (_, { confirmed }) => (
        <span className="admin-mark" data-verified={confirmed}>
          {confirmed ? '✓' : '?'} {t(confirmed ? 'calendar.confirmedDay' : 'calendar.forecastDay')}
        </span>
      ),
    },
    { title: t('calendar.source'), dataIndex: 'source', responsive: ['lg'] },
  ];
  return (
    <section aria-labelledby="calendar-days">
      <h2 id="calendar-days">{t('calendar.days')}</h2>
      <Table
        aria-labelledby="calendar-days"
        size="small"
        rowKey="date"
        columns={columns}
        dataSource={[...days]}
        pagination={false}
        locale={{ emptyText: <EmptyState text={t('calendar.empty')} /> }}
      />
    </section>
  );
}
