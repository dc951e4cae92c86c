import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordTold } from '../../domain/record/knownJudgment.ts';
import { RecordsTold } from './RecordsTold.tsx';

interface KnownAlertProps {
  records: readonly RecordTold[];
  className: string;
  /** What is to be done about it, if anything. */
  children?: ReactNode;
}

/** Warns of records that hold a judgment already. */
export function KnownAlert({ records, className, children }: KnownAlertProps) {
  const { t } = useTranslation('records');
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className={className}
      title={t('form.known', { count: records.length })}
      description={
        <>
          <RecordsTold records={records} />
          {children}
        </>
      }
    />
  );
}
