import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedOffence, OffenceField } from '../../domain/offence/offence.ts';
import {
  type CatalogueChange,
  CHANGE_KINDS,
  type ChangeKind,
  type ReleasePage,
} from '../../domain/offence/release.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import { useChanges } from './query.ts';

const PAGE_SIZE = 20;

interface ChangeTableProps {
  id: string;
  counts: ReleasePage['changes'];
}

/** What a list changes, by kind; the kind with something to see is shown first. */
export function ChangeTable({ id, counts }: ChangeTableProps) {
  const { t } = useTranslation('catalogue');
  const first = CHANGE_KINDS.find((kind) => counts[kind] > 0) ?? 'UNCHANGED';
  const [kind, setKind] = useState<ChangeKind>(first);
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = useChanges(id, { kind, page, limit: PAGE_SIZE });
  const fetchFile = useDownload();
  const csv = (): void => {
    const path = `/catalogue/releases/${id}/changes.csv`;
    fetchFile(path);
  };
  return (
    <section aria-labelledby="changes">
      <div className="catalogue-filters">
        <h2 id="changes">{t('page.changes')}</h2>
        <Select<ChangeKind>
          aria-label={t('page.changes')}
          value={kind}
          popupMatchSelectWidth={false}
          options={CHANGE_KINDS.map((value) => {
            return { value, label: `${t(`kind.${value}`)}: ${counts[value]}` };
          })}
          onChange={(next) => {
            setKind(next);
            setPage(1);
          }}
        />
        <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
          {t('export')}
        </Button>
      </div>
      <ul className="catalogue-counts">
        {CHANGE_KINDS.map((one) => (
          <li key={one}>
            {t(`kind.${one}`)}: <strong>{counts[one]}</strong>
          </li>
        ))}
      </ul>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<CatalogueChange>
        size="small"
        rowKey="code"
        aria-labelledby="changes"
        loading={isPending}
        dataSource={data?.changes ?? []}
        locale={{ emptyText: <EmptyState text={t('page.noChanges')} /> }}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: setPage,
        }}
        columns={[
          { title: t('code'), dataIndex: 'code', className: 'catalogue-said', responsive: ['sm'] },
          {
            title: t('name'),
            key: 'name',
            render: (_, { before, after, code }) => (
              <>
                {(before ?? after)?.name}
                <span className="only-narrow muted">{code}</span>
              </>
            ),
          },
          {
            title: t('page.what'),
            key: 'what',
            render: (_, change) => <What change={change} />,
          },
        ]}
      />
    </section>
  );
}

/** What takes an offence's place, and which of its particulars differ. */
function What({ change: { kind, before, after, into, fields } }: { change: CatalogueChange }) {
  const { t } = useTranslation('catalogue');
  const law = after ?? before;
  return (
    <>
      {t(`kind.${kind}`)}
      {into.map(({ code, name }) => (
        <span key={code} className="cell-line">
          {t('change.into')} <span className="case-number">{code}</span> {name}
        </span>
      ))}
      {kind === 'ADDED' && law !== null && (
        <span className="cell-line muted">
          {t('articleOf', { article: law.article, code: t(`penalCode.${law.penalCode}`) })}
        </span>
      )}
      {fields
        .filter((field) => field !== 'code')
        .map((field) => (
          <span key={field} className="cell-line">
            {t(field)}: {said(after?.[field])}{' '}
            <span className="muted">({t('change.was', { value: said(before?.[field]) })})</span>
          </span>
        ))}
    </>
  );
}

function said(value: ListedOffence[OffenceField] | undefined): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return text === '' ? '–' : text;
}
