import { futureDates } from '../../domain/conviction/contradictions.ts';
import type { EvaluatedEntry } from '../../domain/conviction/entry.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { type FieldProblem, Refused } from '../refused.ts';

/** Fields of judgments, the list of which stands at `at`, that lie after the business day. */
export function futureFields(
  deps: ApiDeps,
  entries: readonly EvaluatedEntry[],
  at: string,
): FieldProblem[] {
  const today = dateOf(nowMs(deps));
  return entries.flatMap((entry, index) =>
    futureDates(entry, today).map((path) => ({
      path: [at, index, ...path].join('.'),
      code: 'IN_FUTURE',
    })),
  );
}

/** Refuse judgments that tell of what has not happened yet, field by field. */
export function refuseFuture(deps: ApiDeps, entries: readonly EvaluatedEntry[], at: string): void {
  const fields = futureFields(deps, entries, at);
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
}
