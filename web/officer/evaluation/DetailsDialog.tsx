import { Button, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConvictionEntry } from '../../../domain/agencyMessage.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import type { ConvictionDetails } from '../../../domain/conviction/entry.ts';
import { readWords } from '../../../domain/conviction/reading.ts';
import { OffenceWords } from '../../pieces/OffenceWords.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { detailsOf, type DetailsForm, formOf } from '../../pieces/conviction/detailsForm.ts';
import { CrimeFields } from '../../pieces/conviction/CrimeFields.tsx';
import { PenaltyFields } from '../../pieces/conviction/PenaltyFields.tsx';
import { AfterwardsFields } from '../../pieces/conviction/AfterwardsFields.tsx';
import { useCompletion } from './useEvaluation.ts';

interface DetailsDialogProps {
  detail: CaseDetail;
  entry: ConvictionEntry;
  index: number;
  onClose: () => void;
}

/** Complete what the evaluation of one judgment needs. Ctrl+Enter evaluates. */
export function DetailsDialog({ detail, entry, index, onClose }: DetailsDialogProps) {
  const { t } = useTranslation('evaluation');
  const [form] = Form.useForm<DetailsForm>();
  const completing = useCompletion(detail, onClose);
  useConfirmKey(() => !completing.isPending && form.submit());
  const known: ConvictionDetails = entry.details ?? readWords(entry);
  return (
    <Modal
      open
      width={860}
      title={t('complete', { n: index + 1 })}
      onCancel={onClose}
      maskClosable={false}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={completing.isPending} onClick={() => form.submit()}>
            {t('evaluate')} <kbd className="on-button">Ctrl+Enter</kbd>
          </Button>
        </>
      }
    >
      <p>
        <OffenceWords entry={entry} />
        {entry.penalty}. {entry.executionStatus}.
      </p>
      {entry.details === undefined && <p className="muted">{t('readHint')}</p>}
      <Form<DetailsForm>
        form={form}
        layout="vertical"
        className="details-form"
        disabled={completing.isPending}
        initialValues={formOf(known)}
        onFinish={(values) => completing.mutate({ index, details: detailsOf(values, known) })}
      >
        <CrimeFields />
        <PenaltyFields />
        <AfterwardsFields />
      </Form>
      <ProblemAlert error={completing.error} />
    </Modal>
  );
}
