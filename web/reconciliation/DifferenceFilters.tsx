import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DIFFERENCE_STATES, FINDINGS } from '../../domain/exchange/reconciliation.ts';
import { download } from '../api.ts';
import type { Asked } from '../pieces/askedList.ts';

const ALL = 'ALL';

interface DifferenceFiltersProps extends Asked {
  caseId: string;
  total: number | null;
}

/** Search and filters of a run's differences, and what they find as a file. */
export function DifferenceFilters({ caseId, query, onChange, total }: DifferenceFiltersProps) {
  const { t } = useTranslation('reconciliation');
  const { message } = App.useApp();
  const choose = (name: string, values: readonly string[]) => (
    <Select
      aria-label={t(name)}
      value={query[name] ?? ALL}
      popupMatchSelectWidth={false}
      options={[ALL, ...values].map((value) => ({
        value,
        label: value === ALL ? `${t(name)}: ${t('all')}` : t(`${name}.${value}`),
      }))}
      onChange={(value) => onChange({ [name]: value === ALL ? undefined : value })}
    />
  );
  const csv = (): void => {
    const path = `/exchange/reconciliations/${caseId}/differences.csv`;
    download(path, query).catch(() => message.error(t('exportFailed')));
  };
  return (
    <div className="reconciliation-filters">
      {choose('state', DIFFERENCE_STATES)}
      {choose('finding', FINDINGS)}
      <Input.Search
        key={query['q']}
        allowClear
        defaultValue={query['q']}
        maxLength={120}
        aria-label={t('searchDifference')}
        placeholder={t('searchDifference')}
        onSearch={(text) => onChange({ q: text.trim() })}
      />
      {total !== null && (
        <span className="muted" aria-live="polite">
          {t('countDifferences', { total })}
        </span>
      )}
      <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
        {t('export')}
      </Button>
    </div>
  );
}
