import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { LiaisonNav } from '../LiaisonNav.tsx';
import { MakePacket } from './MakePacket.tsx';
import { PacketTable } from './PacketTable.tsx';
import { usePackets, useUploads } from './query.ts';
import { UploadPacket } from './UploadPacket.tsx';
import { UploadTable } from './UploadTable.tsx';
import './packets.css';

/** `/lien-thong/goi`: many requests answered away from the system, as signed packets. */
export default function PacketsPage() {
  const { t } = useTranslation('packets');
  const [search, setSearch] = useSearchParams();
  const pageOf = (key: string): number => Number(search.get(key) ?? 1) || 1;
  const turn = (key: string) => (page: number) =>
    setSearch({ ...Object.fromEntries(search), [key]: String(page) });
  const packets = usePackets(pageOf('goi'));
  const uploads = useUploads(pageOf('luot'));
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="packets">
      <LiaisonNav />
      <h1>{t('title')}</h1>
      <p className="muted">{t('lead')}</p>
      <div className="packets-ways">
        <MakePacket />
        <UploadPacket />
      </div>
      <h2>{t('uploads')}</h2>
      <ProblemAlert error={uploads.error} onRetry={() => void uploads.refetch()} />
      {uploads.isPending && <Loading rows={3} />}
      {uploads.data !== undefined && (
        <UploadTable {...uploads.data} page={pageOf('luot')} onPage={turn('luot')} />
      )}
      <h2>{t('made')}</h2>
      <ProblemAlert error={packets.error} onRetry={() => void packets.refetch()} />
      {packets.isPending && <Loading rows={3} />}
      {packets.data !== undefined && (
        <PacketTable {...packets.data} page={pageOf('goi')} onPage={turn('goi')} />
      )}
    </div>
  );
}
