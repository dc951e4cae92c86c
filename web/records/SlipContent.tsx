import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import { formatDate } from '../pieces/format.ts';
import { Differences } from '../recordBook/Differences.tsx';
import { DOCUMENT_FIELDS } from './exchangeFields.ts';
import { OffenceSaid } from './OffenceSaid.tsx';
import { JUDGMENT_FIELDS } from './recordFields.ts';

interface SlipContentProps {
  page: TransferPage;
  recordNumber: string;
}

/** What a slip adds to its record: a judgment, a document of execution, or an approved change field by field. */
export function SlipContent({ page, recordNumber }: SlipContentProps) {
  const { t } = useTranslation('exchange');
  const changed = page.slip?.amendment;
  return (
    <section>
      <h2>
        <Link to={`/ly-lich/${recordNumber}`}>{t('slip.of', { number: recordNumber })}</Link>
      </h2>
      {changed ? <Changed changed={changed} /> : <Typed page={page} />}
    </section>
  );
}

type Slip = NonNullable<TransferPage['slip']>;

function Changed({ changed: { kind, changes } }: { changed: NonNullable<Slip['amendment']> }) {
  const { t } = useTranslation(['exchange', 'recordBook']);
  return (
    <>
      <p>{t('slip.tells', { kind: t(`recordBook:cause.${kind}`) })}</p>
      <Differences differences={changes.filter(({ field }) => field !== 'ref')} />
    </>
  );
}

function Typed({ page: { slip, normalised } }: { page: TransferPage }) {
  const { t } = useTranslation(['records', 'exchange', 'recordBook']);
  const { judgment, document } = slip ?? { judgment: null, document: null };
  const area = judgment === null ? 'document' : 'judgment';
  const fields = judgment === null ? DOCUMENT_FIELDS : JUDGMENT_FIELDS;
  const names = [...fields.map(({ name }) => name), ...(judgment === null ? ['content'] : [])];
  const said: Readonly<Record<string, string | number | null>> = { ...(judgment ?? document) };
  const shown = (name: string): ReactNode => {
    const value = said[name];
    if (value === undefined || value === null) {
      return <span className="muted">{t('none')}</span>;
    }
    if (name === 'offence' && judgment !== null) {
      return <OffenceSaid judgment={judgment} normalised={normalised} />;
    }
    const isDate = name === 'date' || name === 'effectiveDate';
    return isDate ? formatDate(String(value)) : value;
  };
  return (
    <dl className="records-record">
      {document !== null && (
        <>
          <div>
            <dt>{t('exchange:slip.ref')}</dt>
            <dd>{document.ref}</dd>
          </div>
          <div>
            <dt>{t('exchange:slip.under')}</dt>
            <dd>{t(`recordBook:execution.${document.kind}`)}</dd>
          </div>
        </>
      )}
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`${area}.${name}`)}</dt>
          <dd>{shown(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
