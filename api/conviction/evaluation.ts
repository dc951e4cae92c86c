import type { ApplicationSubmission } from '../../domain/application.ts';
import { deviates, type Judged } from '../../domain/conviction/standing.ts';
import type { EvaluatedEntry } from '../../domain/conviction/entry.ts';
import { evaluate } from '../../domain/conviction/evaluate.ts';
import type { Evaluation } from '../../domain/conviction/evaluation.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import type { FieldProblem } from '../refused.ts';

/** What the rules make of an applicant's judgments on the business day. */
export async function evaluationOf(
  deps: ApiDeps,
  { subject }: Pick<ApplicationSubmission, 'subject'>,
  entries: readonly EvaluatedEntry[],
): Promise<Evaluation> {
  return evaluate(entries, await deps.laws.expungement(), {
    onDate: dateOf(nowMs(deps)),
    birthDate: subject.birthDate,
    foreigner: subject.nationality !== 'VN',
  });
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
