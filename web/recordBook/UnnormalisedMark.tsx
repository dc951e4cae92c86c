import { ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

/** That offences of a record are not normalised: in red, and by sign and word (domain notes §3.4). */
export function UnnormalisedMark({ count = 1 }: { count?: number }) {
  const { t } = useTranslation('recordBook');
  if (count === 0) return null;
  return (
    <strong className="unnormalised-mark">
      <ExclamationCircleFilled aria-hidden /> {t('unnormalised', { count })}
    </strong>
  );
}
