/** Files of persons whose reading is noted by what they share with a page, or where the file itself is tested. */
export const NOTED_ELSEWHERE = [
  '/bulk/:token/papers.pdf',
  '/cases/:caseId/refusal.pdf',
  '/found-judgments.csv',
  '/notices/:letterId/paper.pdf',
];
/** Files of figures, forms, law, units and staff: dossier numbers at most, and nobody's data. */
export const WITHOUT_PERSONS = [
  '/absences.csv',
  '/board/league.csv',
  '/campaigns/:id/report.csv',
  '/catalogue/offences.csv',
  '/catalogue/releases/:id/changes.csv',
  '/dead-letters.csv',
  '/deadline-incidents.csv',
  '/deadline-rulings.csv',
  '/disputes.csv',
  '/exchange/dispatches.csv',
  '/exchange/reconciliations.csv',
  '/exchange/reconciliations/list.csv',
  '/exchange/share.csv',
  '/law-runs/:id/moves.csv',
  '/law-runs/:id/result.csv',
  '/law-runs/:id/result.json',
  '/quality.csv',
  '/suppliers.csv',
  '/supply-batches/template.csv',
];
