import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CaseId } from '../../domain/case.ts';
import { caseLink } from '../pieces/caseLink.ts';
import { useRoles } from '../session.tsx';
import { areasOf } from './areas.ts';

/** A dossier number opens its case; anything else searches names in the reader's own list. Absent without one. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const paths = areasOf(useRoles()).map(({ path }) => path);
  const list = paths.includes('/viec') ? '/viec' : paths[0];
  if (list === undefined) return null;
  const search = (typed: string): void => {
    const text = typed.trim();
    if (text === '') return;
    const number = text.toUpperCase();
    if (CaseId.safeParse(number).success) {
      void navigate(caseLink(number));
    } else {
      const queue = list === '/viec' ? 'queue=all&' : '';
      void navigate(`${list}?${queue}q=${encodeURIComponent(text)}`);
    }
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
