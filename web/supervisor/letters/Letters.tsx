import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LETTER_STATUSES, type LetterLine, type Letters } from '../../../domain/letter.ts';
import { allows } from '../../../domain/permission.ts';
import { useSession } from '../../session.tsx';
import { useDownload } from '../../pieces/useDownload.ts';
import { ListPage } from '../ListPage.tsx';
import { OrderAndSearch } from '../OrderAndSearch.tsx';
import '../supervisor.css';
import { LetterTable } from './LetterTable.tsx';
import { type Filter, filterOf, searchOf, useLetters } from './query.ts';
import { SignDialog } from './SignDialog.tsx';

/** `/dieu-hanh/thu-xin-loi`: letters that breaches drafted; to sign, to hand out, sent. */
export default function LettersPage() {
  const { t } = useTranslation('letters');
  const fetchFile = useDownload();
  const { account } = useSession();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { data, error, isPending, refetch } = useLetters(filter);
  const [ticked, setTicked] = useState<string[]>([]);
  const [signing, setSigning] = useState<readonly LetterLine[] | null>(null);
  const letters = data?.letters ?? [];
  const chosen = letters.filter(({ id }) => ticked.includes(id));
  const show = (next: Partial<Filter>): void =>
    setSearch(searchOf({ ...filter, page: 1, ...next }));
  return (
    <ListPage title={t('title')} lead={t('lead')} error={error} onRetry={() => void refetch()}>
      {data !== undefined && <Counts counts={data.counts} filter={filter} onShow={show} />}
      <div className="list-head">
        <Filters filter={filter} onShow={show} />
        <span className="muted">{t('total', { count: data?.total ?? 0 })}</span>
        <Button className="list-end" onClick={() => fetchFile('/letters.csv', { ...filter })}>
          {t('export')}
        </Button>
        {allows(account, 'letter.sign') && (
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setSigning(chosen)}>
            {t('signMany', { count: chosen.length })}
          </Button>
        )}
      </div>
      <LetterTable
        letters={letters}
        loading={isPending}
        ticked={ticked}
        onTick={setTicked}
        onSign={(letter) => setSigning([letter])}
        pagination={{
          current: filter.page,
          pageSize: 50,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (page) => show({ page }),
        }}
      />
      {signing !== null && (
        <SignDialog
          letters={signing}
          onClose={() => {
            setSigning(null);
            setTicked([]);
          }}
        />
      )}
    </ListPage>
  );
}

interface FiltersProps {
  filter: Filter;
  onShow: (next: Partial<Filter>) => void;
}

function Filters({ filter, onShow }: FiltersProps) {
  const { t } = useTranslation('letters');
  const statuses = ['ALL', ...LETTER_STATUSES] as const;
  return (
    <>
      <Select
        aria-label={t('status')}
        value={filter.status ?? 'ALL'}
        options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(value) =>
          onShow({ status: LETTER_STATUSES.find((one) => one === value), again: undefined })
        }
      />
      <OrderAndSearch
        order={filter.order}
        q={filter.q}
        maxLength={60}
        words={{
          order: t('order'),
          oldest: t('oldest'),
          newest: t('newest'),
          search: t('search'),
        }}
        onShow={onShow}
      />
    </>
  );
}

/** How many stand where; each number filters the list. */
function Counts({ counts, filter, onShow }: FiltersProps & { counts: Letters['counts'] }) {
  const { t } = useTranslation('letters');
  const tiles = [
    { name: 'draft', show: { status: 'DRAFT', again: undefined } },
    { name: 'again', show: { status: 'DRAFT', again: true } },
    { name: 'toPrint', show: { status: 'SIGNED', again: undefined } },
    { name: 'sent', show: { status: 'SENT', again: undefined } },
    { name: 'cancelled', show: { status: 'CANCELLED', again: undefined } },
  ] as const;
  return (
    <div className="board-numbers">
      {tiles.map(({ name, show }) => (
        <button
          key={name}
          type="button"
          className="board-number"
          data-tone={name === 'again' && counts.again > 0 ? 'late' : undefined}
          aria-pressed={filter.status === show.status && filter.again === show.again}
          onClick={() => onShow(show)}
        >
          <strong>{counts[name]}</strong>
          <span>{t(`count.${name}`)}</span>
        </button>
      ))}
    </div>
  );
}
