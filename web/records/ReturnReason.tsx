import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CaseDetail, CaseEvents } from '../../domain/case.ts';
import { get } from '../api.ts';
import { lastReason } from './lastReturn.ts';

/** Why the Centre returned what is being corrected, above its form; nothing for what was not returned. */
export function ReturnReason({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('records');
  const { caseId, step } = detail.line;
  const { data } = useQuery({
    queryKey: ['case', caseId, 'events'],
    queryFn: () => get(`/cases/${caseId}/events`, CaseEvents),
  });
  if (step !== 'RETURNED' || data === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="records-notice"
      title={t('page.returned')}
      description={t('page.returnedText', { reason: lastReason(data.events, 'returnRecord') })}
    />
  );
}
