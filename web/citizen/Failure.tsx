import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.ts';

/**
 * A sentence for a citizen about what failed, or null when nothing did. Refusals that can be
 * remedied have their own words; everything else says that nothing was lost.
 */
export function useFailureText(
  error: Error | null,
  notFound: string,
  tooMany: string,
): string | null {
  const { t } = useTranslation('citizen');
  if (error === null) return null;
  const code = error instanceof ApiProblem ? error.code : 'FAULT';
  if (code === 'TRACKING_NOT_FOUND' || code === 'NOT_FOUND') return t(notFound);
  if (code === 'TOO_MANY_REQUESTS') return t(tooMany);
  return t('errors.away');
}

/** The box above a form that says why there is no answer. */
export function Failure({ title, text }: { title: string; text: string }) {
  return (
    <div role="alert" className="citizen-failure">
      <strong>{title}</strong>
      <p>{text}</p>
    </div>
  );
}
