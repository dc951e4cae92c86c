import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Packet, Packets } from '../../../domain/packet.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { filesOf } from './downloads.ts';
import { paginationOf, type Paged } from './paging.ts';

/** Packets of the unit, the latest first, to be downloaded again. */
export function PacketTable({ packets, ...paged }: z.infer<typeof Packets> & Paged) {
  const { t } = useTranslation('packets');
  const fetchFile = useDownload();
  const again = ({ id }: Packet): void => {
    fetchFile(filesOf(id));
  };
  return (
    <Table<Packet>
      size="small"
      rowKey="id"
      aria-label={t('made')}
      dataSource={packets}
      pagination={paginationOf(paged)}
      locale={{ emptyText: <EmptyState text={t('noPackets')} hint={t('noPacketsHint')} /> }}
      columns={[
        {
          title: t('madeAt'),
          key: 'at',
          render: (_, { madeAt, madeBy }) => (
            <>
              {formatInstant(madeAt)}
              <span className="cell-line muted">{madeBy}</span>
            </>
          ),
        },
        { title: t('requests'), dataIndex: 'requests', align: 'right', responsive: ['md'] },
        { title: t('open'), dataIndex: 'open', align: 'right' },
        {
          title: t('expiresAt'),
          key: 'expires',
          responsive: ['md'],
          render: (_, { expiresAt }) => formatInstant(expiresAt),
        },
        {
          key: 'files',
          render: (_, packet) => (
            <Button size="small" onClick={() => again(packet)}>
              {t('downloadAgain')}
            </Button>
          ),
        },
      ]}
    />
  );
}
