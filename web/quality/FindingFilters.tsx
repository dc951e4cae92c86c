import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Input, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { QUALITY_RULES, QUALITY_SIDES, QUALITY_SOURCES } from '../../domain/quality/codes.ts';
import { FINDING_STATES } from '../../domain/quality/finding.ts';
import { download } from '../api.ts';
import type { Asked } from '../pieces/askedList.ts';
import { useUnits } from '../pieces/units.ts';
import { isAtCentre } from '../records/tabs.ts';
import { useSession } from '../session.tsx';

const ALL = 'ALL';

/** Search and filters of the queue, and what they find as a file. */
export function FindingFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('quality');
  const { message } = App.useApp();
  const { account } = useSession();
  const units = useUnits();
  const choose = (name: string, values: readonly { value: string; label: string }[]) => (
    <Select
      aria-label={t(name)}
      value={query[name] ?? ALL}
      popupMatchSelectWidth={false}
      options={[{ value: ALL, label: `${t(name)}: ${t('ALL')}` }, ...values]}
      onChange={(value) => onChange({ [name]: value === ALL ? undefined : value })}
    />
  );
  const named = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${name}.${value}`) }));
  const departments = (units.data ?? []).filter(({ kind }) => kind === 'STP');
  const csv = (): void => {
    download('/findings.csv', query).catch(() => message.error(t('exportFailed')));
  };
  return (
    <div className="quality-filters">
      <Input.Search
        key={query['q']}
        allowClear
        defaultValue={query['q']}
        maxLength={120}
        aria-label={t('search')}
        placeholder={t('search')}
        onSearch={(text) => onChange({ q: text.trim() })}
      />
      <Select
        aria-label={t('state')}
        value={query['state'] ?? 'OPEN'}
        popupMatchSelectWidth={false}
        options={named('state', FINDING_STATES)}
        onChange={(value: string) => onChange({ state: value === 'OPEN' ? undefined : value })}
      />
      {choose('side', named('side', QUALITY_SIDES))}
      {choose('rule', named('rule', QUALITY_RULES))}
      {choose('source', named('source', QUALITY_SOURCES))}
      {isAtCentre(account) &&
        choose(
          'unit',
          departments.map(({ code, name }) => ({ value: code, label: name })),
        )}
      {query['campaign'] !== undefined && (
        <Tag closable onClose={() => onChange({ campaign: undefined, answered: undefined })}>
          {t(query['answered'] === 'true' ? 'ofCampaignAnswered' : 'ofCampaign')}
        </Tag>
      )}
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
