import { CheckCircleOutlined, QuestionCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

/** Whether somebody has read a value in its source; a sign and a word, never colour alone. */
export function VerifiedMark({ verified }: { verified: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <span className="admin-mark" data-verified={verified}>
      {verified ? <CheckCircleOutlined aria-hidden /> : <QuestionCircleFilled aria-hidden />}{' '}
      {t(verified ? 'verified' : 'unverified')}
    </span>
  );
}
