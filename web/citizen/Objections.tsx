import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Tracking, TrackingQuestion } from '../../domain/desk.ts';
import type { TrackedDispute } from '../../domain/dispute.ts';

/** What the two kinds of objections of an applicant are shown and sent with. */
export interface ObjectionProps {
  tracking: Tracking;
  /** What the applicant showed: an objection is taken for the same. */
  question: z.infer<typeof TrackingQuestion>;
  onSent: () => void;
}

interface ObjectionsProps {
  disputes: readonly z.infer<typeof TrackedDispute>[];
  wordOf: (dispute: z.infer<typeof TrackedDispute>) => string;
}

/** What the applicant objected to, how it stands and what was answered; nothing when there is none. */
export function Objections({ disputes, wordOf }: ObjectionsProps) {
  const { t } = useTranslation('remedies');
  if (disputes.length === 0) return null;
  return (
    <ul className="citizen-actions">
      {disputes.map((dispute) => (
        <li key={dispute.raisedAt}>
          {wordOf(dispute)}: <strong>{t(`status.${dispute.status}`)}</strong>
          {dispute.rulingReason !== null && (
            <p className="citizen-said">{t('answer', { text: dispute.rulingReason })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
