import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { RecordPage as Page } from '../../domain/record/book.ts';
import { allows } from '../../domain/permission.ts';
import { Origins } from '../found/Origins.tsx';
import { formatInstantDate } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { AmendFor } from '../quality/AmendFor.tsx';
import { Proposals } from './Proposals.tsx';
import { useRecord } from './query.ts';
import { ReadingPanel } from '../readings/ReadingPanel.tsx';
import { RecordSections } from './RecordSections.tsx';
import { UnnormalisedMark } from '../pieces/UnnormalisedMark.tsx';
import { Versions } from './Versions.tsx';
import './recordBook.css';

/** `/ly-lich/:series/:serial`: a record's sections, what waits for approval, and every version it had. */
export default function RecordPage() {
  const { t } = useTranslation('recordBook');
  const { series = '', serial } = useParams();
  const [search] = useSearchParams();
  // Without its second half it is the number of no record, and the house says so.
  const number = serial === undefined ? series : `${series}/${serial}`;
  const { data, error, isPending, refetch } = useRecord(number, search.get('cu') === '1');
  useEffect(() => {
    document.title = `${number} · ${t('title')}`;
  }, [number, t]);
  return (
    <div className="record-book">
      <p>
        <Link to="/ly-lich">← {t('title')}</Link>
      </p>
      <PageProblem
        of="record"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/ly-lich', label: t('title') }}
      />
      {isPending && <Loading rows={10} />}
      {data !== undefined && <Shown page={data} findingId={search.get('diem')} />}
    </div>
  );
}

function Shown({ page, findingId }: { page: Page; findingId: string | null }) {
  const { t } = useTranslation('recordBook');
  const unitName = useUnitName();
  const { account } = useSession();
  const { line, askedFor, book, took, copy } = page;
  const stands = line.mergedInto === null && line.abandonedAt === null;
  const open = stands && allows(account, 'record.propose') && book === 'PROVINCE';
  return (
    <>
      <div className="record-book-head">
        <h1>
          <span className="case-number">
            {line.abandonedAt === null ? line.number : <del>{line.number}</del>}
          </span>{' '}
          · {line.fullName}
        </h1>
        <UnnormalisedMark count={line.unnormalised} />
      </div>
      <p className="muted">
        {unitName(line.unit)} · {t('version', { version: line.version })} · {t(`book.${book}`)} ·{' '}
        {t(`copy.${copy.state}`)}
        {took.length > 0 && ` · ${t('took', { numbers: took.join(', ') })}`}
      </p>
      <Origins found={page.found} />
      {askedFor !== line.number && (
        <Alert
          type="info"
          showIcon
          title={t('led', { from: askedFor, into: line.number })}
          description={<Link to={`/ly-lich/${askedFor}?cu=1`}>{t('ledOld')}</Link>}
        />
      )}
      {line.mergedInto !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('mergedAway', { number: line.mergedInto })}
          description={<Link to={`/ly-lich/${line.mergedInto}`}>{t('openMerged')}</Link>}
        />
      )}
      {line.abandonedAt !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('givenUp', { on: formatInstantDate(line.abandonedAt) })}
          description={<Link to={`/trao-doi/${line.caseId}`}>{t('openTransfer')}</Link>}
        />
      )}
      {open && <AmendFor page={page} findingId={findingId} />}
      <Proposals proposals={page.proposals} />
      <RecordSections page={page} mayMap={open} />
      <Versions page={page} />
      <ReadingPanel path={`/records/${line.number}`} />
    </>
  );
}
