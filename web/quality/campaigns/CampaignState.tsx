import { CheckCircleFilled, ClockCircleOutlined, EditOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { CampaignLine } from '../../../domain/quality/campaign.ts';

const ICONS = {
  PREPARED: EditOutlined,
  RUNNING: ClockCircleOutlined,
  ENDED: CheckCircleFilled,
} as const;

/** Where a campaign stands, by sign and word. */
export function CampaignState({ state }: Pick<CampaignLine, 'state'>) {
  const { t } = useTranslation('campaigns');
  const Icon = ICONS[state];
  return (
    <span>
      <Icon aria-hidden /> {t(`state.${state}`)}
    </span>
  );
}
