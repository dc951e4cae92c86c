import { DownloadOutlined, SyncOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { SUPPLIER_LIST_FILES } from '../../domain/uploads.ts';
import type { Reconciliation } from '../../domain/exchange/reconciliation.ts';
import { useDownload } from '../pieces/useDownload.ts';
import { Allowed } from '../pieces/upload/Allowed.tsx';
import { endingsOf } from '../pieces/upload/fileUnfit.ts';
import { UploadProblem } from '../pieces/upload/UploadProblem.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useDifferenceStep, useList } from './query.ts';

/** Compares the books anew: with the Centre at once, with a supplier by its list. */
export function Comparing({ run }: { run: Reconciliation }) {
  return run.supplierKind === null ? <WithCentre run={run} /> : <WithSupplier run={run} />;
}

function WithCentre({ run: { caseId, step } }: { run: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  const { message } = App.useApp();
  const { mutate, isPending, error } = useDifferenceStep(caseId);
  const compare = (): void =>
    mutate({ step: 'comparison' }, { onSuccess: () => void message.success(t('compared')) });
  return (
    <div className="reconciliation-acts">
      <Button icon={<SyncOutlined aria-hidden />} loading={isPending} onClick={compare}>
        {t(step === 'LISTING' ? 'compare' : 'compareAgain')}
      </Button>
      <ProblemAlert error={error} />
    </div>
  );
}

function WithSupplier({ run: { caseId, step } }: { run: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  const { message } = App.useApp();
  const fetchFile = useDownload();
  const { mutate, isPending, error } = useList(caseId);
  const template = (): void => {
    fetchFile('/exchange/reconciliations/list.csv');
  };
  return (
    <section aria-label={t('list')}>
      <p className="muted">{t(step === 'LISTING' ? 'listLead' : 'listAgainLead')}</p>
      <div className="reconciliation-acts">
        <Upload
          accept={endingsOf(SUPPLIER_LIST_FILES)}
          showUploadList={false}
          beforeUpload={(file) => {
            mutate(file, { onSuccess: () => void message.success(t('compared')) });
            return false;
          }}
        >
          <Button
            type={step === 'LISTING' ? 'primary' : 'default'}
            icon={<UploadOutlined aria-hidden />}
            loading={isPending}
          >
            {t('list')}
          </Button>
        </Upload>
        <Button icon={<DownloadOutlined aria-hidden />} onClick={template}>
          {t('template')}
        </Button>
        <Allowed rule={SUPPLIER_LIST_FILES} />
      </div>
      <UploadProblem error={error} />
    </section>
  );
}
