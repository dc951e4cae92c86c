import type { ReconciliationStory } from '../story.ts';

/** Hà Nội compares the quarter that runs: what is still on its way differs. */
export const RECONCILIATIONS: readonly ReconciliationStory[] = [
  { kind: 'RECONCILIATION', place: 'hn', day: 22, time: '15:40', period: '2023-Q3', beats: [] },
];
