import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ReleasePage } from '../../domain/offence/release.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { useRelease } from './query.ts';
import { ReleaseActs } from './ReleaseActs.tsx';
import { StateMark } from './StateMark.tsx';
import './catalogue.css';

/** `/danh-muc/ban/:id`: one list from its preview into force: what it changes, and what was wrong with it. */
export default function ReleaseDetail() {
  const { t } = useTranslation('catalogue');
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useRelease(id);
  useEffect(() => {
    document.title = t('page.title');
  }, [t]);
  return (
    <div className="catalogue">
      <p>
        <Link to="/danh-muc/ban">← {t('releases')}</Link>
      </p>
      <PageProblem
        of="thing"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/danh-muc/ban', label: t('releases') }}
      />
      {isPending && <Loading />}
      {data !== undefined && <Shown page={data} />}
    </div>
  );
}

function Shown({ page }: { page: ReleasePage }) {
  const { t } = useTranslation('catalogue');
  const { release, samples, problems, changes } = page;
  const { title, version, baseVersion, fileName, encoding, carried, entries, state } = release;
  return (
    <>
      <div className="catalogue-head">
        <h1>
          {title}
          {version !== null && ` · ${t('release.version', { version })}`}
        </h1>
        <StateMark state={state} />
      </div>
      <p className="muted">
        {t('page.file', { file: fileName, encoding })} · {t('count', { total: entries })}
        {baseVersion !== null && ` · ${t('page.base', { version: baseVersion })}`}
      </p>
      {state !== 'PUBLISHED' && samples.length > 0 && (
        <Converted encoding={encoding} samples={samples} />
      )}
      <ReleaseActs page={page} />
      {problems.length > 0 && <ProblemTable problems={problems} total={release.faults} />}
      {carried > 0 && <p>{t('page.carried', { count: carried })}</p>}
      <ChangeTable key={state} id={release.id} counts={changes} />
    </>
  );
}

/** The first lines of a converted file: whether its marks are right only a reader can say. */
function Converted({ encoding, samples }: { encoding: string; samples: ReleasePage['samples'] }) {
  const { t } = useTranslation('catalogue');
  return (
    <Alert
      type="warning"
      showIcon
      title={t('page.converted', { encoding })}
      description={
        <>
          <p>{t('page.convertedHint')}</p>
          <dl className="catalogue-samples">
            {samples.map(({ raw, read }) => (
              <div key={raw}>
                <dt>{t('page.raw')}</dt>
                <dd className="muted">{raw}</dd>
                <dt>{t('page.read')}</dt>
                <dd>{read}</dd>
              </div>
            ))}
          </dl>
        </>
      }
    />
  );
}
