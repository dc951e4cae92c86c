import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LawDraft } from '../../../domain/law/draft.ts';
import { LawRun } from '../../../domain/law/run.ts';
import { servesAllUnits } from '../../../domain/permission.ts';
import { send } from '../../api.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSession } from '../../session.tsx';
import { MoveTable } from './MoveTable.tsx';
import { Numbers } from './Numbers.tsx';
import { RunProgress } from './RunProgress.tsx';

/** The latest rehearsal of a draft, and the way to a new one. */
export function Rehearsal({ draft, runs }: { draft: LawDraft; runs: readonly LawRun[] }) {
  const { t } = useTranslation('rehearsal');
  const { account } = useSession();
  const client = useQueryClient();
  const latest = runs.find(({ kind }) => kind === 'REHEARSAL');
  const begin = useMutation({
    mutationFn: () => send('POST', `/drafts/${draft.id}/rehearsal`, undefined, LawRun),
    onSettled: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  });
  const running = latest?.state === 'RUNNING';
  return (
    <section aria-labelledby="rehearsal-title">
      <div className="rehearsal-head">
        <h2 id="rehearsal-title">{t('rehearsalTitle')}</h2>
        {draft.state === 'DRAFT' && servesAllUnits(account) && (
          <Button loading={begin.isPending} disabled={running} onClick={() => begin.mutate()}>
            {t(latest === undefined ? 'rehearse' : 'rehearseAgain')}
          </Button>
        )}
      </div>
      <ProblemAlert error={begin.error} />
      {latest === undefined ? (
        <p className="muted">{t('rehearsalNone')}</p>
      ) : (
        <>
          {draft.state === 'DRAFT' && latest.draftRev !== draft.rev && (
            <Alert type="warning" showIcon title={t('rehearsalOld')} />
          )}
          <RunProgress run={latest} />
          {latest.figures?.of === 'REHEARSAL' && <Found run={latest} figures={latest.figures} />}
        </>
      )}
    </section>
  );
}

function Found({ run, figures }: { run: LawRun; figures: { of: string; moved: number } }) {
  const { of: _of, ...counts } = figures;
  return (
    <>
      <Numbers figures={counts} />
      {figures.moved > 0 && <MoveTable run={run} />}
    </>
  );
}
