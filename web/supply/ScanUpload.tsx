import { useTranslation } from 'react-i18next';
import type { Scan } from '../../domain/scan.ts';
import { ScanPicker } from '../pieces/upload/ScanPicker.tsx';
import { ScanList } from './ScanList.tsx';

interface ScanUploadProps {
  scans: readonly Scan[];
  onAdd: (scan: Scan) => void;
  onRemove: (id: string) => void;
}

/** Scans of the paper; each is kept as soon as it is chosen. */
export function ScanUpload({ scans, onAdd, onRemove }: ScanUploadProps) {
  const { t } = useTranslation('supply');
  return (
    <div>
      <ScanPicker
        path="/supplies/scans"
        count={scans.length}
        label={t('new.addScan')}
        onAdd={onAdd}
      />
      <ScanList scans={scans} onRemove={onRemove} />
    </div>
  );
}
