import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import type { PacketUpload, PacketUploads } from '../../../domain/packet.ts';
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
      className="wide-table"
      aria-label={t('uploads')}
      dataSource={uploads}
      pagination={paginationOf(paged)}
      locale={{ emptyText: <EmptyState text={t('noUploads')} hint={t('noUploadsHint')} /> }}
      columns={[
        {
          title: t('uploadedAt'),
          key: 'at',
          render: (_, { id, uploadedAt }) => (
            <Link to={`/lien-thong/goi/${id}`}>{formatInstant(uploadedAt)}</Link>
          ),
        },
        { title: t('uploadedBy'), dataIndex: 'uploadedBy' },
        {
          title: t('state'),
          key: 'state',
          render: (_, upload) => <UploadState upload={upload} />,
        },
        { title: t('rows.DONE'), dataIndex: ['rows', 'DONE'], align: 'right' },
        { title: t('rows.ON_THE_WAY'), dataIndex: ['rows', 'ON_THE_WAY'], align: 'right' },
        { title: t('rows.READY'), dataIndex: ['rows', 'READY'], align: 'right' },
        { title: t('rows.REFUSED'), dataIndex: ['rows', 'REFUSED'], align: 'right' },
      ]}
    />
  );
}
