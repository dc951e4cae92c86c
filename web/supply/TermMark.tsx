import { CheckOutlined, ClockCircleOutlined, MinusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { SupplyLine } from '../../domain/supply/supply.ts';
import { formatDate } from '../pieces/format.ts';

/** Whether a supplier kept its term, by sign, word and date. */
export function TermMark({ line: { dueOn, late } }: { line: SupplyLine }) {
  const { t } = useTranslation('supply');
  if (dueOn === null) {
    return (
      <span className="muted">
        <MinusOutlined aria-hidden /> {t('term.unknown')}
      </span>
    );
  }
  const date = formatDate(dueOn);
  return late ? (
    <span className="supply-late">
      <ClockCircleOutlined aria-hidden /> {t('term.late', { date })}
    </span>
  ) : (
    <span>
      <CheckOutlined aria-hidden /> {t('term.onTime', { date })}
    </span>
  );
}
