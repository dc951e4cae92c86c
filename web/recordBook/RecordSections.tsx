import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordPage } from '../../domain/record/book.ts';
import type { Difference } from '../../domain/record/differences.ts';
import { isUnnormalised, type RecordFile } from '../../domain/record/file.ts';
import { formatDate, formatInstantDate } from '../pieces/format.ts';
import { JUDGMENT_FIELDS, PERSON_FIELDS } from '../records/recordFields.ts';
import { MapOffence } from './MapOffence.tsx';
import { UnnormalisedMark } from '../pieces/UnnormalisedMark.tsx';
import { useFieldName, useValueText } from './valueText.ts';

type Judgment = RecordFile['judgments'][number];

/** Sections I to IV of a record; what a field said before stands struck through below it. */
export function RecordSections({ page, mayMap }: { page: RecordPage; mayMap: boolean }) {
  const { t } = useTranslation('recordBook');
  const text = useValueText();
  const { file, line } = page;
  const firstRed = file.judgments.find(isUnnormalised)?.ref;
  const person: readonly string[] = [
    ...PERSON_FIELDS.map(({ name }) => name),
    'documents',
    'diedOn',
  ];
  return (
    <>
      <section aria-labelledby="section-1">
        <h2 id="section-1">{t('section.1')}</h2>
        <dl>
          {person.map((field) => (
            <Row key={field} page={page} place="person" at={null} field={field}>
              {text(field, file.person[field as keyof RecordFile['person']])}
            </Row>
          ))}
        </dl>
      </section>
      <section aria-labelledby="section-2">
        <h2 id="section-2">{t('section.2')}</h2>
        <ol>
          {file.judgments.map((judgment) => (
            <li
              key={judgment.ref}
              className={isUnnormalised(judgment) ? 'unnormalised' : undefined}
            >
              {judgment.abolished === null ? said(judgment) : <del>{said(judgment)}</del>}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="section-3">
        <h2 id="section-3">{t('section.3')}</h2>
        {file.judgments.map((judgment) => (
          <JudgmentShown
            key={judgment.ref}
            page={page}
            judgment={judgment}
            map={
              mayMap && (
                <MapOffence
                  number={line.number}
                  judgment={judgment}
                  keyed={judgment.ref === firstRed}
                />
              )
            }
          />
        ))}
      </section>
      <Bans page={page} />
    </>
  );
}

function said({ number, date, court, offence }: Judgment): string {
  return `${number}, ${formatDate(date)}, ${court}: ${offence}`;
}

interface JudgmentShownProps {
  page: RecordPage;
  judgment: Judgment;
  map: ReactNode;
}

function JudgmentShown({ page, judgment, map }: JudgmentShownProps) {
  const { t } = useTranslation('recordBook');
  const text = useValueText();
  const red = isUnnormalised(judgment);
  const fields: readonly string[] = [
    ...JUDGMENT_FIELDS.map(({ name }) => name),
    'offenceCode',
    'executions',
    'abolished',
  ];
  return (
    <>
      <h3>{t('judgmentOf', { ref: judgment.ref, number: judgment.number })}</h3>
      <dl>
        {fields.map((field) => (
          <Row key={field} page={page} place="judgment" at={judgment.ref} field={field}>
            {field === 'offenceCode' && red ? (
              <>
                <UnnormalisedMark />
                {map}
              </>
            ) : (
              <span className={red && field === 'offence' ? 'unnormalised' : undefined}>
                {text(field, judgment[field as keyof Judgment])}
              </span>
            )}
          </Row>
        ))}
      </dl>
    </>
  );
}

function Bans({ page }: { page: RecordPage }) {
  const { t } = useTranslation('recordBook');
  const text = useValueText();
  const { bans } = page.file;
  return (
    <section aria-labelledby="section-4">
      <h2 id="section-4">{t('section.4')}</h2>
      {bans.length === 0 && <p className="muted">{t('noBans')}</p>}
      {bans.map((ban) => (
        <dl key={ban.ref}>
          {(['decision', 'date', 'court', 'content', 'until', 'ended'] as const).map((field) => (
            <Row key={field} page={page} place="ban" at={ban.ref} field={field}>
              {text(field, ban[field])}
            </Row>
          ))}
        </dl>
      ))}
    </section>
  );
}

interface RowProps {
  page: RecordPage;
  place: Difference['place'];
  at: number | null;
  field: string;
  children: ReactNode;
}

/** One field: what it says now, and below what it said before, struck through, with who changed it and when. */
function Row({ page, place, at, field, children }: RowProps) {
  const { t } = useTranslation('recordBook');
  const name = useFieldName();
  const text = useValueText();
  const struck = page.versions.flatMap((version) =>
    version.differences
      .filter((one) => one.place === place && one.ref === at && one.field === field)
      .filter(({ before }) => before !== null && !(Array.isArray(before) && before.length === 0))
      .map(({ before }) => ({ version, before })),
  );
  return (
    <div>
      <dt>{name(place, field)}</dt>
      <dd>
        {children}
        {struck.toReversed().map(({ version, before }) => (
          <span key={version.version} className="record-book-struck">
            <del>{text(field, before)}</del>{' '}
            <span className="muted">
              {t('changedBy', { name: version.madeBy, at: formatInstantDate(version.at) })}
            </span>
          </span>
        ))}
      </dd>
    </div>
  );
}
