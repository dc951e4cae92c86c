import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PacketUpload, ROW_STATES } from '../../../domain/packet.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useUploadStep } from './query.ts';

/** How far an import is, as a bar and in words, with the way to stop it and to let it go on. */
export function Progressing({ upload }: { upload: PacketUpload }) {
  const { t } = useTranslation('packets');
  const step = useUploadStep(upload.id);
  const total = ROW_STATES.reduce((sum, state) => sum + upload.rows[state], 0);
  const done = total - upload.rows.READY;
  const running = upload.state === 'RUNNING';
  return (
    <section aria-label={t('progress.title')}>
      <p role="status">{t('progress.done', { done, total })}</p>
      <div className="packets-bar">
        <Progress
          percent={total === 0 ? 100 : Math.floor((done / total) * 100)}
          status={running ? 'active' : 'normal'}
          aria-label={t('progress.title')}
        />
        <Button
          loading={step.isPending}
          onClick={() => step.mutate({ step: running ? 'stop' : 'resume' })}
        >
          {t(running ? 'progress.stop' : 'progress.resume')}
        </Button>
      </div>
      <ProblemAlert error={step.error} />
      <p className="muted">{t(running ? 'progress.leave' : 'progress.stopped')}</p>
    </section>
  );
}
