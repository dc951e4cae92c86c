import { useTranslation } from 'react-i18next';
import { QUALITY_SIDES } from '../../domain/quality/codes.ts';
import type { QualityFigures } from '../../domain/quality/share.ts';
import { UnverifiedMark } from '../pieces/UnverifiedMark.tsx';

/** What clean means: every rule with the provision it rests on. */
export function Definition({ figures }: { figures: QualityFigures }) {
  const { t } = useTranslation('quality');
  const { rules, version, oldJudgmentYears: years } = figures;
  return (
    <>
      <p>{t('cleanMeans', { version, years })}</p>
      {QUALITY_SIDES.map((side) => (
        <section key={side}>
          <h3>{t(`side.${side}`)}</h3>
          <ul>
            {rules
              .filter((rule) => rule.side === side)
              .map(({ rule, citation, verified }) => (
                <li key={rule}>
                  {t(`rule.${rule}`)} <span className="muted">– {citation}</span>{' '}
                  <UnverifiedMark verified={verified} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
