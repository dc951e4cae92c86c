import { Tag } from 'antd';
import { useLabel } from '../words/index.ts';

const TONES: Readonly<Record<string, string>> = {
  SUPPLEMENT_REQUESTED: 'warning',
  VERIFYING: 'processing',
  POSTED: 'processing',
  SENT: 'processing',
  DIFFERENCE_ASKED: 'warning',
  RETURNED: 'warning',
  CLOSED: 'success',
  OFFICIALLY_UPDATED: 'success',
};

/** Where a case stands, in words; the tone repeats them for the eye. */
export function StepTag({ step }: { kind?: string; step: string }) {
  const label = useLabel();
  return <Tag color={TONES[step] ?? 'default'}>{label('step', step)}</Tag>;
}
