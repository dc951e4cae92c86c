import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseDetail } from '../../domain/case.ts';
import { allows, PERMISSIONS } from '../../domain/permission.ts';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { useSession } from '../session.tsx';
import { Channels } from './Channels.tsx';
import { DispatchLink } from './DispatchLink.tsx';
import { useTransferPage } from './exchangeQueries.ts';
import { SlipContent } from './SlipContent.tsx';

/** What a slip adds, both channels field by field, slips of a record; nothing for who may not read it. */
export function Exchange({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('records');
  const { account } = useSession();
  if (!allows(account, 'conviction.read')) return <p className="muted">{t('page.masked')}</p>;
  return <Shown detail={detail} />;
}

function Shown({ detail }: { detail: CaseDetail }) {
  const { caseId } = detail.line;
  const { data, error, refetch } = useTransferPage(caseId);
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data?.dispatch && (
        <p>
          <DispatchLink {...data.dispatch} />
        </p>
      )}
      {data?.slip && <SlipContent page={data} recordNumber={detail.recordNumber ?? ''} />}
      {data?.paper && <Channels paper={data.paper} />}
      {data !== undefined && data.slip === null && <Slips detail={detail} slips={data.slips} />}
    </>
  );
}

function Slips({ detail, slips }: { detail: CaseDetail; slips: TransferPage['slips'] }) {
  const { t } = useTranslation('exchange');
  const { account } = useSession();
  const { caseId, unit } = detail.line;
  const enters =
    account.unit === unit &&
    PERMISSIONS['transfer.enter'].some((role) => account.roles.includes(role));
  return (
    <section>
      <h2>{t('slip.list')}</h2>
      {slips.length === 0 && <p className="muted">{t('slip.none')}</p>}
      <ul className="records-slips">
        {slips.map((slip) => (
          <li key={slip.caseId}>
            <Link to={`/trao-doi/${slip.caseId}`} className="case-number">
              {slip.caseId}
            </Link>{' '}
            <StepTag step={slip.step} />
            {slip.updatedAt !== null && (
              <span className="muted">
                {t('slip.appended', { at: formatInstant(slip.updatedAt) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {enters && <Link to={`/trao-doi/${caseId}/phieu-bo-sung`}>{t('slip.new')}</Link>}
    </section>
  );
}
