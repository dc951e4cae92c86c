import { useTranslation } from 'react-i18next';
import { useFieldName, useValueText } from '../recordBook/valueText.ts';
import { changedFields } from './changedFields.ts';

interface ChangedMeanwhileProps {
  /** As it stood when the form was opened. */
  before: object | null;
  after: object | null;
}

/** What somebody else changed in a paper while its form was open, field by field. */
export function ChangedMeanwhile({ before, after }: ChangedMeanwhileProps) {
  const { t } = useTranslation('records');
  const fieldName = useFieldName();
  const valueText = useValueText();
  const changed = changedFields(before ?? {}, after ?? {});
  if (changed.length === 0) return <p>{t('changed.none')}</p>;
  return (
    <ul>
      {changed.map(({ place, field, before: was, after: is }) => (
        <li key={`${place}.${field}`}>
          {fieldName(place, field)}: {valueText(field, was)} → {valueText(field, is)}
        </li>
      ))}
    </ul>
  );
}
