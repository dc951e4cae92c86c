import { Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { QUALITY_RULES, QUALITY_SIDES, QUALITY_SOURCES } from '../../domain/quality/codes.ts';
import { FINDING_STATES } from '../../domain/quality/finding.ts';
import type { Asked } from '../pieces/askedList.ts';
import { ListChoice, ListFile, ListSearch } from '../pieces/ListFilters.tsx';
import { useUnits } from '../pieces/units.ts';
import { isAtCentre } from '../records/tabs.ts';
import { useSession } from '../session.tsx';

/** Search and filters of the queue, and what they find as a file. */
export function FindingFilters({ query, onChange, total }: Asked & { total: number | null }) {
  const { t } = useTranslation('quality');
  const { account } = useSession();
  const units = useUnits();
  const choose = (name: string, options: readonly { value: string; label: string }[]) => (
    <ListChoice
      query={query}
      onChange={onChange}
      name={name}
      label={t(name)}
      all={`${t(name)}: ${t('ALL')}`}
      options={options}
    />
  );
  const named = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${name}.${value}`) }));
  const departments = (units.data ?? []).filter(({ kind }) => kind === 'STP');
  return (
    <div className="quality-filters">
      <ListSearch query={query} onChange={onChange} label={t('search')} />
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
      <ListFile
        query={query}
        path="/findings.csv"
        count={total === null ? null : t('count', { total })}
        label={t('export')}
      />
    </div>
  );
}
