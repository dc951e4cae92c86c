import { CloseOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CASE_KINDS } from '../../../domain/case.ts';
import { CHANNELS } from '../../../domain/flow/applicationState.ts';
import { formatDate } from '../../pieces/format.ts';
import { useUnitName } from '../../pieces/units.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import type { CodeGroup } from '../../../domain/wording/codes.ts';
import { useLabel } from '../../words/index.ts';
import { changed, type FilterKey, type ListFilter, stepsOf } from './filter.ts';
import { SavedFilters } from './SavedFilters.tsx';

interface FiltersProps {
  filter: ListFilter;
  onChange: (filter: ListFilter) => void;
}

/** Narrows the list; everything chosen stands in the address. */
export function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation('officer');
  const fetchFile = useDownload();
  const label = useLabel();
  const unitName = useUnitName();
  const change = (key: FilterKey, value: string | undefined): void =>
    onChange(changed(filter, key, value));
  const exportCsv = (): void => {
    fetchFile('/worklist.csv', { ...filter });
  };
  return (
    <div className="filters" role="group" aria-label={t('filters')}>
      <Input.Search
        key={filter.q ?? ''}
        aria-label={t('searchHere')}
        placeholder={t('searchHere')}
        defaultValue={filter.q ?? ''}
        allowClear
        onSearch={(text) => change('q', text.trim())}
        style={{ width: 240 }}
      />
      <Chooser
        name={t('kind')}
        group="kind"
        codes={CASE_KINDS}
        value={filter.kind}
        onChange={(kind) => change('kind', kind)}
      />
      <Chooser
        name={t('step')}
        group="step"
        codes={stepsOf(filter.kind)}
        value={filter.step}
        onChange={(step) => change('step', step)}
      />
      <Chooser
        name={t('channel')}
        group="channel"
        codes={CHANNELS}
        value={filter.channel}
        onChange={(channel) => change('channel', channel)}
      />
      {filter.unit !== undefined && (
        <LinkedFilter name={unitName(filter.unit)} onRemove={() => change('unit', undefined)} />
      )}
      {filter.heldBy !== undefined && (
        <LinkedFilter
          name={`${t('heldBy')}: ${label('holder', filter.heldBy)}`}
          onRemove={() => change('heldBy', undefined)}
        />
      )}
      {filter.heldUnit !== undefined && (
        <LinkedFilter
          name={`${t('heldBy')}: ${unitName(filter.heldUnit)}`}
          onRemove={() => change('heldUnit', undefined)}
        />
      )}
      {(['owedBy', 'overdueBy'] as const).map((key) => {
        const unit = filter[key];
        return (
          unit !== undefined && (
            <LinkedFilter
              key={key}
              name={`${t(key)}: ${unitName(unit)}`}
              onRemove={() => change(key, undefined)}
            />
          )
        );
      })}
      <DayFilter filter={filter} onChange={onChange} />
      <SavedFilters filter={filter} onApply={onChange} />
      <Button icon={<DownloadOutlined />} onClick={exportCsv}>
        CSV
      </Button>
    </div>
  );
}

interface LinkedFilterProps {
  name: string;
  onRemove: () => void;
}

/** What a link has narrowed the list to; chosen on the board, here only removed. */
function LinkedFilter({ name, onRemove }: LinkedFilterProps) {
  const { t } = useTranslation('officer');
  return (
    <Button
      icon={<CloseOutlined />}
      iconPlacement="end"
      aria-label={t('removeLinkedFilter', { name })}
      title={t('removeLinkedFilter', { name })}
      onClick={onRemove}
    >
      {name}
    </Button>
  );
}

/** The days a link of the board has narrowed the list to, here only removed. */
function DayFilter({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation('officer');
  const { from, to, ...rest } = filter;
  if (from === undefined && to === undefined) return null;
  const days = [...new Set([from ?? '…', to ?? '…'])].map(formatDate).join(' – ');
  return (
    <Button
      icon={<CloseOutlined />}
      iconPlacement="end"
      aria-label={t('removeDayFilter', { days })}
      title={t('removeDayFilter', { days })}
      onClick={() => onChange(rest)}
    >
      {days}
    </Button>
  );
}

interface ChooserProps {
  name: string;
  group: CodeGroup;
  codes: readonly string[];
  value: string | undefined;
  onChange: (code: string | undefined) => void;
}

function Chooser({ name, group, codes, value, onChange }: ChooserProps) {
  const label = useLabel();
  return (
    <Select
      aria-label={name}
      placeholder={name}
      allowClear
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      options={codes.map((code) => ({ value: code, label: label(group, code) }))}
      style={{ minWidth: 140 }}
    />
  );
}
