import { useTranslation } from 'react-i18next';
import type { ApplicationSubmission } from '../../../domain/application.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import { formatDate } from '../../pieces/format.ts';
import { useProvinces } from '../../pieces/units.ts';
import { useCountryName, useLabel } from '../../words/index.ts';
import { type Stay, uncertainStays } from './uncertainStays.ts';

/** Where the person lived since 14, as stated. */
export function ResidenceBlock({ application }: { application: ApplicationSubmission }) {
  const { t } = useTranslation('officer');
  const countryName = useCountryName();
  const stayText = useStayText();
  const { data: provinces } = useProvinces();
  const nameOf = (code: string | null): string =>
    provinces?.find((province) => province.code === code)?.name ?? code ?? '';
  return (
    <>
      <h3>{t('residenceHistory')}</h3>
      <ol className="residences">
        {application.subject.residenceHistory.map((stay) => (
          <li key={`${stay.from} ${stay.place}`}>
            {stayText(stay)}
            <span className="muted">
              {' '}
              ·{' '}
              {stay.countryCode === 'VN'
                ? nameOf(stay.provinceCode)
                : countryName(stay.countryCode)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is uncertain in the history of residence, a line each with the place it is about. */
export function useUncertainResidences({ application, residenceWarnings }: CaseDetail): string[] {
  const label = useLabel();
  const stayText = useStayText();
  const history = application?.subject.residenceHistory ?? [];
  return uncertainStays(history, residenceWarnings).map(
    ({ stay, code }) => `${label('residenceWarning', code)} · ${stayText(stay)}`,
  );
}

function useStayText(): (stay: Stay) => string {
  const { t } = useTranslation('officer');
  return ({ from, to, place }) =>
    `${formatDate(from)} – ${to === null ? t('untilNow') : formatDate(to)}: ${place}`;
}
