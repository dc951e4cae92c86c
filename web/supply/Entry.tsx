import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isRefusalCode } from '../../domain/refusal.ts';
import { recordOf, type SupplyEntry } from '../../domain/supply/supply.ts';
import { REFUSAL_TEXTS } from '../../domain/wording/refusals.ts';
import { formatDate, formatInstant } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { UnverifiedMark } from '../pieces/UnverifiedMark.tsx';
import { RecordShown } from '../records/RecordShown.tsx';
import '../records/records.css';
import { useLanguage } from '../words/index.ts';
import { EntryActs } from './EntryActs.tsx';
import { useSupply } from './query.ts';
import { ScanList } from './ScanList.tsx';
import { StateMark } from './StateMark.tsx';
import { TermMark } from './TermMark.tsx';
import './supply.css';

/** `/so-tiep-nhan/:id`: one entry as it came, what became of it, and what can be done with it. */
export default function EntryPage() {
  const { t } = useTranslation('supply');
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useSupply(id);
  useEffect(() => {
    document.title = t('entry.title');
  }, [t]);
  return (
    <div className="supply records">
      <p>
        <Link to="/so-tiep-nhan">← {t('title')}</Link>
      </p>
      <PageProblem
        of="thing"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/so-tiep-nhan', label: t('title') }}
      />
      {isPending && <Loading />}
      {data !== undefined && <Shown entry={data} />}
    </div>
  );
}

function Shown({ entry }: { entry: SupplyEntry }) {
  const { t } = useTranslation('supply');
  const { language } = useLanguage();
  const { line, supply, scans, settledBy, settledAt, reason } = entry;
  // A code says why an entry is left to a person.
  const inWords = isRefusalCode(reason) ? REFUSAL_TEXTS[reason][language] : reason;
  const { bookNumber, year, state, recordNumber, caseId, receivedBy, receivedAt } = line;
  const record = recordOf(supply);
  return (
    <>
      <div className="supply-head">
        <h1>
          {t('entry.number', { number: bookNumber, year })} · {line.personName}
        </h1>
        <StateMark state={state} />
      </div>
      <p className="muted">
        {t(line.channel === 'SIGNED' ? 'entry.sent' : 'entry.received', {
          name: receivedBy,
          at: formatInstant(receivedAt),
        })}
        {settledBy !== null &&
          settledAt !== null &&
          ` · ${t('entry.settled', { name: settledBy, at: formatInstant(settledAt) })}`}
      </p>
      {recordNumber !== null && (
        <p>
          <Link to={`/trao-doi/${caseId ?? ''}`}>
            {t('entry.record', { number: recordNumber })}
          </Link>
        </p>
      )}
      {reason !== null && <p className="supply-said">{t('entry.reason', { reason: inWords })}</p>}
      {state === 'RECEIVED' && <EntryActs entry={entry} makes={record !== null} />}
      <h2>{t('paper')}</h2>
      <PaperFacts entry={entry} />
      <ScanList scans={scans} />
      {record === null ? (
        <>
          <h2>{t('content')}</h2>
          <p className="supply-said">{supply.content}</p>
        </>
      ) : (
        <RecordShown record={record} />
      )}
    </>
  );
}

function PaperFacts({ entry: { line, supply, term, messageId } }: { entry: SupplyEntry }) {
  const { t } = useTranslation('supply');
  const facts = [
    ['kind', t(`kind.${line.kind}`)],
    ['supplier', `${line.supplierName} (${t(`supplierKind.${line.supplierKind}`)})`],
    ['number', line.number],
    ['date', formatDate(line.date)],
    ['effectiveDate', line.effectiveDate === null ? '–' : formatDate(line.effectiveDate)],
    ['issuedBy', supply.issuedBy],
    ['arrivedOn', formatDate(line.arrivedOn)],
    ['channel', t(`channel.${line.channel}`)],
    ...(messageId === null ? [] : [['messageId', `${messageId} (${supply.supplier.unit ?? ''})`]]),
    ['person', `${line.personName}, ${formatDate(line.birthDate)}`],
  ] as const;
  return (
    <dl className="records-record">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('term')}</dt>
        <dd>
          <TermMark line={line} />
          {term !== null && <span className="cell-line muted">{term.citation}</span>}
          {term !== null && <UnverifiedMark verified={term.verified} />}
        </dd>
      </div>
    </dl>
  );
}
