import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import { formatDate } from '../pieces/format.ts';
import { usePapers } from '../pieces/usePapers.ts';
import { useCountryName, useLabel } from '../words/index.ts';
import { Fact } from './Fact.tsx';

/** The person a request is about, with what tells namesakes apart. */
export function PersonBlock({ person }: { person: DeskRequest['person'] }) {
  const { t } = useTranslation('liaison');
  const label = useLabel();
  const countryName = useCountryName();
  const papers = usePapers();
  const none = t('person.none');
  const parents = [person.fatherName, person.motherName].filter((name) => name !== null);
  const facts: [key: string, value: string][] = [
    ['fullName', person.fullName],
    ['otherNames', person.otherNames.join(', ') || none],
    ['birthDate', formatDate(person.birthDate)],
    ['gender', label('gender', person.gender)],
    ['personalId', person.personalId ?? none],
    ['documents', papers(person.documents) || none],
    ['birthPlace', person.birthPlace],
    ['nationality', countryName(person.nationality)],
    ['parents', parents.join(', ') || none],
  ];
  return (
    <>
      <h3>{t('person.title')}</h3>
      <dl className="desk-facts">
        {facts.map(([key, value]) => (
          <Fact key={key} name={t(`person.${key}`)}>
            {key === 'fullName' ? <strong>{value}</strong> : value}
          </Fact>
        ))}
      </dl>
      <h3>{t('person.residences')}</h3>
      <ul className="desk-residences">
        {person.residences.map(({ from, to, place }) => (
          <li key={`${from} ${place}`}>
            {formatDate(from)} – {to === null ? t('person.toNow') : formatDate(to)}: {place}
          </li>
        ))}
      </ul>
    </>
  );
}
