import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PacketUpload } from '../../../domain/packet.ts';
import { formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { PageProblem } from '../../pieces/PageProblem.tsx';
import { LiaisonNav } from '../LiaisonNav.tsx';
import { Preview } from './Preview.tsx';
import { useUpload } from './query.ts';
import { Progressing } from './Progressing.tsx';
import { RowTable } from './RowTable.tsx';
import { UploadCounts } from './UploadCounts.tsx';
import { UploadState } from './UploadState.tsx';
import './packets.css';

/** `/lien-thong/goi/:id`: one upload from its preview to the result of every row. */
export default function UploadPage() {
  const { t } = useTranslation('packets');
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useUpload(id);
  useEffect(() => {
    document.title = t('uploadTitle');
  }, [t]);
  return (
    <div className="packets">
      <LiaisonNav />
      <p>
        <Link to="/lien-thong/goi">← {t('back')}</Link>
      </p>
      <h1>{t('uploadTitle')}</h1>
      <PageProblem
        of="thing"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/lien-thong/goi', label: t('back') }}
      />
      {isPending && <Loading />}
      {data !== undefined && <OneUpload upload={data} />}
    </div>
  );
}

function OneUpload({ upload }: { upload: PacketUpload }) {
  const { t } = useTranslation('packets');
  const { uploadedBy, uploadedAt, confirmedBy, confirmedAt, state } = upload;
  return (
    <>
      <p>
        <strong>
          <UploadState upload={upload} />
        </strong>
        <span className="cell-line muted">
          {t('uploadedWho', { name: uploadedBy, at: formatInstant(uploadedAt) })}
          {confirmedBy !== null &&
            confirmedAt !== null &&
            `; ${t('confirmedWho', { name: confirmedBy, at: formatInstant(confirmedAt) })}`}
        </span>
      </p>
      {state !== 'REFUSED' && <UploadCounts upload={upload} />}
      {state === 'PREVIEWED' && <Preview key={upload.id} upload={upload} />}
      {(state === 'RUNNING' || state === 'STOPPED') && <Progressing upload={upload} />}
      {state !== 'REFUSED' && <RowTable key={state} upload={upload} />}
    </>
  );
}
