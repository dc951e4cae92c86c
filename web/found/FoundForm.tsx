import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordBegun } from '../../domain/record/recordBegun.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { RecordForm } from '../records/RecordForm.tsx';
import '../records/records.css';
import { useLeave } from '../shell/Unsaved.tsx';
import type { FoundActsProps } from './FoundActs.tsx';
import type { useDecideFound } from './query.ts';

interface FoundFormProps extends FoundActsProps {
  /** The record that gets the judgment as a further one; null for a record of its own. */
  recordNumber: string | null;
  decide: ReturnType<typeof useDecideFound>;
  onClose: () => void;
}

/** The record as the application and the answer tell it; the officer completes what neither says. */
export function FoundForm({
  detail,
  page,
  judgment,
  recordNumber,
  decide,
  onClose,
}: FoundFormProps) {
  const { t } = useTranslation('found');
  const leave = useLeave();
  const { application } = detail;
  if (application === null) return null;
  const save = (record: RecordSubmission): void => {
    const { key } = judgment;
    const despite = page.known.length > 0;
    decide.mutate(
      recordNumber === null
        ? { outcome: 'RECORD', judgment: key, record, despite }
        : { outcome: 'FURTHER', judgment: key, content: record.judgment, recordNumber },
    );
  };
  return (
    <Modal
      open
      width={960}
      footer={null}
      maskClosable={false}
      title={recordNumber === null ? t('actRecord') : t('actFurther', { number: recordNumber })}
      onCancel={() => leave(onClose)}
    >
      <p>{t(recordNumber === null ? 'formLead' : 'furtherLead')}</p>
      <RecordForm
        fresh
        initial={recordBegun(application.subject, judgment)}
        saveWord={t(recordNumber === null ? 'save' : 'propose')}
        pending={decide.isPending}
        error={decide.error}
        onSave={save}
        onCancel={() => leave(onClose)}
      />
    </Modal>
  );
}
