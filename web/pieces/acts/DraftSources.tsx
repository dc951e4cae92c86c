import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { useLabel } from '../../words/index.ts';
import { KnownBanSection } from '../bans/KnownBanSection.tsx';
import { formatInstant } from '../format.ts';
import { EntryList } from './EntryList.tsx';
import { IdentityNotice } from './IdentityNotice.tsx';

/** What the draft rests on: the answers in force, who gave them and when. */
export function DraftSources({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const label = useLabel();
  const answers = (detail.answers ?? []).filter(({ inForce }) => inForce);
  const unitOf = (id: string): string =>
    detail.verifications.find(({ requestId }) => requestId === id)?.unitName ?? id;
  return (
    <section aria-label={t('sources')} className="sources">
      <IdentityNotice detail={detail} />
      <KnownBanSection caseId={detail.line.caseId} />
      <h3>{t('sources')}</h3>
      {answers.length === 0 && <p className="muted">{t('noAnswers')}</p>}
      {answers.map(({ requestId, by, outcome, answeredAt, entries, reason }) => (
        <div key={requestId}>
          <strong>{unitOf(requestId)}</strong> ({by}) · {label('outcome', outcome)} ·{' '}
          <span className="muted">{formatInstant(answeredAt)}</span>
          {reason !== null && <p>{reason}</p>}
          <EntryList entries={entries} />
        </div>
      ))}
    </section>
  );
}
