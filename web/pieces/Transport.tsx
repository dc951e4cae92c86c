import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { VerificationLine } from '../../domain/case.ts';
import { transportState } from '../../domain/integration.ts';
import { formatInstant } from './format.ts';
import type * as z from 'zod';

const SIGNS = {
  QUEUED: ClockCircleOutlined,
  SENDING: SyncOutlined,
  ACKNOWLEDGED: CheckCircleOutlined,
  REJECTED: CloseCircleOutlined,
} as const;

type Sent = Pick<
  z.infer<typeof VerificationLine>,
  'acknowledgedAt' | 'rejectedCode' | 'sendAttempts' | 'lastErrorCode'
>;

/** Where our question is on its way to the agency's own system: a sign and a word, tries and last trouble. */
export function Transport({ sent }: { sent: Sent }) {
  const { t } = useTranslation();
  const state = transportState(sent);
  const Sign = SIGNS[state];
  const { acknowledgedAt, sendAttempts: count, rejectedCode, lastErrorCode } = sent;
  return (
    <span>
      <Sign aria-hidden /> {t(`transport.${state}`)}
      {acknowledgedAt !== null && ` · ${formatInstant(acknowledgedAt)}`}
      {acknowledgedAt === null && count > 0 && ` · ${t('transportTries', { count })}`}
      {acknowledgedAt === null && ` ${rejectedCode ?? lastErrorCode ?? ''}`}
    </span>
  );
}
