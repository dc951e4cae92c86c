import { useState } from 'react';
import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import type { EntryEvaluation } from '../../../domain/conviction/evaluation.ts';
import { standingByRules } from '../../../domain/conviction/standing.ts';
import { contentOf } from '../../../domain/record/ban.ts';
import type { ActDialogProps } from '../../pieces/acts/ActBar.tsx';
import { ActDialog } from '../../pieces/acts/ActDialog.tsx';
import { useKnownBans } from '../../pieces/bans/useKnownBans.ts';
import { hasAnswers, useEvaluation } from './useEvaluation.ts';

/** What the form begins with: the evaluation, and the bans known of the person. */
interface Opened {
  data: CaseEvaluation | undefined;
  stated: Record<string, unknown>;
}

/** The draft, begun with the judgments as completed, what the rules make of them, and the bans known today. */
export function DraftDialog(props: ActDialogProps) {
  const { data, isPending } = useEvaluation(props.detail);
  const { data: bans, isAsked } = useKnownBans(props.detail.line.caseId, true);
  const [opened, setOpened] = useState<Opened | null>(null);
  const waits = (isPending && hasAnswers(props.detail)) || !isAsked;
  // What the form began with stays: another answer while somebody types must not take the form away.
  if (opened === null && !waits) {
    const stated = bans && { bans: [...bans.known.map(contentOf), ...bans.typed] };
    setOpened({ data, stated: stated ?? {} });
  }
  if (opened === null) return null;
  if (opened.data === undefined) return <ActDialog {...props} initial={opened.stated} />;
  const initial = { ...begun(opened.data), ...opened.stated };
  return <ActDialog {...props} initial={initial} evaluated={opened.data} />;
}

function begun({ entries, evaluation }: CaseEvaluation): Record<string, unknown> {
  if (entries.length === 0) return {};
  const judged = entries.map((entry, index) => ({
    ...entry,
    ...judgedAs(evaluation.entries[index]),
  }));
  const { conclusion } = evaluation;
  return { entries: judged, ...(conclusion !== null && { conclusion }) };
}

function judgedAs(evaluated: EntryEvaluation | undefined) {
  const standing = evaluated && standingByRules(evaluated);
  if (evaluated === undefined || standing == null) return { expungedOn: null };
  return { standing, expungedOn: evaluated.expungedOn };
}
