import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { formatDate } from '../pieces/format.ts';
import { useProvinces } from '../pieces/units.ts';
import { usePapers } from '../pieces/usePapers.ts';
import { useLabel } from '../words/index.ts';
import { OffenceSaid } from './OffenceSaid.tsx';
import { JUDGMENT_FIELDS, PERSON_FIELDS } from './recordFields.ts';

interface RecordShownProps {
  record: RecordSubmission;
  /** The offence's entry as the record has it; without it the words decide. */
  normalised?: TransferPage['normalised'];
  /** Number of the record it became, where its offence can be normalised. */
  recordNumber?: string | null;
}

/** The record as it will be kept: person and judgment, in the order of the form. */
export function RecordShown({ record, normalised, recordNumber }: RecordShownProps) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const papers = usePapers();
  const { data: provinces = [] } = useProvinces();
  const person: Record<string, string | null> = {
    ...record.person,
    otherNames: record.person.otherNames.join(', ') || null,
    documents: papers(record.person.documents) || null,
    gender: label('gender', record.person.gender),
    birthDate: formatDate(record.person.birthDate),
    provinceCode:
      provinces.find(({ code }) => code === record.person.provinceCode)?.name ??
      record.person.provinceCode,
  };
  const judgment: Record<string, ReactNode> = {
    ...record.judgment,
    offence: (
      <OffenceSaid judgment={record.judgment} normalised={normalised} recordNumber={recordNumber} />
    ),
    date: formatDate(record.judgment.date),
    effectiveDate: formatDate(record.judgment.effectiveDate),
  };
  const facts = (area: string, names: readonly string[], values: Record<string, ReactNode>) => (
    <section>
      <h2>{t(`${area}.title`)}</h2>
      <dl className="records-record">
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`${area}.${name}`)}</dt>
            <dd>{values[name] ?? <span className="muted">{t('none')}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <>
      <div className="records-columns">
        {facts('person', [...PERSON_FIELDS.map(({ name }) => name), 'documents'], person)}
        {facts(
          'judgment',
          JUDGMENT_FIELDS.map(({ name }) => name),
          judgment,
        )}
      </div>
      {record.note !== null && (
        <section>
          <h2>{t('note')}</h2>
          <p className="records-said">{record.note}</p>
        </section>
      )}
    </>
  );
}
