/** Address of a case's own page; record transfers have theirs. */
export function caseLink(caseId: string): string {
  return caseId.includes('-T-') ? `/trao-doi/${caseId}` : `/ho-so/${caseId}`;
}
