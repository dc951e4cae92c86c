import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { COURTS } from '../../../domain/law/figuresSeen.ts';
import type { LawRun, WhatIfFigures } from '../../../domain/law/run.ts';
import { useClockName } from '../../admin/rehearsal/clockName.ts';
import { MoveTable } from '../../admin/rehearsal/MoveTable.tsx';
import { Numbers } from '../../admin/rehearsal/Numbers.tsx';
import { useDownload } from '../../pieces/useDownload.ts';
import { useProvinces, useUnitName } from '../../pieces/units.ts';
import { Weeks } from './Weeks.tsx';

type Group = WhatIfFigures['byUnit'][number];

/** What a trial found: breaches before and after, by province, agency and step; who changes side; load by week. */
export function WhatIfResult({ run, figures }: { run: LawRun; figures: WhatIfFigures }) {
  const { t } = useTranslation('rehearsal');
  const unitName = useUnitName();
  const clockName = useClockName();
  const { data: provinces = [] } = useProvinces();
  const provinceName = (code: string): string =>
    provinces.find((province) => province.code === code)?.name ?? unitName(code);
  const agencyName = (code: string) => (code === COURTS ? t('whatIf.courts') : unitName(code));
  const fetchFile = useDownload();
  const { of: _of, byProvince, byUnit, byClock, weeks, ...counts } = figures;
  return (
    <>
      <Numbers figures={counts} />
      <div className="rehearsal-deeds">
        {(['csv', 'json'] as const).map((form) => (
          <Button
            key={form}
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => fetchFile(`/law-runs/${run.id}/result.${form}`)}
          >
            {t('whatIf.files')} ({form.toUpperCase()})
          </Button>
        ))}
      </div>
      <Tabs
        items={[
          {
            key: 'byUnit',
            label: t('whatIf.byUnit'),
            children: <Groups groups={byUnit} nameOf={agencyName} />,
          },
          {
            key: 'byProvince',
            label: t('whatIf.byProvince'),
            children: <Groups groups={byProvince} nameOf={provinceName} />,
          },
          {
            key: 'byClock',
            label: t('whatIf.byClock'),
            children: <Groups groups={byClock} nameOf={clockName} />,
          },
          { key: 'weeks', label: t('whatIf.weeks'), children: <Weeks weeks={weeks} /> },
          {
            key: 'sides',
            label: t('whatIf.sides'),
            children: (
              <>
                <p className="muted">{t('move.kept')}</p>
                <MoveTable run={run} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Groups({ groups, nameOf }: { groups: Group[]; nameOf: (key: string) => string }) {
  const { t } = useTranslation('rehearsal');
  const number = (name: 'clocks' | 'moved' | 'lateBefore' | 'lateAfter') => ({
    title: t(`figure.${name}`),
    dataIndex: name,
    align: 'right' as const,
    sorter: (a: Group, b: Group) => a[name] - b[name],
    render: (value: number) => value.toLocaleString('vi'),
  });
  return (
    <Table<Group>
      size="small"
      rowKey="key"
      dataSource={groups}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t('move.unit'), dataIndex: 'key', render: nameOf },
        number('clocks'),
        { ...number('moved'), responsive: ['md'] },
        number('lateBefore'),
        number('lateAfter'),
        {
          title: t('whatIf.difference'),
          key: 'difference',
          align: 'right',
          sorter: (a, b) => changeOf(a) - changeOf(b),
          render: (_, group) => signed(changeOf(group)),
        },
      ]}
    />
  );
}

function changeOf({ lateBefore, lateAfter }: Group): number {
  return lateAfter - lateBefore;
}

/** A difference with its sign: more breaches are not told by colour alone. */
function signed(value: number): string {
  return value > 0 ? `+${value.toLocaleString('vi')}` : value.toLocaleString('vi');
}
