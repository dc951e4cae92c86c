import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** The shape of a page that is on its way; announced to screen readers. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true">
      <span className="only-spoken">{t('loading')}</span>
      <Skeleton active={false} paragraph={{ rows }} />
    </div>
  );
}
