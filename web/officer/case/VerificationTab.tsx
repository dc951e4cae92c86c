import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { FoundPanel } from '../../found/FoundPanel.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Conflicts } from '../verification/Conflicts.tsx';
import { Proposals } from '../verification/Proposals.tsx';
import { QuestionCard } from '../verification/QuestionCard.tsx';
import { VerifiedBefore } from '../verification/VerifiedBefore.tsx';

/** What contradicts, then a card per question put to an agency: why, sent, acknowledged, due, answered. */
export function VerificationTab({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const { verifications, verifiedBefore } = detail;
  return (
    <>
      <VerifiedBefore verifiedBefore={verifiedBefore} />
      <Conflicts detail={detail} />
      <Proposals detail={detail} />
      {verifications.length === 0 && !verifiedBefore?.used && (
        <EmptyState text={t('noVerifications')} hint={t('noVerificationsHint')} />
      )}
      <FoundPanel detail={detail} />
      <div className="cards">
        {verifications.map((question) => (
          <QuestionCard key={question.requestId} question={question} detail={detail} />
        ))}
      </div>
    </>
  );
}
