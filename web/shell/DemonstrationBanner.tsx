import { InfoCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useFacts } from '../facts.ts';

/** Says on every page that a demonstration is one. */
export function DemonstrationBanner() {
  const { t } = useTranslation();
  const { data } = useFacts();
  if (data?.facts.demonstration !== true) return null;
  return (
    <div className="demonstration" role="note">
      <InfoCircleOutlined aria-hidden /> {t('demonstration')}
    </div>
  );
}
