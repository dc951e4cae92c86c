import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../domain/scan.ts';
import { addressOf } from '../api.ts';

interface ScanListProps {
  scans: readonly Scan[];
  onRemove?: (id: string) => void;
}

/** Scans behind an entry, each opened in a tab of its own. */
export function ScanList({ scans, onRemove }: ScanListProps) {
  const { t } = useTranslation('supply');
  if (scans.length === 0) return null;
  return (
    <ul className="supply-scans">
      {scans.map(({ id, name }) => (
        <li key={id}>
          <a href={addressOf(`/supplies/scans/${id}`)} target="_blank" rel="noreferrer">
            <PaperClipOutlined aria-hidden /> {name}
          </a>
          {onRemove !== undefined && (
            <Button type="link" onClick={() => onRemove(id)}>
              {t('new.removeScan', { name })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
