import { useTranslation } from 'react-i18next';

/** A row of figures with their names. */
export function Numbers({ figures }: { figures: Readonly<Record<string, number>> }) {
  const { t } = useTranslation('rehearsal');
  return (
    <dl className="rehearsal-numbers">
      {Object.entries(figures).map(([name, value]) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd>{value.toLocaleString('vi')}</dd>
        </div>
      ))}
    </dl>
  );
}
