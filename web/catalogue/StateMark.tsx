import {
  CheckCircleFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ReleaseState } from '../../domain/offence/release.ts';

const ICONS = {
  FAULTY: ExclamationCircleFilled,
  DRAFT: ClockCircleOutlined,
  PUBLISHED: CheckCircleFilled,
  DISCARDED: MinusCircleOutlined,
} as const;

/** Where a release stands, by sign and word. */
export function StateMark({ state }: { state: ReleaseState }) {
  const { t } = useTranslation('catalogue');
  const Icon = ICONS[state];
  return (
    <span className="catalogue-state" data-state={state}>
      <Icon aria-hidden /> {t(`state.${state}`)}
    </span>
  );
}
