import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { LawDraft } from '../../../domain/law/draft.ts';
import type { LawRun } from '../../../domain/law/run.ts';
import { formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { PageProblem } from '../../pieces/PageProblem.tsx';
import { useSession } from '../../session.tsx';
import { ApprovalButton } from './ApprovalButton.tsx';
import { ChangeShown } from './ChangeShown.tsx';
import { DiscardButton } from './DiscardButton.tsx';
import { DraftDialog } from './DraftDialog.tsx';
import { Failures } from './Failures.tsx';
import { useDraft } from './query.ts';
import { Rehearsal } from './Rehearsal.tsx';
import { RunProgress } from './RunProgress.tsx';
import './rehearsal.css';

/** One draft: what changes, which open deadlines would move, approval, and the cases brought over. */
export default function Draft() {
  const { t } = useTranslation('rehearsal');
  const { id = '' } = useParams();
  const { data, error, refetch } = useDraft(id);
  const title = data?.draft.title;
  useEffect(() => {
    document.title = title ?? t('title');
  }, [t, title]);
  if (data === undefined) {
    return (
      <div className="rehearsal">
        {error === null ? (
          <Loading rows={8} />
        ) : (
          <PageProblem
            of="thing"
            error={error}
            onRetry={() => void refetch()}
            back={{ to: '/quan-tri/lich/du-thao', label: t('back') }}
          />
        )}
      </div>
    );
  }
  const { draft, runs, failures } = data;
  const replan = runs.find(({ kind }) => kind === 'REPLAN');
  return (
    <div className="rehearsal">
      <p>
        <Link to="/quan-tri/lich/du-thao">← {t('back')}</Link>
      </p>
      <h1>{draft.title}</h1>
      <About draft={draft} />
      {draft.state === 'DRAFT' && <Deeds draft={draft} runs={runs} />}
      {replan !== undefined && (
        <section aria-labelledby="replan-title">
          <h2 id="replan-title">{t('replanTitle')}</h2>
          <RunProgress run={replan} />
          <Failures failures={failures} />
        </section>
      )}
      <Rehearsal draft={draft} runs={runs} />
    </div>
  );
}

function About({ draft }: { draft: LawDraft }) {
  const { t } = useTranslation('rehearsal');
  const { change, state, drafterName, draftedAt, approverName, approvedAt, version } = draft;
  return (
    <>
      <p className="muted">
        {t(`state.${state}`)} · {drafterName}, {formatInstant(draftedAt)}
        {approverName !== null && approvedAt !== null && (
          <>
            {' '}
            · {t('draft.approver')}: {approverName}, {formatInstant(approvedAt)}
          </>
        )}
        {version !== null && (
          <>
            {' '}
            · {t('draft.version')}: {version}
          </>
        )}
      </p>
      {change.of === 'CALENDAR' && (
        <p>
          {t('base')}: {change.base}
        </p>
      )}
      <ChangeShown change={change} />
    </>
  );
}

/** What may be done with an open draft, by whom it may. */
function Deeds({ draft, runs }: { draft: LawDraft; runs: readonly LawRun[] }) {
  const { t } = useTranslation('rehearsal');
  const { account } = useSession();
  const [editing, setEditing] = useState(false);
  const mayWrite = account.roles.includes('SYSTEM_ADMIN');
  const rehearsed = runs.some(
    ({ kind, state, draftRev }) =>
      kind === 'REHEARSAL' && state === 'DONE' && draftRev === draft.rev,
  );
  const drafted = draft.draftedBy === account.id;
  return (
    <>
      <div className="rehearsal-deeds">
        {mayWrite && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
        {mayWrite && <DiscardButton draft={draft} />}
        {draft.change.of === 'CALENDAR' && !drafted && (
          <ApprovalButton draft={draft} disabled={!rehearsed} />
        )}
      </div>
      {draft.change.of === 'TERM' && <p className="muted">{t('termOnly')}</p>}
      {draft.change.of === 'CALENDAR' && drafted && <p className="muted">{t('approveOther')}</p>}
      {editing && (
        <DraftDialog
          draft={draft}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </>
  );
}
