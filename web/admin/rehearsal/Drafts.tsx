import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Table, type TableProps, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type LawDraft } from '../../../domain/law/draft.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstantDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useRoles } from '../../session.tsx';
import { ChangeShown } from './ChangeShown.tsx';
import { DraftDialog } from './DraftDialog.tsx';
import { useDrafts } from './query.ts';
import './rehearsal.css';

/** Changes of the law that are being prepared, and those that were published. */
export default function Drafts() {
  const { t } = useTranslation('rehearsal');
  const navigate = useNavigate();
  const [discarded, setDiscarded] = useState(false);
  const [writing, setWriting] = useState(false);
  const mayWrite = useRoles().includes('SYSTEM_ADMIN');
  const { data, error, isPending, refetch } = useDrafts(discarded);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="rehearsal">
      <div className="rehearsal-head">
        <h1>{t('title')}</h1>
        {mayWrite && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setWriting(true)}
          >
            {t('new')}
          </Button>
        )}
      </div>
      <p className="muted">{t('lead')}</p>
      <Checkbox checked={discarded} onChange={({ target }) => setDiscarded(target.checked)}>
        {t('showDiscarded')}
      </Checkbox>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<LawDraft>
        size="small"
        rowKey="id"
        columns={useColumns()}
        dataSource={data?.drafts ?? []}
        loading={isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyState text={t('empty')} hint={t('emptyHint')} /> }}
      />
      {writing && (
        <DraftDialog
          draft={null}
          onClose={() => setWriting(false)}
          onSaved={({ id }) => void navigate(`/quan-tri/lich/du-thao/${id}`)}
        />
      )}
    </div>
  );
}

function useColumns(): TableProps<LawDraft>['columns'] {
  const { t } = useTranslation('rehearsal');
  return [
    {
      title: t('draft.title'),
      key: 'title',
      render: (_, { id, title }) => <Link to={`/quan-tri/lich/du-thao/${id}`}>{title}</Link>,
    },
    {
      title: t('draft.what'),
      key: 'what',
      responsive: ['md'],
      render: (_, { change }) => <ChangeShown change={change} />,
    },
    {
      title: t('draft.state'),
      key: 'state',
      filters: (['DRAFT', 'PUBLISHED'] as const).map((state) => {
        return { value: state, text: t(`state.${state}`) };
      }),
      onFilter: (state, draft) => draft.state === state,
      render: (_, { state, version }) => (
        <>
          <Tag>{t(`state.${state}`)}</Tag> {version}
        </>
      ),
    },
    { title: t('draft.by'), dataIndex: 'drafterName', responsive: ['md'] },
    {
      title: t('draft.at'),
      dataIndex: 'draftedAt',
      responsive: ['sm'],
      sorter: (a, b) => Date.parse(a.draftedAt) - Date.parse(b.draftedAt),
      render: formatInstantDate,
    },
  ];
}
