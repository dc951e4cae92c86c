import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { SavedFilter } from '../../../domain/bulk.ts';
import { get, NoBody, queryText, send } from '../../api.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { filterFrom, type ListFilter } from './filter.ts';

const SavedFilterList = z.object({ filters: z.array(SavedFilter) });

/** The filter a saved query text stands for. */
function filterOf(query: string): ListFilter {
  const search = new URLSearchParams(query);
  return filterFrom((key) => search.get(key), 'all');
}

interface SavedFiltersProps {
  filter: ListFilter;
  onApply: (filter: ListFilter) => void;
}

/** Filters kept on the server under a name, one's own and those the unit shares. */
export function SavedFilters({ filter, onApply }: SavedFiltersProps) {
  const { t } = useTranslation('officer');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('savedFilters')}
      content={
        <SavedFilterMenu
          filter={filter}
          onApply={(chosen) => {
            onApply(chosen);
            setOpen(false);
          }}
        />
      }
    >
      <Button icon={<StarOutlined />} aria-expanded={open}>
        {t('savedFilters')}
      </Button>
    </Popover>
  );
}

function SavedFilterMenu({ filter, onApply }: SavedFiltersProps) {
  const { t } = useTranslation('officer');
  const client = useQueryClient();
  const saved = useQuery({
    queryKey: ['saved-filters'],
    queryFn: () => get('/saved-filters', SavedFilterList),
  });
  const removing = useMutation({
    mutationFn: (id: string) => send('DELETE', `/saved-filters/${id}`, undefined, NoBody),
    onSettled: () => client.invalidateQueries({ queryKey: ['saved-filters'] }),
  });
  const filters = saved.data?.filters ?? [];
  return (
    <div style={{ width: 280 }}>
      <ProblemAlert error={saved.error ?? removing.error} />
      {saved.isSuccess && filters.length === 0 && <p className="muted">{t('noSavedFilters')}</p>}
      <ul className="plain-list">
        {filters.map(({ id, name, query, shared }) => (
          <li key={id} className="row-between">
            <Button type="link" onClick={() => onApply(filterOf(query))}>
              {name} {shared && <span className="muted">· {t('sharedFilter')}</span>}
            </Button>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('removeFilter', { name })}
              onClick={() => removing.mutate(id)}
            />
          </li>
        ))}
      </ul>
      <SaveForm filter={filter} />
    </div>
  );
}

function SaveForm({ filter }: { filter: ListFilter }) {
  const { t } = useTranslation('officer');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const toSave = { name: name.trim(), query: queryText({ ...filter }).slice(1), shared };
  const saving = useMutation({
    mutationFn: () => send('POST', '/saved-filters', toSave, SavedFilter),
    onSuccess: () => {
      setName('');
      return client.invalidateQueries({ queryKey: ['saved-filters'] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') saving.mutate();
      }}
    >
      <ProblemAlert error={saving.error} />
      <Input
        aria-label={t('filterName')}
        placeholder={t('filterName')}
        value={name}
        maxLength={60}
        onChange={({ target }) => setName(target.value)}
      />
      <div className="row-between" style={{ marginBlockStart: 8 }}>
        <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
          {t('shareFilter')}
        </Checkbox>
        <Button htmlType="submit" loading={saving.isPending} disabled={name.trim() === ''}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
