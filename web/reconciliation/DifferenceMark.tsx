import { CheckCircleOutlined, ExclamationCircleOutlined, MessageOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DifferenceState } from '../../domain/exchange/reconciliation.ts';

const MARKS = {
  OPEN: { icon: <ExclamationCircleOutlined aria-hidden />, color: 'warning' },
  ASKED: { icon: <MessageOutlined aria-hidden />, color: 'processing' },
  SETTLED: { icon: <CheckCircleOutlined aria-hidden />, color: 'success' },
} as const;

/** Where a difference stands, in words with a sign. */
export function DifferenceMark({ state }: { state: DifferenceState }) {
  const { t } = useTranslation('reconciliation');
  return (
    <Tag color={MARKS[state].color} icon={MARKS[state].icon}>
      {t(`state.${state}`)}
    </Tag>
  );
}
