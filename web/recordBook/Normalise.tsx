import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WordGroup } from '../../domain/record/normalisation.ts';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { BatchTable } from './BatchTable.tsx';
import { useConfirm, usePreview, useWordGroups } from './noticeQuery.ts';
import { keyOfGroup, WordTable } from './WordTable.tsx';
import './recordBook.css';

/** `/ly-lich/chuan-hoa`: un-normalised judgments by their words; choose, look at what changes, confirm. */
export default function Normalise() {
  const { t } = useTranslation('recordBook');
  const { data, error, isPending, refetch } = useWordGroups();
  useEffect(() => {
    document.title = t('normalise.title');
  }, [t]);
  return (
    <div className="record-book">
      <p>
        <Link to="/ly-lich">← {t('title')}</Link>
      </p>
      <h1>{t('normalise.title')}</h1>
      <p className="muted">{t('normalise.lead', { version: data?.version ?? '–' })}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading rows={6} />}
      {data !== undefined && <Batch version={data.version} groups={data.groups} />}
    </div>
  );
}

type Chosen = Readonly<Record<string, string>>;

/** Only words that name one entry are ticked from the start. */
function namedOnly(groups: readonly WordGroup[]): Chosen {
  const named = groups.flatMap((group) =>
    group.named === null ? [] : [[keyOfGroup(group), group.named]],
  );
  return Object.fromEntries(named) as Chosen;
}

function Batch({ version, groups }: { version: number; groups: readonly WordGroup[] }) {
  const { t } = useTranslation('recordBook');
  const [chosen, setChosen] = useState<Chosen>(() => namedOnly(groups));
  const preview = usePreview();
  const confirm = useConfirm();
  const picked = groups.flatMap((group) => {
    const code = chosen[keyOfGroup(group)];
    const { offence, provision, from, to } = group;
    return code === undefined ? [] : [{ offence, provision, from, to, code }];
  });
  const batch = confirm.data ?? preview.data;
  if (batch !== undefined) {
    const done = batch.confirmedAt !== null;
    const held = batch.items.filter(({ result }) => result === 'RECORD_CHANGED').length;
    return (
      <>
        {done ? (
          <Alert
            type={held > 0 ? 'warning' : 'success'}
            showIcon
            title={t('normalise.done', { count: batch.items.length - held, held })}
            description={<Link to={`/ly-lich/thong-bao/${batch.id}`}>{t('normalise.notice')}</Link>}
          />
        ) : (
          <p>{t('normalise.frozen', { count: batch.items.length })}</p>
        )}
        <ProblemAlert error={confirm.error} />
        {!done && (
          <div className="record-book-acts">
            <Button
              type="primary"
              loading={confirm.isPending}
              onClick={() => confirm.mutate(batch.id)}
            >
              {t('normalise.confirm', { count: batch.items.length })}
            </Button>
            <Button onClick={() => preview.reset()}>{t('cancel')}</Button>
          </div>
        )}
        <BatchTable items={batch.items} />
      </>
    );
  }
  return (
    <>
      <WordTable groups={groups} chosen={chosen} onChange={setChosen} />
      <ProblemAlert error={preview.error} />
      <div className="record-book-acts">
        <Button
          type="primary"
          disabled={picked.length === 0}
          loading={preview.isPending}
          onClick={() => preview.mutate({ version, groups: picked })}
        >
          {t('normalise.preview', { count: picked.length })}
        </Button>
      </div>
    </>
  );
}
