import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { AnswerTransport as Transport } from '../../domain/desk.ts';
import { isRefusalCode } from '../../domain/refusal.ts';
import { REFUSAL_TEXTS } from '../../domain/wording/refusals.ts';
import { formatInstant } from '../pieces/format.ts';
import { useLanguage } from '../words/index.ts';

const ICONS = {
  STORED: ClockCircleOutlined,
  APPLIED: CheckCircleFilled,
  REFUSED: CloseCircleFilled,
} as const;

/** How far the unit's own last answer has come on its way into the case. */
export function AnswerTransport({ transport }: { transport: z.infer<typeof Transport> }) {
  const { t } = useTranslation('liaison');
  const { language } = useLanguage();
  const { state, refusalCode, receivedAt, by } = transport;
  const Icon = ICONS[state];
  const why = isRefusalCode(refusalCode) ? REFUSAL_TEXTS[refusalCode][language] : refusalCode;
  return (
    <>
      <Icon aria-hidden className={`desk-transport-${state.toLowerCase()}`} />{' '}
      {t(`transport.${state}`)}
      {state === 'REFUSED' && why !== null && `: ${why}`}
      <span className="muted">
        {' '}
        ({by ?? t('transport.system')}, {formatInstant(receivedAt)})
      </span>
    </>
  );
}
