import { useState } from 'react';
import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import type { EntryEvaluation } from '../../../domain/conviction/evaluation.ts';
import { standingByRules } from '../../../domain/conviction/standing.ts';
import type { ActDialogProps } from '../../pieces/acts/ActBar.tsx';
import { ActDialog } from '../../pieces/acts/ActDialog.tsx';
import { hasAnswers, useEvaluation } from './useEvaluation.ts';

/** The draft, begun with the judgments as completed and with what the rules make of them. */
export function DraftDialog(props: ActDialogProps) {
  const { data, isPending } = useEvaluation(props.detail);
  const [opened, setOpened] = useState<{ data: CaseEvaluation | undefined } | null>(null);
  // What the form began with stays: another answer while somebody types must not take the form away.
  if (opened === null && !(isPending && hasAnswers(props.detail))) setOpened({ data });
  if (opened === null) return null;
  if (opened.data === undefined) return <ActDialog {...props} />;
  const { entries, evaluation } = opened.data;
  return <ActDialog {...props} initial={begun(opened.data)} evaluated={{ entries, evaluation }} />;
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
