import type { ReconciliationStory } from '../story.ts';

/** Departments compare their books with the Centre's: what is still on its way differs. */
export const RECONCILIATIONS: readonly ReconciliationStory[] = [
  { kind: 'RECONCILIATION', place: 'hn', day: 22, time: '15:40', beats: [] },
  { kind: 'RECONCILIATION', place: 'na', day: 22, time: '15:45', beats: [] },
  { kind: 'RECONCILIATION', place: 'hcm', day: 22, time: '15:50', beats: [] },
];
