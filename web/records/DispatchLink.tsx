import { useTranslation } from 'react-i18next';
import { addressOf } from '../api.ts';

/** A cover letter by its number, as the paper it is. */
export function DispatchLink({ id, number }: { id: string; number: string }) {
  const { t } = useTranslation('exchange');
  return (
    <a
      href={addressOf(`/exchange/dispatches/${id}/paper.pdf`)}
      target="_blank"
      rel="noreferrer"
      className="case-number"
    >
      {t('dispatch.paper', { number })}
    </a>
  );
}
