import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import type { EntryEvaluation } from '../../../domain/conviction/evaluation.ts';
import { standingByRules } from '../../../domain/conviction/standing.ts';
import { contentOf } from '../../../domain/record/ban.ts';
import type { ActDialogProps } from '../../pieces/acts/ActBar.tsx';
import { ActDialog } from '../../pieces/acts/ActDialog.tsx';
import { useKnownBans } from '../../pieces/bans/useKnownBans.ts';
import { hasAnswers, useEvaluation } from './useEvaluation.ts';

/** The draft, begun with the judgments as completed, what the rules make of them, and the bans known today. */
export function DraftDialog(props: ActDialogProps) {
  const { data, isPending } = useEvaluation(props.detail);
  const { data: bans, isAsked } = useKnownBans(props.detail.line.caseId, true);
  if ((isPending && hasAnswers(props.detail)) || !isAsked) return null;
  const stated = bans === undefined ? {} : { bans: [...bans.known.map(contentOf), ...bans.typed] };
  if (data === undefined) return <ActDialog {...props} initial={stated} />;
  const initial = { ...begun(data), ...stated };
  return <ActDialog {...props} initial={initial} evaluated={data} />;
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
