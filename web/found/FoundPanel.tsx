import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseDetail } from '../../domain/case.ts';
import { allows } from '../../domain/permission.ts';
import type { FoundJudgment, FoundPage, FoundReturn } from '../../domain/record/found.ts';
import { EntryList } from '../pieces/acts/EntryList.tsx';
import { formatInstant, formatInstantDate } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { FoundActs } from './FoundActs.tsx';
import { useFound } from './query.ts';
import './found.css';

/**
 * Judgments that the answers of an application told of, and what becomes of each in the book of records
 * once the certificate is issued. Nothing where no answer told of any, or the reader knows of none.
 */
export function FoundPanel({ detail }: { detail: CaseDetail }) {
  const told = (detail.answers ?? []).some(({ entries, inForce }) => inForce && entries.length > 0);
  return told ? <Asked detail={detail} /> : null;
}

function Asked({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('found');
  const { caseId } = detail.line;
  const { data, error, isPending, refetch } = useFound(caseId);
  return (
    <section className="found" aria-labelledby="found-title">
      <h3 id="found-title">{t('title')}</h3>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading rows={3} />}
      {data !== undefined && <Found detail={detail} page={data} />}
    </section>
  );
}

function Found({ detail, page }: { detail: CaseDetail; page: FoundPage }) {
  const { t } = useTranslation('found');
  const unitName = useUnitName();
  const { certificate, judgments, known, elsewhere } = page;
  return (
    <>
      <p className="muted">
        {certificate === null ? t('notYet') : t('lead', { number: certificate })}
      </p>
      {elsewhere && <Alert type="warning" showIcon title={t('elsewhere')} />}
      {known.length > 0 && (
        <ul aria-label={t('known')}>
          {known.map(({ recordNumber, unit, same }) => (
            <li key={recordNumber ?? `${unit} ${same}`}>
              {recordNumber === null ? (
                t('hasOne', { unit: unitName(unit) })
              ) : (
                <>
                  <Link to={`/ly-lich/${recordNumber}`}>{recordNumber}</Link>, {unitName(unit)}
                </>
              )}
              : {t(same ? 'same' : 'maybe')}
            </li>
          ))}
        </ul>
      )}
      {judgments.map((judgment, index) => (
        <article key={judgment.key} className="found-judgment">
          <EntryList entries={[judgment.entry]} start={index + 1} />
          <Sources judgment={judgment} />
          {judgment.returned !== null && <Returned returned={judgment.returned} />}
          {judgment.decision === null ? (
            page.mayDecide && <FoundActs detail={detail} page={page} judgment={judgment} />
          ) : (
            <Decided judgment={judgment} />
          )}
        </article>
      ))}
    </>
  );
}

/** Who told of it: the source of a record made of it. */
function Sources({ judgment: { sources } }: { judgment: FoundJudgment }) {
  const { t } = useTranslation('found');
  return (
    <p className="muted">
      {t('toldBy')}{' '}
      {sources
        .map(({ unitName, answeredAt }) => `${unitName} (${formatInstantDate(answeredAt)})`)
        .join('; ')}
    </p>
  );
}

/** Why a judgment is open again. */
function Returned({ returned: { why, recordNumber, reason } }: { returned: FoundReturn }) {
  const { t } = useTranslation('found');
  return (
    <Alert
      type="warning"
      showIcon
      title={t(`returned.${why}`, { number: recordNumber })}
      description={reason}
    />
  );
}

function Decided({ judgment: { decision } }: { judgment: FoundJudgment }) {
  const { t } = useTranslation('found');
  const { account } = useSession();
  if (decision === null) return null;
  const { outcome, recordNumber, reason, decidedBy, decidedAt } = decision;
  return (
    <p>
      <strong>{t(`outcome.${outcome}`)}</strong>{' '}
      {recordNumber !== null &&
        (allows(account, 'record.read') ? (
          <Link to={`/ly-lich/${recordNumber}`}>{recordNumber}</Link>
        ) : (
          recordNumber
        ))}
      {recordNumber !== null && reason !== null && ': '}
      {reason}{' '}
      <span className="muted">
        {decidedBy}, {formatInstant(decidedAt)}
      </span>
    </p>
  );
}
