import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../api.ts';
import type { Asked } from '../pieces/askedList.ts';

const ALL = 'ALL';
const WHICH = ['open', 'ended', 'all'] as const;
const COUNTERPARTS = ['CENTRE', 'SUPPLIER'] as const;

/** Search and filters of the runs, and what they find as a file. */
export function RunFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('reconciliation');
  const { message } = App.useApp();
  const csv = (): void => {
    download('/exchange/reconciliations.csv', query).catch(() => message.error(t('exportFailed')));
  };
  return (
    <div className="reconciliation-filters">
      <Segmented
        value={query['which'] ?? 'open'}
        onChange={(which) => onChange({ which })}
        options={WHICH.map((value) => ({ value, label: t(`which.${value}`) }))}
      />
      <Select
        aria-label={t('counterpart')}
        value={query['counterpart'] ?? ALL}
        popupMatchSelectWidth={false}
        options={[ALL, ...COUNTERPARTS].map((value) => ({
          value,
          label: `${t('counterpart')}: ${t(`counterpart.${value}`)}`,
        }))}
        onChange={(value) => onChange({ counterpart: value === ALL ? undefined : value })}
      />
      <Input.Search
        key={query['q']}
        allowClear
        defaultValue={query['q']}
        maxLength={120}
        aria-label={t('search')}
        placeholder={t('search')}
        onSearch={(text) => onChange({ q: text.trim() })}
      />
      {total !== null && (
        <span className="muted" aria-live="polite">
          {t('count', { total })}
        </span>
      )}
      <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
        {t('export')}
      </Button>
    </div>
  );
}
