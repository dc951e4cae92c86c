import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketUpload } from '../../../domain/packet.ts';
import { ANSWER_ORDER } from '../../../domain/wording/questions.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { useLabel } from '../../words/index.ts';
import { FoundRecords } from './FoundRecords.tsx';
import { useUploadStep } from './query.ts';

/** What an import will do, with every found record to be confirmed a second time; Ctrl+Enter begins it. */
export function Preview({ upload }: { upload: PacketUpload }) {
  const { t } = useTranslation('packets');
  const label = useLabel();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const step = useUploadStep(upload.id);
  const found = upload.outcomes.RECORD_FOUND ?? 0;
  const leaving = upload.rows.READY - found + confirmed.length;
  const begin = (): void => {
    if (leaving > 0 && !step.isPending) step.mutate({ step: 'confirm', body: { confirmed } });
  };
  useConfirmKey(begin);
  return (
    <section aria-label={t('preview.title')}>
      <p>{t('preview.lead')}</p>
      <ul>
        {ANSWER_ORDER.filter((outcome) => (upload.outcomes[outcome] ?? 0) > 0).map((outcome) => (
          <li key={outcome}>
            {label('outcome', outcome)}: <strong>{upload.outcomes[outcome]}</strong>
          </li>
        ))}
      </ul>
      {found > 0 && (
        <FoundRecords uploadId={upload.id} confirmed={confirmed} onConfirmed={setConfirmed} />
      )}
      {found > confirmed.length && (
        <Alert
          type="warning"
          showIcon
          title={t('preview.unconfirmed', { count: found - confirmed.length })}
        />
      )}
      <ProblemAlert error={step.error} />
      <div className="packets-buttons">
        <Button type="primary" disabled={leaving === 0} loading={step.isPending} onClick={begin}>
          {t('preview.confirm', { count: leaving })} <kbd className="on-button">Ctrl+Enter</kbd>
        </Button>
        {leaving === 0 && <span className="muted">{t('preview.nothing')}</span>}
      </div>
    </section>
  );
}
