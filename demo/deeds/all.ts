import { ABSENCES } from './absences.ts';
import { CAMPAIGNS } from './campaigns.ts';
import type { Deed } from './deed.ts';
import { DISPATCHES } from './dispatches.ts';
import { JUDGMENT_FILES } from './judgmentFiles.ts';
import { LAW_DEEDS } from './law.ts';
import { OUTAGES } from './outages.ts';

/** Everything beside the cases that happens before the demonstration's doors open. */
export const DEEDS: readonly Deed[] = [
  ...ABSENCES,
  ...CAMPAIGNS,
  ...DISPATCHES,
  ...JUDGMENT_FILES,
  ...LAW_DEEDS,
  ...OUTAGES,
];
