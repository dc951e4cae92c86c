import { useTranslation } from 'react-i18next';
import { type PacketUpload, ROW_STATES } from '../../../domain/packet.ts';

/** Rows by what becomes of them, and how many requests of the packet the upload leaves open. */
export function UploadCounts({ upload: { rows, requests } }: { upload: PacketUpload }) {
  const { t } = useTranslation('packets');
  const said = ROW_STATES.reduce((sum, state) => sum + rows[state], 0);
  const shown = ROW_STATES.filter((state) => rows[state] > 0);
  return (
    <dl className="packets-counts">
      {shown.map((state) => (
        <div key={state}>
          <dt>{t(`rows.${state}`)}</dt>
          <dd>{rows[state]}</dd>
        </div>
      ))}
      {requests > said && (
        <div>
          <dt>{t('unsaid')}</dt>
          <dd>{requests - said}</dd>
        </div>
      )}
    </dl>
  );
}
