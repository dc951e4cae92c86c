import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../domain/scan.ts';
import { ScanLink } from '../pieces/ScanLink.tsx';
import { ScanPicker } from '../pieces/upload/ScanPicker.tsx';

interface ScanFieldsProps {
  requestId: string;
  scans: readonly Scan[];
  onAdd: (scan: Scan) => void;
  onRemove: (id: string) => void;
}

/** Scanned papers that the answer rests on; each is kept as soon as it is chosen. */
export function ScanFields({ requestId, scans, onAdd, onRemove }: ScanFieldsProps) {
  const { t } = useTranslation('liaison');
  return (
    <div className="desk-scans">
      <ScanPicker
        path="/verifications/scans"
        query={{ requestId }}
        count={scans.length}
        label={t('scan.add')}
        onAdd={onAdd}
      />
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
