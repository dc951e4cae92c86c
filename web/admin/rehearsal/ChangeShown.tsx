import { useTranslation } from 'react-i18next';
import type { LawChange } from '../../../domain/law/draft.ts';
import { formatDate } from '../../pieces/format.ts';
import { useLanguage } from '../../words/index.ts';

/** A change in words: each date and what it becomes, or the term and its new amount. */
export function ChangeShown({ change }: { change: LawChange }) {
  const { t } = useTranslation('rehearsal');
  const { language } = useLanguage();
  if (change.of === 'TERM') {
    const { term, amount, unit, citation, ruleSetId } = change;
    return (
      <p>
        {ruleSetId} · {t('termIs', { term: t(`term.${term}`), amount, unit: t(`unit.${unit}`) })}
        <br />
        <span className="muted">{citation}</span>
      </p>
    );
  }
  return (
    <ul className="rehearsal-change">
      {change.extendTo !== undefined && (
        <li>
          <strong>{t('extendsTo', { year: change.extendTo })}</strong>
          <div className="muted">{t('extendToHint')}</div>
        </li>
      )}
      {change.days.map((day) => (
        <li key={day.date}>
          <strong>{formatDate(day.date)}</strong>: {t(`kind.${day.kind}`)}
          {day.kind !== 'ordinary' && ` (${language === 'vi' ? day.nameVi : day.nameEn})`}
          <div className="muted">{day.source}</div>
        </li>
      ))}
    </ul>
  );
}
