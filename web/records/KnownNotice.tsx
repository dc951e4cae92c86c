import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTransferPage } from './exchangeQueries.ts';
import { RecordsTold } from './RecordsTold.tsx';

/** Records that hold the judgment of an open transfer as well; nothing where there are none. */
export function KnownNotice({ caseId }: { caseId: string }) {
  const { t } = useTranslation('records');
  const known = useTransferPage(caseId).data?.known ?? [];
  if (known.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="records-notice"
      title={t('form.known', { count: known.length })}
      description={<RecordsTold records={known} />}
    />
  );
}
