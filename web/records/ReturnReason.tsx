import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../domain/case.ts';
import { lastReason } from './lastReturn.ts';
import { useCaseEvents } from '../pieces/useCaseEvents.ts';

/** Why the Centre returned a transfer, on its page and above the form that corrects it; nothing for what was not returned. */
export function ReturnReason({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('records');
  const { caseId, step } = detail.line;
  const { data } = useCaseEvents(caseId);
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
