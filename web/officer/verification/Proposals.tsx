import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import type { AskProposal } from '../../../domain/question.ts';
import { ActDialog } from '../../pieces/acts/ActDialog.tsx';
import { UnverifiedMark } from '../../pieces/UnverifiedMark.tsx';
import { useKeys } from '../../pieces/useKeys.ts';
import { useLabel } from '../../words/index.ts';

/** Further units that the answers suggest to ask, each with its reason; the first one by the key `x`. */
export function Proposals({ detail }: { detail: CaseDetail }) {
  const { t, i18n } = useTranslation('officer');
  const label = useLabel();
  const [asking, setAsking] = useState<AskProposal | null>(null);
  const { proposals } = detail;
  const mayAsk = detail.acts.some(({ act, refusal }) => act === 'askUnit' && refusal === null);
  const [first] = proposals;
  useKeys(mayAsk && first !== undefined ? { x: () => setAsking(first) } : {});
  if (first === undefined) return null;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <section className="ask-proposals" aria-labelledby="proposals-title">
      <h3 id="proposals-title">{t('propose.title')}</h3>
      <p className="muted">{t('propose.lead')}</p>
      <ul>
        {proposals.map((proposal) => {
          const { kind, cause, unit, why, judgments, citation, verified } = proposal;
          return (
            <li key={`${kind} ${cause}`}>
              <div>
                <strong>{label('verification', kind)}</strong>
                {unit === null ? ` · ${t('propose.whichUnit')}` : ` · ${unit.code} · ${unit.name}`}
              </div>
              <div>
                {proposal.label[language]} ({judgments.join(', ')}) · {label('askReason', why)}
              </div>
              <div className="muted">
                {citation} <UnverifiedMark verified={verified} />
              </div>
              {mayAsk && (
                <Button size="small" onClick={() => setAsking(proposal)}>
                  {t('propose.ask')}
                  {proposal === first && <kbd className="on-button">x</kbd>}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {asking !== null && (
        <ActDialog
          act="askUnit"
          detail={detail}
          initial={{
            kind: asking.kind,
            unit: asking.unit?.code,
            why: asking.why,
            note: noteOf(asking),
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

/** What the asked unit reads; Vietnamese whatever the screen's language, because it is part of the dossier. */
function noteOf({ label, judgments }: AskProposal): string {
  return `${label.vi}: ${judgments.join(', ')}`;
}
