import { App, Button, Popconfirm } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { allows } from '../../../domain/permission.ts';
import type { CampaignPage } from '../../../domain/quality/campaign.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { formatDate, formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { PageProblem } from '../../pieces/PageProblem.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useUnitName } from '../../pieces/units.ts';
import { useSession } from '../../session.tsx';
import { QualityNav } from '../QualityNav.tsx';
import '../quality.css';
import { CampaignState } from './CampaignState.tsx';
import { ProgressTable } from './ProgressTable.tsx';
import { useCampaign, useCampaignAct } from './query.ts';

/** `/chat-luong/dot/:id`: a campaign, how far it is at each source, and in the end its report. */
export default function Campaign() {
  const { t } = useTranslation('campaigns');
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useCampaign(id);
  useEffect(() => {
    document.title = `${data?.campaign.name ?? ''} · ${t('title')}`;
  }, [data, t]);
  return (
    <div className="quality">
      <QualityNav />
      <p>
        <Link to="/chat-luong/dot">← {t('title')}</Link>
      </p>
      <PageProblem
        of="thing"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/chat-luong/dot', label: t('title') }}
      />
      {isPending && <Loading rows={6} />}
      {data !== undefined && <Shown page={data} />}
    </div>
  );
}

function Shown({ page }: { page: CampaignPage }) {
  const { t } = useTranslation(['campaigns', 'quality']);
  const unitName = useUnitName();
  const { account } = useSession();
  const fetchFile = useDownload();
  const { campaign, progress } = page;
  const { id, state, judgedFrom, judgedTo, rules } = campaign;
  const runs = campaign.unit === account.unit && allows(account, 'campaign.run');
  const day = (date: string | null): string => (date === null ? '…' : formatDate(date));
  return (
    <>
      <div className="quality-head">
        <h1>{campaign.name}</h1>
        <CampaignState state={state} />
      </div>
      <p>
        {unitName(campaign.unit)} · {day(campaign.startsOn)} – {day(campaign.endsOn)} ·{' '}
        {t('preparedBy', { name: campaign.madeBy, at: formatInstant(campaign.madeAt) })}
      </p>
      <p className="muted">
        {rules.map((rule) => t(`quality:rule.${rule}`)).join('; ')}
        {(judgedFrom ?? judgedTo) !== null &&
          ` · ${t('judged', { from: day(judgedFrom), to: day(judgedTo) })}`}
      </p>
      <h2>{t(`progress.${state}`)}</h2>
      <p className="muted">{t(`progressLead.${state}`)}</p>
      <ProgressTable page={page} />
      <div className="quality-head">
        {runs && state !== 'ENDED' && (
          <ActButton id={id} act={state === 'PREPARED' ? 'start' : 'end'} progress={progress} />
        )}
        {state !== 'PREPARED' && allows(account, 'finding.read') && (
          <>
            <Link to={`/chat-luong?campaign=${id}`}>{t('toMend')}</Link>
            <Link to={`/chat-luong?campaign=${id}&answered=true`}>{t('toAmend')}</Link>
          </>
        )}
        <Button onClick={() => fetchFile(`/campaigns/${id}/report.csv`)}>{t('csv')}</Button>
      </div>
    </>
  );
}

interface ActButtonProps {
  id: string;
  act: 'start' | 'end';
  progress: CampaignPage['progress'];
}

/** Starts or ends a campaign, after saying what that does. */
function ActButton({ id, act, progress }: ActButtonProps) {
  const { t } = useTranslation('campaigns');
  const { message } = App.useApp();
  const { mutate, isPending, error } = useCampaignAct(id);
  const count = progress.reduce((sum, line) => sum + line.all, 0);
  const done = progress.reduce((sum, line) => sum + line.mended + line.setAside, 0);
  return (
    <>
      <Popconfirm
        title={t(`${act}Ask`)}
        description={t(`${act}Text`, { count, done })}
        okText={t(act)}
        cancelText={t('cancel')}
        onConfirm={() => mutate(act, { onSuccess: () => void message.success(t(`${act}Done`)) })}
      >
        <Button type="primary" loading={isPending}>
          {t(act)}
        </Button>
      </Popconfirm>
      <ProblemAlert error={error} />
    </>
  );
}
