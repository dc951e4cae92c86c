import type { ApplicationSubmission } from '../domain/application.ts';
import { type IdentityWarning, identityWarnings } from '../domain/identityWarnings.ts';
import type { ApiDeps } from './deps.ts';

/** What the officer should look at in who an applicant is, see the domain's `identityWarnings`. */
export async function identityWarningsOf(
  { places }: ApiDeps,
  application: ApplicationSubmission,
): Promise<IdentityWarning[]> {
  if (application.subject.personalId === null) return identityWarnings(application, new Set());
  // The ID carries codes of the 63-province list for ever, whatever provinces there are today.
  return identityWarnings(application, await places.provinceCodesOn('2024-01-01'));
}
