import { Button, Popconfirm, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { allows } from '../../../domain/permission.ts';
import type { SupplyBatch } from '../../../domain/supply/batch.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSession } from '../../session.tsx';
import { useBatchStep } from './query.ts';

/** What comes next for a file: its good rows entered, records made, stopped, let go on, discarded. */
export function BatchActs({ batch }: { batch: SupplyBatch }) {
  const { t } = useTranslation('supply');
  const { account } = useSession();
  const { mutate, isPending, error } = useBatchStep(batch.id);
  if (!allows(account, 'supply.receive')) return null;
  const { state, rows, judgments } = batch;
  const counts = { good: rows.GOOD, faulty: rows.FAULTY, count: judgments.open };
  const running = state === 'RUNNING';
  return (
    <>
      {(running || state === 'STOPPED') && <Bar batch={batch} />}
      <div className="supply-acts">
        {state === 'PREVIEWED' && rows.GOOD > 0 && (
          <Popconfirm
            title={t('batch.keepAsk', counts)}
            description={t('batch.keepText')}
            okText={t('batch.keep')}
            cancelText={t('entry.cancel')}
            onConfirm={() => mutate({ step: 'confirmation', body: { leaveOut: rows.FAULTY } })}
          >
            <Button type="primary" loading={isPending}>
              {t('batch.keep')}
            </Button>
          </Popconfirm>
        )}
        {state === 'PREVIEWED' && (
          <Popconfirm
            title={t('batch.discardAsk')}
            okText={t('batch.discard')}
            cancelText={t('entry.cancel')}
            onConfirm={() => mutate({ step: 'discard' })}
          >
            <Button danger>{t('batch.discard')}</Button>
          </Popconfirm>
        )}
        {(running || state === 'STOPPED') && (
          <Button loading={isPending} onClick={() => mutate({ step: running ? 'stop' : 'resume' })}>
            {t(running ? 'batch.stop' : 'batch.resume')}
          </Button>
        )}
        {state === 'DONE' && judgments.open > 0 && allows(account, 'transfer.enter') && (
          <Popconfirm
            title={t('batch.recordsAsk', counts)}
            description={t('batch.recordsText')}
            okText={t('batch.records', counts)}
            cancelText={t('entry.cancel')}
            onConfirm={() => mutate({ step: 'records' })}
          >
            <Button type="primary" loading={isPending}>
              {t('batch.records', counts)}
            </Button>
          </Popconfirm>
        )}
      </div>
      <ProblemAlert error={error} />
    </>
  );
}

/** How far the work is, as a bar and in words. */
function Bar({ batch: { task, rows, judgments } }: { batch: SupplyBatch }) {
  const { t } = useTranslation('supply');
  const done = task === 'ENTRIES' ? rows.ENTERED + rows.REPEATED : judgments.made + judgments.left;
  const total = done + (task === 'ENTRIES' ? rows.GOOD : judgments.open);
  const word = t(task === 'ENTRIES' ? 'batch.entering' : 'batch.making');
  return (
    <>
      <p role="status">
        {word}: {done}/{total}
      </p>
      <Progress percent={total === 0 ? 100 : Math.floor((done / total) * 100)} aria-label={word} />
    </>
  );
}
