import type { ApplicationSubmission } from '../../../domain/application.ts';
import type { ResidenceWarning } from '../../../domain/residenceWarnings.ts';

export type Stay = ApplicationSubmission['subject']['residenceHistory'][number];

/** Each warning beside the place it points at, in the order of the history. */
export function uncertainStays(
  history: readonly Stay[],
  warnings: readonly ResidenceWarning[],
): { stay: Stay; code: ResidenceWarning['code'] }[] {
  return history.flatMap((stay, at) =>
    warnings
      .filter(({ path }) => path.startsWith(`subject.residenceHistory.${at}.`))
      .map(({ code }) => ({ stay, code })),
  );
}
