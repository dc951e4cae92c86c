import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SupplyBatchPage } from '../../../domain/supply/batch.ts';
import { formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { PageProblem } from '../../pieces/PageProblem.tsx';
import { BatchActs } from './BatchActs.tsx';
import { BatchMark } from './BatchMark.tsx';
import { BatchRows } from './BatchRows.tsx';
import { useBatch } from './query.ts';
import '../supply.css';

/** `/so-tiep-nhan/tep/:id`: one file from its preview to the result of every row. */
export default function BatchDetail() {
  const { t } = useTranslation('supply');
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useBatch(id);
  useEffect(() => {
    document.title = t('batch.title');
  }, [t]);
  return (
    <div className="supply">
      <p>
        <Link to="/so-tiep-nhan/tep">← {t('files.title')}</Link>
      </p>
      <PageProblem
        of="thing"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/so-tiep-nhan/tep', label: t('files.title') }}
      />
      {isPending && <Loading />}
      {data !== undefined && <Shown page={data} />}
    </div>
  );
}

function Shown({ page: { batch, samples } }: { page: SupplyBatchPage }) {
  const { t } = useTranslation('supply');
  const { fileName, encoding, uploadedBy, uploadedAt, rows, judgments, state } = batch;
  const counts = [
    ...(['GOOD', 'FAULTY', 'ENTERED', 'REPEATED'] as const).map(
      (row) => [`row.${row}`, rows[row]] as const,
    ),
    ...(rows.ENTERED === 0
      ? []
      : ([
          ['batch.open', judgments.open],
          ['batch.made', judgments.made],
          ['batch.left', judgments.left],
        ] as const)),
  ];
  return (
    <>
      <div className="supply-head">
        <h1>{t('batch.title')}</h1>
        <BatchMark state={state} />
        {rows.ENTERED > 0 && (
          <Link to={`/so-tiep-nhan?batch=${batch.id}`}>{t('batch.toBook')}</Link>
        )}
      </div>
      <p className="muted">
        {t('batch.file', { file: fileName, encoding })} ·{' '}
        {t('files.by', { name: uploadedBy, at: formatInstant(uploadedAt) })}
      </p>
      {samples.length > 0 && <Converted encoding={encoding} samples={samples} />}
      <dl className="supply-counts">
        {counts.map(([word, count]) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <BatchActs batch={batch} />
      <BatchRows key={state} batch={batch} />
    </>
  );
}

/** The first lines of a converted file: whether its marks are right only a reader can say. */
function Converted({
  encoding,
  samples,
}: {
  encoding: string;
  samples: SupplyBatchPage['samples'];
}) {
  const { t } = useTranslation('supply');
  return (
    <Alert
      type="warning"
      showIcon
      title={t('batch.converted', { encoding })}
      description={
        <>
          <p>{t('batch.convertedHint')}</p>
          {samples.map(({ raw, read }) => (
            <dl key={raw} className="supply-said">
              <dt>{t('batch.raw')}</dt>
              <dd>{raw}</dd>
              <dt>{t('batch.read')}</dt>
              <dd>{read}</dd>
            </dl>
          ))}
        </>
      }
    />
  );
}
