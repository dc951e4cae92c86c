import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { LawRun } from '../../../domain/law/run.ts';
import { servesAllUnits } from '../../../domain/permission.ts';
import { send } from '../../api.ts';
import { formatInstant } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSession } from '../../session.tsx';

/** How far a run is, in words and as a bar, with the way to stop it. */
export function RunProgress({ run }: { run: LawRun }) {
  const { t } = useTranslation('rehearsal');
  const { account } = useSession();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => send('POST', `/law-runs/${run.id}/cancel`, undefined, LawRun),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['drafts'] }),
        client.invalidateQueries({ queryKey: ['law-runs'] }),
      ]),
  });
  const { kind, state, done, total } = run;
  const running = state === 'RUNNING';
  const mayStop = kind === 'WHAT_IF' || (kind === 'REHEARSAL' && servesAllUnits(account));
  const of = kind === 'REPLAN' ? 'progressCases' : 'progressClocks';
  const share = total === 0 ? (running ? 0 : 100) : Math.floor((done / total) * 100);
  return (
    <div className="rehearsal-run">
      <p role="status">
        <strong>{t(`run.${state}`)}</strong> ·{' '}
        {t(of, { done: done.toLocaleString('vi'), total: total.toLocaleString('vi') })}{' '}
        <span className="muted">
          {run.askedByName}, {formatInstant(run.askedAt)}
        </span>
      </p>
      {running && (
        <div className="rehearsal-bar">
          <Progress percent={share} aria-label={t(`run.${state}`)} />
          {mayStop && (
            <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('stop')}
            </Button>
          )}
        </div>
      )}
      <ProblemAlert error={cancel.error} />
    </div>
  );
}
