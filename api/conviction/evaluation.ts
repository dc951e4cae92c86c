import type { ApplicationSubmission } from '../../domain/application.ts';
import { deviates, type Judged } from '../../domain/conviction/standing.ts';
import type { EvaluatedEntry } from '../../domain/conviction/entry.ts';
import { evaluate } from '../../domain/conviction/evaluate.ts';
import type { Evaluation } from '../../domain/conviction/evaluation.ts';
import type { AnyState } from '../../domain/flow/anyCase.ts';
import type { Conclusion } from '../../domain/flow/applicationState.ts';
import type { RequestOutcome, VerificationRequest } from '../../domain/flow/verification.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import type { FieldProblem } from '../refused.ts';

/**
 * What the rules make of an applicant's judgments on the business day. Where no judgment counts but a
 * unit left open who is meant or was not waited for, or the nationality is not determined, no conclusion
 * follows: the officer decides.
 */
export async function evaluationOf(
  deps: ApiDeps,
  state: AnyState,
  { subject }: Pick<ApplicationSubmission, 'subject'>,
  entries: readonly EvaluatedEntry[],
): Promise<Evaluation> {
  const requests = state.kind === 'APPLICATION' ? state.requests : [];
  const evaluation = evaluate(
    entries.map((entry) => asAnswered(entry, requests)),
    await deps.laws.expungement(),
    {
      onDate: dateOf(nowMs(deps)),
      birthDate: subject.birthDate,
      foreigner: subject.nationality !== 'VN',
    },
  );
  const { conclusion } = evaluation;
  const clean = conclusion !== null && CLEAN.includes(conclusion);
  const open = requests.some(({ outcome }) => outcome !== null && LEFT_OPEN.includes(outcome));
  // Whether "while residing in Viet Nam" is to be said is not the machine's to say either.
  const unsaid = open || subject.nationality === 'UNDETERMINED';
  return clean && unsaid ? { ...evaluation, conclusion: null } : evaluation;
}

const LEFT_OPEN: readonly RequestOutcome[] = ['UNCLEAR', 'WAIVED'];
const CLEAN: readonly Conclusion[] = ['NO_RECORD', 'FOREIGNER_CLEAN'];

/** That an agency has no judgment is believed of its answer to this case alone (CV 367/2016). */
function asAnswered(
  entry: EvaluatedEntry,
  requests: readonly Pick<VerificationRequest, 'kind' | 'outcome'>[],
): EvaluatedEntry {
  const { details } = entry;
  if (details == null || details.noJudgmentAt.length === 0) return entry;
  const noJudgmentAt = details.noJudgmentAt.filter((kind) =>
    requests.some((request) => request.kind === kind && request.outcome === 'NO_RECORD'),
  );
  return { ...entry, details: { ...details, noJudgmentAt } };
}

/** Judgments on which the officer decides otherwise than the rules and does not say why. */
export function unexplained(judged: readonly Judged[], { entries }: Evaluation): FieldProblem[] {
  return judged.flatMap((entry, index) => {
    const evaluated = entries[index];
    if (evaluated === undefined || !deviates(entry, evaluated)) return [];
    if (entry.deviation != null) return [];
    return [{ path: `paper.entries.${index}.deviation`, code: 'SAY_WHY_OTHERWISE' }];
  });
}
