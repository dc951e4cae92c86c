import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RecordCreated, type RecordSubmission } from '../../domain/record.ts';
import { send } from '../api.ts';
import { useSteadyKey } from '../steadyKey.ts';
import { RecordForm } from './RecordForm.tsx';
import './records.css';

/** A provincial record officer enters a record; it is numbered, kept, and then sent from its own page. */
export default function NewTransfer() {
  const { t } = useTranslation('records');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (record: RecordSubmission) =>
      send('POST', '/transfers', { record }, RecordCreated, { idempotencyKey: keyOf(record) }),
    onSuccess({ caseId, recordNumber }) {
      void message.success(t('form.created', { number: recordNumber }));
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void navigate(`/trao-doi/${caseId}`);
    },
  });
  useEffect(() => {
    document.title = t('form.title');
  }, [t]);
  return (
    <div className="records">
      <p>
        <Link to="/trao-doi">← {t('page.back')}</Link>
      </p>
      <h1>{t('form.title')}</h1>
      <p>{t('form.lead')}</p>
      <RecordForm
        fresh
        saveWord={t('form.save')}
        pending={isPending}
        error={error}
        onSave={mutate}
        onCancel={() => void navigate('/trao-doi')}
      />
    </div>
  );
}
