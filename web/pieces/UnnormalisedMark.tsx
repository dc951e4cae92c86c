import { ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import './unnormalised.css';

/**
 * That offences are not normalised: in red, and by sign and word (CV 277/TTLLTPQG-CSDL). `count`: how many of a
 * record; absent beside the offence itself.
 */
export function UnnormalisedMark({ count }: { count?: number }) {
  const { t } = useTranslation(['recordBook', 'catalogue']);
  if (count === 0) return null;
  return (
    <strong className="unnormalised-mark">
      <ExclamationCircleFilled aria-hidden />{' '}
      {count === undefined ? t('catalogue:offence.not') : t('unnormalised', { count })}
    </strong>
  );
}
