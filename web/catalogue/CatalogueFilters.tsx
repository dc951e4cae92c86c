import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CATALOGUE_CODES } from '../../domain/offence/offence.ts';
import { CalendarDate } from '../../domain/text.ts';
import type { Asked } from '../pieces/askedList.ts';
import { download } from '../api.ts';
import { DateInput } from '../pieces/DateInput.tsx';

const ALL = 'ALL';

/** Search and filters of the catalogue, and what they find as a file. */
export function CatalogueFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('catalogue');
  const { message } = App.useApp();
  const choose = (name: string, values: readonly string[]) => (
    <Select
      aria-label={t(name)}
      value={query[name] ?? ALL}
      popupMatchSelectWidth={false}
      options={[ALL, ...values].map((value) => ({ value, label: t(`${name}.${value}`) }))}
      onChange={(value) => onChange({ [name]: value === ALL ? undefined : value })}
    />
  );
  const csv = (): void => {
    download('/catalogue/offences.csv', query).catch(() => message.error(t('exportFailed')));
  };
  return (
    <div className="catalogue-filters">
      <Input.Search
        key={query['q']}
        allowClear
        defaultValue={query['q']}
        maxLength={120}
        aria-label={t('search')}
        placeholder={t('search')}
        onSearch={(text) => onChange({ q: text.trim() })}
      />
      {choose('penalCode', CATALOGUE_CODES)}
      {choose('verified', ['true', 'false'])}
      <label className="catalogue-day">
        {t('validOn')}
        <DateInput
          value={query['validOn'] ?? null}
          onChange={(typed) => {
            // Half a date is no question yet.
            const date = typed ?? '';
            if (date === '' || CalendarDate.safeParse(date).success) onChange({ validOn: date });
          }}
        />
      </label>
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
