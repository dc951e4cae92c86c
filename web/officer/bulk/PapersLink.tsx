import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { BulkResult } from '../../../domain/bulk.ts';
import { addressOf } from '../../api.ts';

interface PapersLinkProps {
  /** Token of the set that was confirmed. */
  token: string;
  results: z.infer<typeof BulkResult>['results'];
}

/** Opens the papers of a confirmed set as one file, which the browser prints. */
export function PapersLink({ token, results }: PapersLinkProps) {
  const { t } = useTranslation('officer');
  const count = results.filter(({ ok }) => ok).length;
  if (count === 0) return null;
  return (
    <Button
      type="primary"
      icon={<PrinterOutlined aria-hidden />}
      href={addressOf(`/bulk/${token}/papers.pdf`)}
      target="_blank"
      rel="noreferrer"
    >
      {t('bulkOpenPapers', { count })}
    </Button>
  );
}
