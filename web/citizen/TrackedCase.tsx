import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Tracking, TrackingQuestion } from '../../domain/desk.ts';
import { lunarText } from '../../domain/law/lunar.ts';
import { DayStrip } from '../pieces/DayStrip.tsx';
import { formatDate, formatInstant, formatInstantDate } from '../pieces/format.ts';
import { Apologies } from './Apologies.tsx';
import { Complain } from './Complain.tsx';
import { ContestDate } from './ContestDate.tsx';
import { Refusal } from './Refusal.tsx';
import { Stages } from './Stages.tsx';
import { useTrackedActions } from './trackedActions.ts';

interface TrackedCaseProps {
  tracking: Tracking;
  question: z.infer<typeof TrackingQuestion>;
  refreshing: boolean;
  onRefresh: () => void;
  onAgain: () => void;
}

/** What the applicant may know, most pressing first: what to do, then where it stands and the dates. */
export function TrackedCase(props: TrackedCaseProps) {
  const { tracking, question, refreshing, onRefresh, onAgain } = props;
  const { t } = useTranslation('citizen');
  const actions = useTrackedActions(tracking);
  return (
    <>
      <p className="citizen-number">
        {t('track.caseNumber')} <strong>{tracking.caseId}</strong>
      </p>
      <Notice tracking={tracking} />
      <Refusal refusal={tracking.refusal} question={question} />
      <Apologies apologies={tracking.apologies} question={question} />
      <h2>{t('track.stagesTitle')}</h2>
      <Stages tracking={tracking} />
      <h2>{t('track.datesTitle')}</h2>
      <Dates tracking={tracking} />
      <h2>{t('track.actionsTitle')}</h2>
      <ul className="citizen-actions">
        {actions.map((action) => (
          <li key={action}>{action}</li>
        ))}
      </ul>
      <Complain tracking={tracking} question={question} onSent={onRefresh} />
      <ContestDate tracking={tracking} question={question} onSent={onRefresh} />
      <div className="citizen-buttons">
        <button type="button" aria-busy={refreshing} onClick={onRefresh}>
          {t(refreshing ? 'track.submitting' : 'track.refresh')}
        </button>
        <button type="button" onClick={onAgain}>
          {t('track.again')}
        </button>
      </div>
    </>
  );
}

type TrackedOnly = Pick<TrackedCaseProps, 'tracking'>;

/** The one thing that differs from the usual way: ended, papers missing, or past the legal date. */
function Notice({ tracking: { ended, supplementWanted, lapsesAt, late } }: TrackedOnly) {
  const { t } = useTranslation('citizen');
  if (ended !== null) {
    return (
      <div className="citizen-notice" role="status">
        <strong>{t(`ended.${ended}`)}</strong>
      </div>
    );
  }
  if (supplementWanted !== null) {
    return (
      <div className="citizen-notice" role="status">
        <strong>{t('supplementTitle')}</strong>
        <p className="citizen-said">{supplementWanted}</p>
        {lapsesAt !== null && (
          <p>
            <strong>{t('supplementUntil', { date: formatInstantDate(lapsesAt) })}</strong>
          </p>
        )}
      </div>
    );
  }
  if (!late) return null;
  return (
    <div className="citizen-notice citizen-notice-late" role="status">
      <strong>
        <span aria-hidden>! </span>
        {t('late')}
      </strong>
    </div>
  );
}

function Dates({ tracking }: TrackedOnly) {
  const { t } = useTranslation('citizen');
  const { stage, holderName, since, delivery, trackingNumber } = tracking;
  const awaited = tracking.ended === null && !isReady(tracking);
  return (
    <dl className="citizen-facts">
      <dt>{t('holder')}</dt>
      <dd>
        {holderName ?? t(stage === 'VERIFYING' ? 'holderAgency' : 'holderYou')},{' '}
        {t('since', { date: formatInstant(since) })}
      </dd>
      <dt>{t('legalDue')}</dt>
      <dd>
        <LegalDue tracking={tracking} />
      </dd>
      {awaited && (
        <>
          <dt>{t('likely')}</dt>
          <dd>
            <LikelyDay tracking={tracking} />
          </dd>
        </>
      )}
      <dt>{t('delivery')}</dt>
      <dd>{t(`deliveryBy.${delivery}`, delivery)}</dd>
      {trackingNumber !== null && (
        <>
          <dt>{t('postNumber')}</dt>
          <dd>{trackingNumber}</dd>
        </>
      )}
    </dl>
  );
}

function isReady({ stage }: Tracking): boolean {
  return stage === 'ISSUED' || stage === 'DELIVERED';
}

/** A guess from finished cases, said as one; or why none can be made. */
function LikelyDay({ tracking: { likelyOn, supplementWanted, legalDueAt } }: TrackedOnly) {
  const { t } = useTranslation('citizen');
  if (likelyOn === null) {
    if (supplementWanted !== null) return <>{t('likelyAfterSupplement')}</>;
    return <>{t(legalDueAt === null ? 'likelyNotAccepted' : 'likelyUnknown')}</>;
  }
  return (
    <>
      <strong>{t('likelyOn', { date: formatDate(likelyOn) })}</strong>
      <p className="citizen-hint">{t('likelyMeans')}</p>
    </>
  );
}

function LegalDue({ tracking }: TrackedOnly) {
  const { t } = useTranslation('citizen');
  const { legalDueAt, paused, citation, legal } = tracking;
  if (legalDueAt === null) return <>{t('noLegalDue')}</>;
  return (
    <>
      <strong>{t('legalDueOn', { date: formatInstantDate(legalDueAt) })}</strong>
      <Moved moved={tracking.legalDueMoved} />
      {paused && <p>{t('paused')}</p>}
      {legal !== null && (
        <details>
          <summary>{t('whyThisDate')}</summary>
          <p className="citizen-hint">
            {t('countedFrom', {
              amount: t(`amount.${legal.unit}`, { count: legal.amount }),
              from: formatInstant(legal.startedAt),
            })}
          </p>
          <DayStrip days={legal.days} unit={legal.unit} name={t('legalDue')} />
          {legal.forecast && <p className="citizen-hint">{t('forecastDays')}</p>}
        </details>
      )}
      <p className="citizen-hint">{t('explained')}</p>
      {citation !== null && <p className="citizen-hint">{t('citation', { citation })}</p>}
    </>
  );
}

/** Why the date is not the one on the receipt: a new calendar, and its days within the term. */
function Moved({ moved }: { moved: Tracking['legalDueMoved'] }) {
  const { t } = useTranslation('citizen');
  if (moved === null) return null;
  return (
    <>
      <p>
        {t('moved', {
          from: formatInstantDate(moved.from),
          to: formatInstantDate(moved.to),
          at: formatInstantDate(moved.at),
        })}
      </p>
      <ul>
        {moved.days.map(({ date, works, name, source }) => (
          <li key={date}>
            {formatDate(date)} ({t('lunar', { date: lunarText(date, t('lunarLeap')) })}): {name} (
            {t(works ? 'movedWorks' : 'movedOff')})<div className="citizen-hint">{source}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
