import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_SCANS, Scan, SCAN_TYPES } from '../../domain/scan.ts';
import { sendFile } from '../api.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { ScanList } from './ScanList.tsx';

interface ScanUploadProps {
  scans: readonly Scan[];
  onChange: (scans: readonly Scan[]) => void;
}

/** Scans of the paper; each is kept as soon as it is chosen. */
export function ScanUpload({ scans, onChange }: ScanUploadProps) {
  const { t } = useTranslation('supply');
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: (files: readonly File[]) =>
      Promise.all(
        files.map((file) => sendFile('/supplies/scans', { name: file.name }, file, Scan)),
      ),
    onSuccess: (added) => onChange([...scans, ...added]),
  });
  return (
    <div>
      <input
        ref={input}
        type="file"
        className="supply-hidden"
        multiple
        tabIndex={-1}
        aria-label={t('new.addScan')}
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
        {t('new.addScan')}
      </Button>
      <ProblemAlert error={upload.error} />
      <ScanList scans={scans} onRemove={(id) => onChange(scans.filter((scan) => scan.id !== id))} />
    </div>
  );
}
