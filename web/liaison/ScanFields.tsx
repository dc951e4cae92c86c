import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_SCANS, Scan, SCAN_TYPES } from '../../domain/scan.ts';
import { sendFile } from '../api.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { ScanLink } from '../pieces/ScanLink.tsx';

interface ScanFieldsProps {
  requestId: string;
  scans: readonly Scan[];
  onAdd: (scan: Scan) => void;
  onRemove: (id: string) => void;
}

/** Scanned papers that the answer rests on; each is kept as soon as it is chosen. */
export function ScanFields({ requestId, scans, onAdd, onRemove }: ScanFieldsProps) {
  const { t } = useTranslation('liaison');
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const said = { requestId, name: file.name };
        onAdd(await sendFile('/verifications/scans', said, file, Scan));
      }
    },
  });
  return (
    <div className="desk-scans">
      <input
        ref={input}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label={t('scan.add')}
        accept={SCAN_TYPES.join(',')}
        onChange={({ target }) => {
          upload.mutate([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        icon={<PaperClipOutlined aria-hidden />}
        loading={upload.isPending}
        disabled={scans.length >= MOST_SCANS}
        onClick={() => input.current?.click()}
      >
        {t('scan.add')}
      </Button>{' '}
      <span className="muted">{t('scan.hint')}</span>
      <ProblemAlert error={upload.error} />
      {scans.length > 0 && (
        <ul className="desk-scan-list">
          {scans.map((scan) => (
            <li key={scan.id}>
              <ScanLink scan={scan} />
              <Button type="link" onClick={() => onRemove(scan.id)}>
                {t('scan.remove', { name: scan.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
