import {
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { BatchState } from '../../../domain/supply/batch.ts';

const ICONS = {
  PREVIEWED: ClockCircleOutlined,
  RUNNING: SyncOutlined,
  STOPPED: PauseCircleOutlined,
  DONE: CheckCircleFilled,
  DISCARDED: MinusCircleOutlined,
} as const;

/** Where a file stands, by sign and word. */
export function BatchMark({ state }: { state: BatchState }) {
  const { t } = useTranslation('supply');
  const Icon = ICONS[state];
  return (
    <span className="supply-state">
      <Icon aria-hidden /> {t(`batch.${state}`)}
    </span>
  );
}
