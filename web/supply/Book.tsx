import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allows } from '../../domain/permission.ts';
import { SupplyQuery } from '../../domain/supply/supply.ts';
import { useAsked } from '../pieces/askedList.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSession } from '../session.tsx';
import { BookFilters } from './BookFilters.tsx';
import { BookTable } from './BookTable.tsx';
import { useSupplies } from './query.ts';
import './supply.css';

/** `/so-tiep-nhan`: the reception book, searched, filtered, sorted and exported; the address holds the question. */
export default function Book() {
  const { t } = useTranslation('supply');
  const { account } = useSession();
  const { query, onChange: change } = useAsked(SupplyQuery);
  const { data, error, isPending, refetch } = useSupplies(query);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="supply">
      <div className="supply-head">
        <h1>{t('title')}</h1>
        <Link to="/so-tiep-nhan/tep">{t('files')}</Link>
        <Link to="/so-tiep-nhan/nguon">{t('suppliers')}</Link>
        {allows(account, 'supply.receive') && (
          <Link to="/so-tiep-nhan/moi" className="list-end">
            <Button type="primary" tabIndex={-1} icon={<PlusOutlined aria-hidden />}>
              {t('new')}
            </Button>
          </Link>
        )}
      </div>
      <p className="muted">{t('lead')}</p>
      <BookFilters query={query} onChange={change} total={data?.total ?? null} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <BookTable
        supplies={data?.supplies ?? []}
        total={data?.total ?? 0}
        query={query}
        loading={isPending}
        onChange={change}
      />
    </div>
  );
}
