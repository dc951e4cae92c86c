import type * as z from 'zod';
import type { EntryEvaluation } from './evaluation.ts';

/**
 * What a judgment is taken for on a certificate: printed as not expunged, as expunged on a day, as
 * found with no word on expungement (CV 367/2016), or not at all.
 */
export const STANDINGS = ['NOT_EXPUNGED', 'EXPUNGED', 'AS_FOUND', 'DEEMED_NONE'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A judgment as the officer judged it. */
export interface Judged {
  expungedOn: string | null;
  standing?: Standing | undefined;
  deviation?: string | null | undefined;
}

/** What the officer takes a judgment for; drafts of old times said only the day of expungement. */
export function standingOf({
  standing,
  expungedOn,
}: Pick<Judged, 'standing' | 'expungedOn'>): Standing {
  return standing ?? (expungedOn === null ? 'NOT_EXPUNGED' : 'EXPUNGED');
}

/** Refuse a day of expungement beside a judgment that is not expunged, and the other way round. */
export function standingHolds(judged: Judged, context: z.RefinementCtx): void {
  if ((standingOf(judged) === 'EXPUNGED') === (judged.expungedOn !== null)) return;
  context.addIssue({ code: 'custom', path: ['expungedOn'], message: 'DATE_IF_EXPUNGED' });
}

/** What an evaluation takes a judgment for; null while it is undetermined. */
export function standingByRules({ status, listing }: EntryEvaluation): Standing | null {
  switch (status) {
    case 'UNDETERMINED':
      return null;
    case 'DEEMED_NONE':
      return listing === 'AS_FOUND' ? 'AS_FOUND' : 'DEEMED_NONE';
    case 'NOT_EXPUNGED':
      return 'NOT_EXPUNGED';
    case 'EXPUNGED_AUTOMATICALLY':
    case 'EXPUNGED_BY_COURT':
      return 'EXPUNGED';
  }
}

/** Whether the officer decides otherwise than a determined evaluation, in kind or by the day. */
export function deviates(judged: Judged, evaluated: EntryEvaluation): boolean {
  const byRules = standingByRules(evaluated);
  if (byRules === null) return false;
  return standingOf(judged) !== byRules || judged.expungedOn !== evaluated.expungedOn;
}
