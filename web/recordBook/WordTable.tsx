import { Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WordGroup } from '../../domain/record/normalisation.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate } from '../pieces/format.ts';
import { UnnormalisedMark } from '../pieces/UnnormalisedMark.tsx';

interface WordTableProps {
  groups: readonly WordGroup[];
  /** Code chosen for a group, by its key. */
  chosen: Readonly<Record<string, string>>;
  onChange: (chosen: Readonly<Record<string, string>>) => void;
}

export function keyOfGroup({ offence, provision, from }: WordGroup): string {
  return JSON.stringify([offence, provision, from]);
}

/** Words with what they may mean; a ticked row is mapped to the entry beside it. */
export function WordTable({ groups, chosen, onChange }: WordTableProps) {
  const { t } = useTranslation('recordBook');
  const choose = (group: WordGroup, code: string | undefined): void => {
    const { [keyOfGroup(group)]: _gone, ...others } = chosen;
    onChange(code === undefined ? others : { ...others, [keyOfGroup(group)]: code });
  };
  const first = (group: WordGroup): string | undefined =>
    group.named ?? group.suggestions[0]?.offence.code;
  return (
    <Table<WordGroup>
      size="small"
      rowKey={keyOfGroup}
      aria-label={t('normalise.title')}
      dataSource={groups}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <EmptyState text={t('normalise.none')} /> }}
      rowSelection={{
        selectedRowKeys: Object.keys(chosen),
        getCheckboxProps: (group) => ({
          disabled: group.suggestions.length === 0,
          'aria-label': `${group.offence}, ${group.provision}`,
        }),
        onSelect: (group, selected) => choose(group, selected ? first(group) : undefined),
        onSelectAll: (selected, _rows, changed) => {
          const keys = new Set(changed.map(keyOfGroup));
          const kept = Object.entries(chosen).filter(([key]) => !keys.has(key));
          const added = changed.flatMap((group) => {
            const code = first(group);
            return selected && code !== undefined ? [[keyOfGroup(group), code] as const] : [];
          });
          onChange(Object.fromEntries([...kept, ...added]));
        },
      }}
      columns={[
        {
          title: t('normalise.words'),
          key: 'words',
          sorter: (a, b) => (a.offence < b.offence ? -1 : 1),
          render: (_, group) => (
            <>
              <Words group={group} />
              <div className="only-narrow record-book-entry">
                <Entry group={group} code={chosen[keyOfGroup(group)]} choose={choose} />
              </div>
            </>
          ),
        },
        {
          title: t('judgments'),
          dataIndex: 'judgments',
          align: 'end',
          sorter: (a, b) => a.judgments - b.judgments,
        },
        {
          title: t('normalise.entry'),
          key: 'entry',
          responsive: ['md'],
          render: (_, group) => (
            <Entry group={group} code={chosen[keyOfGroup(group)]} choose={choose} />
          ),
        },
      ]}
    />
  );
}

function Words({ group: { offence, provision, from, to } }: { group: WordGroup }) {
  return (
    <span className="record-book-said">
      <span className="unnormalised">{offence}</span>
      <UnnormalisedMark />
      {provision}
      <span className="cell-line muted">
        {formatDate(from)} – {formatDate(to)}
      </span>
    </span>
  );
}

interface EntryProps {
  group: WordGroup;
  code: string | undefined;
  choose: (group: WordGroup, code: string | undefined) => void;
}

function Entry({ group, code, choose }: EntryProps) {
  const { t } = useTranslation(['recordBook', 'catalogue']);
  if (group.suggestions.length === 0) return <span className="muted">{t('noSuggestion')}</span>;
  return (
    <>
      <Select<string>
        allowClear
        style={{ width: '100%', minWidth: 140 }}
        popupMatchSelectWidth={false}
        aria-label={`${t('normalise.entry')}: ${group.offence}`}
        placeholder={t('normalise.choose')}
        value={code ?? null}
        onChange={(value: string | undefined) => choose(group, value)}
        options={group.suggestions.map(({ offence: { code: value, name, article, penalCode } }) => {
          const law = t('catalogue:articleOf', {
            article,
            code: t(`catalogue:penalCode.${penalCode}`),
          });
          return { value, label: `${value} · ${name}, ${law}` };
        })}
      />
      {group.named !== null && <span className="muted">{t('normalise.named')}</span>}
    </>
  );
}
