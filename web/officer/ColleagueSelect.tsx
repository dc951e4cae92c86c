import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Account } from '../../domain/account.ts';
import { get } from '../api.ts';
import { useLabel } from '../words/index.ts';

const Colleagues = z.object({ accounts: z.array(Account) });

interface ColleagueSelectProps {
  value: string | undefined;
  onChange: (accountId: string) => void;
}

/** Chooses a person of one's own unit. */
export function ColleagueSelect({ value, onChange }: ColleagueSelectProps) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { data, isPending } = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => get('/colleagues', Colleagues),
    staleTime: 300_000,
  });
  return (
    <Select
      aria-label={t('assignTo')}
      placeholder={t('assignTo')}
      loading={isPending}
      value={value ?? null}
      onChange={(id) => id !== null && onChange(id)}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.accounts ?? []).map(({ id, displayName, roles }) => ({
        value: id,
        label: `${displayName} · ${roles.map((role) => label('role', role)).join(', ')}`,
      }))}
      style={{ width: '100%' }}
    />
  );
}
