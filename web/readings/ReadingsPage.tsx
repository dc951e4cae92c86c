import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CaseId } from '../../domain/case.ts';
import { RecordNumber } from '../../domain/record.ts';
import { useSettled } from '../pieces/useSettled.ts';
import { ListPage } from '../supervisor/ListPage.tsx';
import { useReaders } from './query.ts';
import { ReadingList } from './ReadingList.tsx';

const BY = ['so', 'tai-khoan'] as const;

/** `/dieu-hanh/luot-doc?so=` or `?tai-khoan=`: who has read a case or record, or what an account has read. */
export default function ReadingsPage() {
  const { t } = useTranslation('readings');
  const [search, setSearch] = useSearchParams();
  const by = BY.find((one) => search.has(one)) ?? 'so';
  const asked = search.get(by) ?? '';
  const ask = (value: string): void => setSearch({ [by]: value }, { replace: true });
  const path = by === 'so' ? pathOf(asked) : asked === '' ? null : `/accounts/${asked}`;
  return (
    <ListPage title={t('title')} lead={t('lead')} error={null} onRetry={() => undefined}>
      <div className="list-head">
        <Segmented
          aria-label={t('ask')}
          value={by}
          options={[
            { value: 'so', label: t('ask.number') },
            { value: 'tai-khoan', label: t('ask.account') },
          ]}
          onChange={(next) => setSearch({ [next]: '' }, { replace: true })}
        />
        {by === 'so' ? (
          <Input.Search
            key={asked}
            className="readings-number"
            defaultValue={asked}
            maxLength={40}
            allowClear
            aria-label={t('number')}
            placeholder={t('number')}
            onSearch={(text) => ask(text.trim().toUpperCase())}
          />
        ) : (
          <ReaderSelect value={asked} onChange={ask} />
        )}
      </div>
      {path === null ? (
        <p className="muted">
          {by === 'tai-khoan' ? t('accountHint') : t(asked === '' ? 'numberHint' : 'notNumber')}
        </p>
      ) : (
        <ReadingList key={path} path={path} byAccount={by === 'tai-khoan'} />
      )}
    </ListPage>
  );
}

/** Where the API answers for a number; null for what is none. */
function pathOf(number: string): string | null {
  if (CaseId.safeParse(number).success) return `/cases/${number}`;
  return RecordNumber.safeParse(number).success ? `/records/${number}` : null;
}

function ReaderSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('readings');
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useReaders(useSettled(typed));
  // The one that is chosen may not be among those that a search found.
  const chosen = useReaders(value).data?.readers.filter(({ id }) => id === value) ?? [];
  const others = (data?.readers ?? []).filter(({ id }) => id !== value);
  const options = [...(typed === '' ? chosen : []), ...others].map((reader) => {
    const { id, displayName, username, unitName, active } = reader;
    const name = `${displayName} (${username}) · ${unitName}`;
    return { value: id, label: active ? name : `${name} · ${t('locked')}` };
  });
  return (
    <Select
      className="readings-reader"
      aria-label={t('account')}
      placeholder={t('account')}
      loading={isFetching}
      value={value === '' ? null : value}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      notFoundContent={t('noAccount')}
      onChange={(id) => id !== null && onChange(id)}
    />
  );
}
