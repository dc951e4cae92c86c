import { useTranslation } from 'react-i18next';
import { formatDate } from '../format.ts';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { BanList } from './BanList.tsx';
import { useKnownBans } from './useKnownBans.ts';

/** What the person's records hold of bans today; nothing where the certificate says nothing of bans. */
export function KnownBanSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation('bans');
  const { data, error, refetch } = useKnownBans(caseId);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined || !data.printed) return null;
  return (
    <section aria-label={t('known')}>
      <h3>{t('known')}</h3>
      <p className="muted">{t('asOf', { date: formatDate(data.onDate) })}</p>
      {data.known.length === 0 ? <p>{t('noneKnown')}</p> : <BanList bans={data.known} />}
    </section>
  );
}
