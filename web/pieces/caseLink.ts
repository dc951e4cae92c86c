/** Address of a case's own page, by the letter of its kind. */
export function caseLink(caseId: string): string {
  if (caseId.includes('-M-')) return `/danh-muc/de-nghi/${caseId}`;
  if (caseId.includes('-D-')) return `/doi-chieu/${caseId}`;
  return caseId.includes('-T-') ? `/trao-doi/${caseId}` : `/ho-so/${caseId}`;
}
