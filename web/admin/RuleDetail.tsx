import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Table, type TableProps } from 'antd';
import { DownloadOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleSet } from '../../domain/law/ruleSet.ts';
import { get } from '../api.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useLabel, useLanguage } from '../words/index.ts';
import { type RuleRow, type RuleSection, ruleSections, type Say } from './ruleRows.ts';
import { useValidity } from './validity.ts';
import { VerifiedMark } from './VerifiedMark.tsx';

interface Wanted {
  onlyUnverified: boolean;
  text: string;
}

/** Every value of one rule set with its source, by subject; filtered to what a lawyer still has to read. */
export function RuleDetail({ id }: { id: string }) {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const [wanted, setWanted] = useState<Wanted>({ onlyUnverified: false, text: '' });
  const say = useSay();
  const { data, error, refetch } = useQuery({
    queryKey: ['law', 'rule-set', id],
    queryFn: () => get(`/rule-sets/${encodeURIComponent(id)}`, RuleSet),
  });
  if (data === undefined) {
    return error === null ? (
      <Loading rows={10} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  const sections = ruleSections(data, say)
    .map(({ key, rows }) => ({ key, rows: rows.filter((row) => isWanted(row, wanted)) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="rules-detail">
      <h2 id="rules-detail">
        {data.id} · {data.name[language]}
      </h2>
      <p>
        {t('rules.basis')}: {data.citation} <VerifiedMark verified={data.verified} />
      </p>
      <Filters id={id} wanted={wanted} onWanted={setWanted} />
      {sections.length === 0 && <EmptyState text={t('rules.nothing')} />}
      {sections.map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </section>
  );
}

function isWanted(row: RuleRow, { onlyUnverified, text }: Wanted): boolean {
  if (onlyUnverified && row.verified) return false;
  const sought = text.trim().toLowerCase();
  return `${row.name} ${row.value} ${row.citation}`.toLowerCase().includes(sought);
}

function useSay(): Say {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const label = useLabel();
  return {
    word: (key, values) => t(key, { ...values }),
    label: (both) => both[language],
    code: label,
  };
}

interface FiltersProps {
  id: string;
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
}

function Filters({ id, wanted, onWanted }: FiltersProps) {
  const { t } = useTranslation('admin');
  const fetchFile = useDownload();
  const save = (): void => {
    fetchFile(`/rule-sets/${encodeURIComponent(id)}`);
  };
  return (
    <div className="admin-filters">
      <Input
        type="search"
        allowClear
        aria-label={t('rules.find')}
        placeholder={t('rules.find')}
        value={wanted.text}
        onChange={({ target }) => onWanted({ ...wanted, text: target.value })}
      />
      <Checkbox
        checked={wanted.onlyUnverified}
        onChange={({ target }) => onWanted({ ...wanted, onlyUnverified: target.checked })}
      >
        {t('rules.onlyUnverified')}
      </Checkbox>
      <Button icon={<DownloadOutlined />} onClick={save}>
        {t('rules.download')}
      </Button>
    </div>
  );
}

function Section({ section }: { section: RuleSection }) {
  const { t } = useTranslation('admin');
  const validity = useValidity();
  const columns: TableProps<RuleRow>['columns'] = [
    { title: t('row.name'), dataIndex: 'name', width: '24%' },
    {
      title: t('row.value'),
      key: 'value',
      width: '28%',
      render: (_, row) => {
        const when = validity(row);
        return (
          <>
            {row.value} {when !== '' && <span className="muted">({when})</span>}
          </>
        );
      },
    },
    { title: t('row.citation'), dataIndex: 'citation', responsive: ['md'] },
    {
      title: t('row.verified'),
      key: 'verified',
      width: '20%',
      render: (_, { verified }) => <VerifiedMark verified={verified} />,
    },
  ];
  const title = t(`section.${section.key}`);
  return (
    <>
      <h3>{title}</h3>
      <Table
        aria-label={title}
        size="small"
        rowKey="path"
        columns={columns}
        dataSource={section.rows}
        pagination={false}
      />
    </>
  );
}
