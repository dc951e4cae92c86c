import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { type PacketUpload, type PacketUploads, ROW_STATES } from '../../../domain/packet.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { paginationOf, type Paged } from './paging.ts';
import { UploadState } from './UploadState.tsx';

/** Uploads of the unit, the latest first: refused, to be confirmed, running, done. */
export function UploadTable({ uploads, ...paged }: z.infer<typeof PacketUploads> & Paged) {
  const { t } = useTranslation('packets');
  return (
    <Table<PacketUpload>
      size="small"
      rowKey="id"
      aria-label={t('uploads')}
      dataSource={uploads}
      pagination={paginationOf(paged)}
      locale={{ emptyText: <EmptyState text={t('noUploads')} hint={t('noUploadsHint')} /> }}
      columns={[
        {
          title: t('uploadedAt'),
          key: 'at',
          render: (_, { id, uploadedAt, uploadedBy }) => (
            <>
              <Link to={`/lien-thong/goi/${id}`}>{formatInstant(uploadedAt)}</Link>
              <span className="cell-line muted">{uploadedBy}</span>
            </>
          ),
        },
        {
          title: t('state'),
          key: 'state',
          render: (_, upload) => <UploadState upload={upload} />,
        },
        ...ROW_STATES.toReversed().map((one) => ({
          title: t(`rows.${one}`),
          dataIndex: ['rows', one],
          align: 'right' as const,
          responsive: ['md' as const],
        })),
      ]}
    />
  );
}
