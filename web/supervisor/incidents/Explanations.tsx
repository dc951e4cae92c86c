import { useTranslation } from 'react-i18next';
import type {
  DeadlineIncident,
  FirstExplanation,
  SecondExplanation,
} from '../../../domain/deadlineIncident.ts';
import { formatDate } from '../../pieces/format.ts';
import { daysBeside } from './daysBeside.ts';

/** Day by day what each engine counted; where they part is marked. */
export function Explanations({ incident }: { incident: DeadlineIncident }) {
  const { t } = useTranslation('incidents');
  const { caseId, firstExplanation, secondExplanation } = incident;
  const days = daysBeside(firstExplanation, secondExplanation);
  return (
    <table className="explanations">
      <caption>{t('explanations', { caseId })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('date')}</th>
          <th scope="col">
            {t('first')}
            <FirstSums explanation={firstExplanation} />
          </th>
          <th scope="col">
            {t('second')}
            <SecondSums explanation={secondExplanation} />
          </th>
          <th scope="col">
            <span className="only-spoken">{t('unlike')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, first, second, unlike }) => (
          <tr key={date} data-unlike={unlike}>
            <th scope="row">{formatDate(date)}</th>
            <td>{first === undefined ? '–' : <FirstDay day={first} />}</td>
            <td>{second === undefined ? '–' : <SecondDay day={second} />}</td>
            <td>{unlike && <strong>≠ {t('unlike')}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FirstSums({ explanation: { amount, unit, error } }: { explanation: FirstExplanation }) {
  const { t } = useTranslation('incidents');
  const { t: said } = useTranslation();
  if (error !== null) return <span className="cell-line tag-again">{error}</span>;
  if (amount === null || unit === null) return null;
  const counted = said(`amount.${unit}`, { count: amount });
  return <span className="cell-line muted">{t('budget', { amount: counted })}</span>;
}

function SecondSums({ explanation: { givenBack, error } }: { explanation: SecondExplanation }) {
  const { t } = useTranslation('incidents');
  if (error !== null) return <span className="cell-line tag-again">{error}</span>;
  if (givenBack === null || givenBack === 0) return null;
  return <span className="cell-line muted">{t('givenBack', { count: givenBack })}</span>;
}

function FirstDay({ day: { kind, counted } }: { day: FirstExplanation['days'][number] }) {
  const { t } = useTranslation('incidents');
  const { t: said } = useTranslation();
  const word = said(`dayKind.${kind}`, { defaultValue: kind });
  return <>{counted > 0 ? `${word} · ${t('counted', { count: counted })}` : word}</>;
}

function SecondDay({ day }: { day: SecondExplanation['days'][number] }) {
  const { t } = useTranslation('incidents');
  const { why, name, counted, left, stood } = day;
  const said = [
    t(`why.${why}`, { defaultValue: why }),
    name ?? '',
    stood ? t('stood') : '',
    counted > 0 ? t('counted', { count: counted }) : '',
    t('left', { count: left }),
  ];
  return <>{said.filter((part) => part !== '').join(' · ')}</>;
}
