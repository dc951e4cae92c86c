import {
  CheckCircleFilled,
  CloseCircleFilled,
  FolderOutlined,
  InboxOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { SupplyState } from '../../domain/supply/supply.ts';

const ICONS = {
  RECEIVED: InboxOutlined,
  USED: CheckCircleFilled,
  REFUSED: CloseCircleFilled,
  KEPT: FolderOutlined,
} as const;

/** What became of an entry, by sign and word. */
export function StateMark({ state }: { state: SupplyState }) {
  const { t } = useTranslation('supply');
  const Icon = ICONS[state];
  return (
    <span className="supply-state" data-state={state}>
      <Icon aria-hidden /> {t(`state.${state}`)}
    </span>
  );
}
