import { useTranslation } from 'react-i18next';
import type { ConvictionDetails, Execution } from '../../../domain/conviction/entry.ts';
import { useLabel } from '../../words/index.ts';
import { formatDate } from '../format.ts';
import './details.css';

/** The facts of a judgment as they were entered, to be read again; what is not known says so. */
export function DetailsShown({ details }: { details: ConvictionDetails }) {
  const { t } = useTranslation('evaluation');
  return (
    <dl className="details-shown">
      {useFacts(details).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? t('field.notKnown')}</dd>
        </div>
      ))}
    </dl>
  );
}

type Fact = [name: string, value: string | null];

function useFacts(details: ConvictionDetails): Fact[] {
  const { t } = useTranslation('evaluation');
  const label = useLabel();
  const { principal, additional, civil, courtFees, wanted, courtDecisions, offences } = details;
  const done = ({ state, on }: Execution): string =>
    label('execution', state) + (on === null ? '' : ` ${formatDate(on)}`);
  const date = (day: string | null): string | null => day && formatDate(day);
  const months = principal.months === null ? '' : ` · ${t('field.months')}: ${principal.months}`;
  const articles = offences.map(({ penalCode, article, clause }) =>
    [
      label('penalCode', penalCode),
      `${t('field.article')} ${article ?? '?'}`,
      ...(clause === null ? [] : [`${t('field.clause')} ${clause}`]),
    ].join(', '),
  );
  const facts: Fact[] = [
    [t('field.basis'), label('basis', details.basis)],
    [t('field.offences'), articles.join('; ')],
    [t('field.offenceDate'), date(details.offenceDate)],
    [t('field.effectiveDate'), date(details.effectiveDate)],
    [t('field.fault'), details.fault && label('fault', details.fault)],
    [t('field.severity'), details.severity && label('severity', details.severity)],
    [
      t('field.principal'),
      `${label('principalPenalty', principal.kind)}${months} · ${done(principal.execution)}`,
    ],
    ...(principal.probationEnd === null
      ? []
      : [[t('field.probationEnd'), date(principal.probationEnd)] satisfies Fact]),
    ...additional.map(({ kind, text, execution }, index): Fact => [
      `${t('field.additional')} ${index + 1}`,
      `${label('additionalPenalty', kind)}: ${text} · ${done(execution)}`,
    ]),
    [t('field.civil'), civil && `${civil.text} · ${done(civil.execution)}`],
    [t('field.courtFees'), courtFees && `${courtFees.text} · ${done(courtFees.execution)}`],
    [t('field.newCrime'), label('newCrime', details.newCrime)],
    ...(wanted === null ? [] : [[t('field.wanted'), date(wanted.issuedOn)] satisfies Fact]),
    ...courtDecisions.map(({ kind, number, date: day }): Fact => [
      t('field.courtDecisions'),
      `${label('decisionKind', kind)} ${number}, ${formatDate(day)}`,
    ]),
  ];
  return facts;
}
