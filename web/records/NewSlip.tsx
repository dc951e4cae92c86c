import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { CaseDetail } from '../../domain/case.ts';
import type { SlipContent } from '../../domain/exchange/slip.ts';
import { RecordCreated } from '../../domain/record.ts';
import { get, send } from '../api.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { useSteadyKey } from '../steadyKey.ts';
import { SlipForm } from './SlipForm.tsx';
import './records.css';

/** `/trao-doi/:caseId/phieu-bo-sung`: a supplementary slip to the record of that transfer. */
export default function NewSlip() {
  const { t } = useTranslation('exchange');
  const { caseId = '' } = useParams();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const record = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => get(`/cases/${caseId}`, CaseDetail),
  });
  const recordNumber = record.data?.recordNumber ?? '';
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ judgment, document }: SlipContent) =>
      send('POST', '/slips', { recordNumber, slip: { judgment, document } }, RecordCreated, {
        idempotencyKey: keyOf([judgment, document]),
      }),
    onSuccess({ caseId: number }) {
      void message.success(t('slip.created', { number }));
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      void navigate(`/trao-doi/${number}`);
    },
  });
  useEffect(() => {
    document.title = t('slip.new');
  }, [t]);
  return (
    <div className="records">
      <p>
        <Link to={`/trao-doi/${caseId}`}>← {caseId}</Link>
      </p>
      <h1>
        {t('slip.new')} <small className="muted">{t('slip.of', { number: recordNumber })}</small>
      </h1>
      <p>{t('slip.lead')}</p>
      <PageProblem
        of="case"
        error={record.error}
        onRetry={() => void record.refetch()}
        back={{ to: '/trao-doi', label: t('pageTransfers') }}
      />
      {record.isPending && <Loading rows={8} />}
      {record.data !== undefined && (
        <SlipForm
          saveWord={t('slip.new')}
          pending={isPending}
          error={error}
          onSave={mutate}
          onCancel={() => void navigate(`/trao-doi/${caseId}`)}
        />
      )}
    </div>
  );
}
