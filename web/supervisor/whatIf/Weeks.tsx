import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WhatIfFigures } from '../../../domain/law/run.ts';
import { formatDate } from '../../pieces/format.ts';

type Week = WhatIfFigures['weeks'][number];

/** Due dates by week, before and after: the load that a change adds to some weeks and takes from others. */
export function Weeks({ weeks }: { weeks: Week[] }) {
  const { t } = useTranslation('rehearsal');
  const most = weeks.toSorted((a, b) => added(b) - added(a))[0];
  return (
    <>
      {most !== undefined && added(most) > 0 && (
        <p>{t('whatIf.weeksSummary', { monday: formatDate(most.monday), added: added(most) })}</p>
      )}
      <Table<Week>
        size="small"
        rowKey="monday"
        dataSource={weeks}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('whatIf.week'), dataIndex: 'monday', render: formatDate },
          { title: t('whatIf.before'), dataIndex: 'before', align: 'right' },
          { title: t('whatIf.after'), dataIndex: 'after', align: 'right' },
          {
            title: t('whatIf.difference'),
            key: 'added',
            align: 'right',
            sorter: (a, b) => added(a) - added(b),
            render: (_, week) => (added(week) > 0 ? `+${added(week)}` : added(week)),
          },
        ]}
      />
    </>
  );
}

function added({ before, after }: Week): number {
  return after - before;
}
