import { Button, Input, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DeadLetter } from '../../../domain/integration.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useDownload } from '../../pieces/useDownload.ts';
import { type DeadFilter, useDeadLetters } from './query.ts';
import { ResendDialog } from './ResendDialog.tsx';

/** Messages that nobody took: filtered, ticked, exported, sent again. */
export function DeadLetterList() {
  const { t } = useTranslation('integrations');
  const fetchFile = useDownload();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { data, error, isPending, refetch } = useDeadLetters(filter);
  const [ticked, setTicked] = useState<string[]>([]);
  const [sending, setSending] = useState<readonly string[] | null>(null);
  const show = (next: Partial<DeadFilter>): void =>
    setSearch(searchOf({ ...filter, after: undefined, ...next }));
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <div className="admin-filters">
        <Search
          name="unit"
          value={filter.unit}
          onShow={(unit) => show({ unit: unit?.toUpperCase() })}
        />
        <Search name="findCase" value={filter.q} onShow={(q) => show({ q })} />
        <Search
          name="reason"
          value={filter.code}
          onShow={(code) => show({ code: code?.toUpperCase() })}
        />
        <Button onClick={() => fetchFile('/dead-letters.csv', { ...filter })}>{t('export')}</Button>
        <Button type="primary" disabled={ticked.length === 0} onClick={() => setSending(ticked)}>
          {t('resendMany', { count: ticked.length })}
        </Button>
      </div>
      <Table<DeadLetter>
        size="small"
        rowKey="id"
        aria-label={t('tab.dead')}
        columns={useColumns((letter) => setSending([letter.id]))}
        dataSource={data?.letters ?? []}
        loading={isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowSelection={{
          selectedRowKeys: ticked,
          onChange: (keys) => setTicked(keys.map(String)),
          getCheckboxProps: ({ id, ordered }) => ({ disabled: ordered, 'aria-label': id }),
        }}
        locale={{ emptyText: <EmptyState text={t('noDead')} hint={t('noDeadHint')} /> }}
      />
      <div className="admin-filters">
        {filter.after !== undefined && (
          <Button onClick={() => show({ after: undefined })}>{t('first')}</Button>
        )}
        {typeof data?.next === 'string' && (
          <Button onClick={() => show({ after: data.next ?? undefined })}>{t('next')}</Button>
        )}
      </div>
      {sending !== null && (
        <ResendDialog
          messageIds={sending}
          onClose={() => {
            setSending(null);
            setTicked([]);
          }}
        />
      )}
    </>
  );
}

interface SearchProps {
  name: 'unit' | 'findCase' | 'reason';
  value: string | undefined;
  onShow: (text: string | undefined) => void;
}

function Search({ name, value, onShow }: SearchProps) {
  const { t } = useTranslation('integrations');
  return (
    <Input.Search
      key={value ?? ''}
      allowClear
      defaultValue={value ?? ''}
      maxLength={60}
      style={{ width: 190 }}
      aria-label={t(name)}
      placeholder={t(name)}
      onSearch={(text) => onShow(text.trim() || undefined)}
    />
  );
}

function filterOf(search: URLSearchParams): DeadFilter {
  const named = (name: string): string | undefined => search.get(name) ?? undefined;
  return { unit: named('don-vi'), code: named('ma'), q: named('q'), after: named('sau') };
}

function searchOf({ unit, code, q, after }: DeadFilter): Record<string, string> {
  return {
    tab: 'ton',
    ...(unit && { 'don-vi': unit }),
    ...(code && { ma: code }),
    ...(q && { q }),
    ...(after && { sau: after }),
  };
}

function useColumns(onResend: (letter: DeadLetter) => void): TableProps<DeadLetter>['columns'] {
  const { t } = useTranslation('integrations');
  return [
    {
      title: t('message'),
      key: 'message',
      render: (_, { kind, caseId }) => (
        <>
          {t(`kind.${kind}`)} ·{' '}
          {caseId === null ? (
            <span className="muted">{t('notToSee')}</span>
          ) : (
            <span className="case-number">{caseId}</span>
          )}
        </>
      ),
    },
    {
      title: t('unit'),
      key: 'unit',
      render: (_, { unit, unitName }) => (unit === null ? '–' : `${unit} · ${unitName}`),
    },
    { title: t('queuedAt'), key: 'at', render: (_, { queuedAt }) => formatInstant(queuedAt) },
    { title: t('attempts'), dataIndex: 'attempts', align: 'right' },
    {
      title: t('reason'),
      key: 'reason',
      render: (_, { reason, code }) => (
        <>
          {t(`reason.${reason}`)}
          {code !== null && <code className="message-id">{code}</code>}
        </>
      ),
    },
    {
      title: '',
      key: 'act',
      render: (_, letter) =>
        letter.ordered ? (
          t('ordered')
        ) : (
          <Button size="small" onClick={() => onResend(letter)}>
            {t('resend')}
          </Button>
        ),
    },
  ];
}
