import { useTranslation } from 'react-i18next';
import { formatInstant } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useFinding } from './query.ts';

/** Every step in the history of a finding: what the rule saw, and what people decided. */
export function History({ id }: { id: number }) {
  const { t } = useTranslation('quality');
  const { data, error, isPending, refetch } = useFinding(String(id));
  if (isPending) return <Loading rows={2} />;
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <ol aria-label={t('history')}>
        {data?.events.map(({ kind, at, by, reason }) => (
          <li key={`${kind} ${at}`}>
            {formatInstant(at)} · {t(`event.${kind}`)} · {by ?? t('byRule')}
            {reason !== null && ` · ${reason}`}
          </li>
        ))}
      </ol>
    </>
  );
}
