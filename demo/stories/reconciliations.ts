import type { ReconciliationStory } from '../story.ts';

/** Hà Nội compares its book with the Centre's: what is still on its way differs. */
export const RECONCILIATIONS: readonly ReconciliationStory[] = [
  { kind: 'RECONCILIATION', place: 'hn', day: 22, time: '15:40', beats: [] },
];
