import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { LiaisonNav } from '../LiaisonNav.tsx';
import { useShares } from './query.ts';
import { ShareTable } from './ShareTable.tsx';
import '../../quality/quality.css';

/** `/lien-thong/lam-sach`: campaigns that ask the reader's unit, and what one of them asks. */
export default function SharesPage() {
  const { t } = useTranslation('campaigns');
  const { id } = useParams();
  const { data, error, isPending, refetch } = useShares();
  useEffect(() => {
    document.title = t('sharesTitle');
  }, [t]);
  const chosen = data?.shares.find((share) => share.id === id) ?? data?.shares[0];
  return (
    <div className="quality">
      <LiaisonNav />
      <h1>{t('sharesTitle')}</h1>
      <p className="muted">{t('sharesLead')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading rows={3} />}
      {data?.shares.length === 0 && <EmptyState text={t('noShares')} hint={t('noSharesHint')} />}
      <ul>
        {data?.shares.map((share) => (
          <li key={share.id} aria-current={share.id === chosen?.id || undefined}>
            <Link to={`/lien-thong/lam-sach/${share.id}`}>{share.name}</Link>{' '}
            <span className="muted">
              {share.department} · {t('answerUntil', { date: formatDate(share.endsOn) })} ·{' '}
              {t('shareCount', { asked: share.asked, answered: share.answered })}
            </span>
          </li>
        ))}
      </ul>
      {chosen !== undefined && <ShareTable key={chosen.id} id={chosen.id} name={chosen.name} />}
    </div>
  );
}
