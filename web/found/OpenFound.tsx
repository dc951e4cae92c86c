import { Button, Table } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FoundLine, FoundQuery } from '../../domain/record/found.ts';
import { pagesOf, useAsked } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstantDate } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useDownload } from '../pieces/useDownload.ts';
import '../recordBook/recordBook.css';
import { useOpenFound } from './query.ts';

/** `/ly-lich/tim-thay`: issued certificates with judgments that nobody has decided on. */
export default function OpenFound() {
  const { t } = useTranslation('found');
  const fetchFile = useDownload();
  const asked = useAsked(FoundQuery);
  const { data, error, isPending, refetch } = useOpenFound(asked.query);
  useEffect(() => {
    document.title = t('list');
  }, [t]);
  return (
    <div className="record-book">
      <p>
        <Link to="/ly-lich">← {t('book')}</Link>
      </p>
      <h1>{t('list')}</h1>
      <p className="muted">{t('listLead')}</p>
      <p>
        <Button onClick={() => fetchFile('/found-judgments.csv')}>{t('export')}</Button>
      </p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<FoundLine>
        size="small"
        rowKey="caseId"
        aria-label={t('list')}
        loading={isPending}
        dataSource={data?.cases ?? []}
        locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
        {...pagesOf(asked, data?.total ?? 0, [])}
        columns={[
          {
            title: t('case'),
            key: 'case',
            render: (_, { caseId, personName, returned }) => (
              <>
                <Link className="case-number" to={`/ho-so/${caseId}?tab=xac-minh`}>
                  {caseId}
                </Link>
                <span className="cell-line">{personName}</span>
                {returned !== null && (
                  <span className="cell-line">
                    {t(`returned.${returned.why}`, { number: returned.recordNumber })}{' '}
                    {returned.reason}
                  </span>
                )}
              </>
            ),
          },
          { title: t('certificate'), dataIndex: 'certificate', responsive: ['sm'] },
          {
            title: t('issued'),
            dataIndex: 'issuedAt',
            responsive: ['md'],
            render: formatInstantDate,
          },
          {
            title: t('open'),
            key: 'open',
            align: 'end',
            render: (_, { open, told }) => `${open}/${told}`,
          },
        ]}
      />
    </div>
  );
}
