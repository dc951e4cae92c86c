import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalLine } from '../../domain/record/book.ts';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { Differences } from './Differences.tsx';
import { useDecide } from './query.ts';
import { TellCentre } from './TellCentre.tsx';

/** Changes that wait for another person, then those decided. */
export function Proposals({
  proposals,
  title = 'proposals',
}: {
  proposals: readonly ProposalLine[];
  title?: 'proposals' | 'mergesWaiting';
}) {
  const { t } = useTranslation('recordBook');
  if (proposals.length === 0) return null;
  // Changes are told in the order of their approval.
  const firstUntold = proposals
    .filter(isUntold)
    .toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1))[0]?.id;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{t(title)}</h2>
      {proposals.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} keyed={proposal.id === firstUntold} />
      ))}
    </section>
  );
}

/** Approved, and no slip has told the Centre of it; a merge is told by a notice. */
function isUntold({ state, kind, slip }: ProposalLine): boolean {
  return state === 'APPROVED' && kind !== 'MERGE' && slip === null;
}

function Proposal({ proposal, keyed }: { proposal: ProposalLine; keyed: boolean }) {
  const { t } = useTranslation('recordBook');
  const { kind, reason, state, proposedBy, proposedAt, decidedBy, decidedAt } = proposal;
  return (
    <div className="record-book-proposal">
      <strong>
        {t(`cause.${kind}`)}
        {proposal.from !== null && ` ${proposal.from} → ${proposal.number}`} ·{' '}
        {t(`proposal.${state}`)}
      </strong>
      <div className="muted">
        {t('proposedBy', { name: proposedBy, at: formatInstant(proposedAt) })}
        {decidedBy !== null &&
          decidedAt !== null &&
          ` · ${t('decidedBy', { name: decidedBy, at: formatInstant(decidedAt) })}`}
      </div>
      <div className="record-book-said">{reason}</div>
      {proposal.refusal !== null && <div>{t('refusedFor', { reason: proposal.refusal })}</div>}
      <OtherPerson proposal={proposal} />
      <Differences differences={proposal.differences} />
      {state === 'OPEN' && proposal.token === null && <p>{t('proposal.stale')}</p>}
      {proposal.decidable && <Decide proposal={proposal} />}
      {proposal.slip !== null && (
        <div>
          <Link to={`/trao-doi/${proposal.slip.caseId}`}>
            {t('told', { number: proposal.slip.caseId })}
          </Link>{' '}
          <StepTag step={proposal.slip.step} />
        </div>
      )}
      {isUntold(proposal) && <TellCentre id={proposal.id} keyed={keyed} />}
    </div>
  );
}

/** A merge of strangers cannot be taken back: what their persons differ in stands before the decision, and in its question. */
function OtherPerson({ proposal: { from, number, persons } }: { proposal: ProposalLine }) {
  const { t } = useTranslation('recordBook');
  if (persons.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('otherPerson', { count: persons.length, from, number })}
      description={<Differences differences={persons} />}
    />
  );
}

function Decide({ proposal }: { proposal: ProposalLine }) {
  const { id, token } = proposal;
  const { t } = useTranslation('recordBook');
  const { modal, message } = App.useApp();
  const { mutateAsync, isPending, error } = useDecide(id);
  const [reason, setReason] = useState('');
  const decide = (body: object): Promise<void> =>
    mutateAsync(body).then(
      () => void message.success(t('decided')),
      // What is refused is said below the buttons.
      () => undefined,
    );
  const approve = (): void => {
    void modal.confirm({
      title: t('approveAsk'),
      content: (
        <>
          <OtherPerson proposal={proposal} />
          {t('approveText')}
        </>
      ),
      okText: t('approve'),
      okButtonProps: { danger: proposal.persons.length > 0 },
      cancelText: t('cancel'),
      onOk: () => decide({ approve: true, token }),
    });
  };
  return (
    <>
      <div className="record-book-acts">
        <Button type="primary" loading={isPending} onClick={approve}>
          {t('approve')}
        </Button>
        <Input
          value={reason}
          maxLength={1000}
          aria-label={t('refusal')}
          placeholder={t('refusal')}
          style={{ maxWidth: 320 }}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button
          danger
          disabled={reason.trim() === ''}
          loading={isPending}
          onClick={() => void decide({ approve: false, reason })}
        >
          {t('refuse')}
        </Button>
      </div>
      <ProblemAlert error={error} />
    </>
  );
}
