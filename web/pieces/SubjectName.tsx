import { useTranslation } from 'react-i18next';

/** Whom a case is about, or that the reader may not know it. */
export function SubjectName({ name }: { name: string | null }) {
  const { t } = useTranslation();
  return name === null ? <span className="muted">{t('subjectUnseen')}</span> : <>{name}</>;
}
