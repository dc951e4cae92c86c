import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  EyeOutlined,
  PauseCircleOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { PacketUpload } from '../../../domain/packet.ts';

const ICONS = {
  REFUSED: CloseCircleFilled,
  PREVIEWED: EyeOutlined,
  RUNNING: ClockCircleOutlined,
  STOPPED: PauseCircleOutlined,
  DONE: CheckCircleFilled,
} as const;

/** How an upload stands, in a word with its sign. */
export function UploadState({ upload: { state, reason } }: { upload: PacketUpload }) {
  const { t } = useTranslation('packets');
  const Icon = ICONS[state];
  return (
    <span>
      <Icon aria-hidden className={`packets-${state.toLowerCase()}`} /> {t(`states.${state}`)}
      {reason !== null && <span className="cell-line muted">{reason}</span>}
    </span>
  );
}
