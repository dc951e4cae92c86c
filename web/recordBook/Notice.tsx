import { Alert, App, Button, Table } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { allows } from '../../domain/permission.ts';
import type { NoticeItem, NoticeKind, NoticePage } from '../../domain/record/notice.ts';
import { formatInstant } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { useApply, useNotice } from './noticeQuery.ts';
import './recordBook.css';

/** `/ly-lich/thong-bao/:id`: one notice with its lines; the Centre applies it, the province sees what came of it. */
export default function Notice() {
  const { t } = useTranslation('recordBook');
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useNotice(id);
  useEffect(() => {
    document.title = t('notices.title');
  }, [t]);
  return (
    <div className="record-book">
      <p>
        <Link to="/ly-lich/thong-bao">← {t('notices.title')}</Link>
      </p>
      <PageProblem
        of="thing"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/ly-lich/thong-bao', label: t('notices.title') }}
      />
      {isPending && <Loading rows={6} />}
      {data !== undefined && <Shown page={data} />}
    </div>
  );
}

function Shown({ page: { notice, items } }: { page: NoticePage }) {
  const { t } = useTranslation('recordBook');
  const { account } = useSession();
  const unitName = useUnitName();
  const complete = notice.applied === notice.items;
  return (
    <>
      <h1>{t(`notices.${notice.kind}`)}</h1>
      <p className="muted">
        {unitName(notice.unit)} · {notice.sentBy} · {formatInstant(notice.sentAt)}
      </p>
      <Alert
        type={complete ? 'success' : notice.held > 0 ? 'warning' : 'info'}
        showIcon
        title={t(complete ? 'notices.acknowledged' : 'notices.waiting', { ...notice })}
        {...(notice.appliedBy !== null &&
          notice.appliedAt !== null && {
            description: t('notices.by', {
              name: notice.appliedBy,
              at: formatInstant(notice.appliedAt),
            }),
          })}
      />
      {!complete && allows(account, 'recordNotice.apply') && (
        <Apply id={notice.id} open={notice.items - notice.applied} />
      )}
      <Lines kind={notice.kind} items={items} />
    </>
  );
}

function Apply({ id, open }: { id: string; open: number }) {
  const { t } = useTranslation('recordBook');
  const { modal } = App.useApp();
  const { mutateAsync, isPending, error } = useApply(id);
  const ask = (): void => {
    void modal.confirm({
      title: t('notices.applyAsk', { count: open }),
      content: t('notices.applyText'),
      okText: t('notices.apply'),
      cancelText: t('cancel'),
      // What is refused is said below the button.
      onOk: () =>
        mutateAsync().then(
          () => undefined,
          () => undefined,
        ),
    });
  };
  return (
    <>
      <div className="record-book-acts">
        <Button type="primary" loading={isPending} onClick={ask}>
          {t('notices.apply')}
        </Button>
      </div>
      <ProblemAlert error={error} />
    </>
  );
}

function Lines({ kind, items }: { kind: NoticeKind; items: readonly NoticeItem[] }) {
  const { t } = useTranslation('recordBook');
  return (
    <Table<NoticeItem>
      size="small"
      rowKey="n"
      aria-label={t('notices.items')}
      dataSource={items}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: t('number'),
          key: 'number',
          render: (_, { number }) => (
            <Link className="case-number" to={`/ly-lich/${number}`}>
              {number}
            </Link>
          ),
        },
        { title: t('normalise.words'), dataIndex: 'offence', responsive: ['md'] },
        {
          title: t(kind === 'MERGED' ? 'notices.into' : 'normalise.entry'),
          key: 'entry',
          className: 'record-book-said',
          render: (_, { code, catalogueVersion, mergedInto }) =>
            mergedInto ?? t('notices.code', { code, version: catalogueVersion }),
        },
        {
          title: t('result'),
          key: 'result',
          render: (_, { result }) => t(`result.${result ?? 'OPEN'}`),
        },
      ]}
    />
  );
}
