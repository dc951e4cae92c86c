import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { INFORMATION_KINDS, SUPPLIER_KINDS } from '../../domain/supply/kinds.ts';
import { SUPPLY_CHANNELS, SUPPLY_STATES } from '../../domain/supply/supply.ts';
import type { Asked } from '../pieces/askedList.ts';
import { download } from '../api.ts';

const ALL = 'ALL';

/** Search and filters of the book, and what they find as a file. */
export function BookFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('supply');
  const { message } = App.useApp();
  const choose = (name: string, values: readonly string[]) => (
    <Select
      aria-label={t(name)}
      value={query[name] ?? ALL}
      popupMatchSelectWidth={false}
      options={[
        { value: ALL, label: `${t(name)}: ${t(ALL)}` },
        ...values.map((value) => ({ value, label: t(`${name}.${value}`) })),
      ]}
      onChange={(value) => onChange({ [name]: value === ALL ? undefined : value })}
    />
  );
  const csv = (): void => {
    download('/supplies.csv', query).catch(() => message.error(t('exportFailed')));
  };
  return (
    <div className="supply-filters">
      <Input.Search
        key={query['q']}
        allowClear
        defaultValue={query['q']}
        maxLength={120}
        aria-label={t('search')}
        placeholder={t('search')}
        onSearch={(text) => onChange({ q: text.trim() })}
      />
      {choose('state', SUPPLY_STATES)}
      {choose('supplierKind', SUPPLIER_KINDS)}
      {choose('kind', INFORMATION_KINDS)}
      {choose('channel', SUPPLY_CHANNELS)}
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
