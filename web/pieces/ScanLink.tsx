import { PaperClipOutlined } from '@ant-design/icons';
import type { Scan } from '../../domain/scan.ts';
import { addressOf } from '../api.ts';
import { useLanguage } from '../words/index.ts';

const KILOBYTE = 1024;

/** A scanned paper behind an answer, opened in a tab of its own. */
export function ScanLink({ scan: { id, name, size } }: { scan: Scan }) {
  const { language } = useLanguage();
  const amount = Math.max(1, Math.round(size / KILOBYTE)).toLocaleString(language);
  return (
    <a href={addressOf(`/verifications/scans/${id}`)} target="_blank" rel="noreferrer">
      <PaperClipOutlined aria-hidden /> {name} ({amount} KB)
    </a>
  );
}
