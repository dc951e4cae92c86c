import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRoles } from '../session.tsx';
import { searchOf } from './searched.ts';

/** Finds a dossier number or a name among what the reader works on; absent without anything to find. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const addressOf = searchOf(useRoles());
  if (addressOf === null) return null;
  const search = (typed: string): void => {
    const text = typed.trim();
    if (text !== '') void navigate(addressOf(text));
  };
  return (
    <search className="search-box">
      <Input.Search
        placeholder={t('search')}
        aria-label={t('search')}
        allowClear
        onSearch={search}
      />
    </search>
  );
}
