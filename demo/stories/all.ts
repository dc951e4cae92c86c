import type { Story } from '../story.ts';
import { AT_AGENCIES, COMPLAINED } from './atAgencies.ts';
import { AT_DECISION } from './atDecision.ts';
import { AT_INTAKE } from './atIntake.ts';
import { ENDED, ENDED_SOON } from './ended.ts';
import { ASKED_BESIDE, NETWORK } from './network.ts';
import { CODE_REQUESTS } from './codeRequests.ts';
import { RECONCILIATIONS } from './reconciliations.ts';
import { OLD_RECORDS, TRANSFERS } from './transfers.ts';

/** Everything that happens in the demonstration's five weeks before its doors open. */
export const STORIES: readonly Story[] = [
  ...ENDED,
  ...AT_INTAKE,
  ...AT_AGENCIES,
  ...AT_DECISION,
  ...NETWORK,
  ...TRANSFERS,
  ...CODE_REQUESTS,
  ...RECONCILIATIONS,
  // A story's place in this list is its seed: what is added comes last, so that the others stay as they are.
  ...ENDED_SOON,
  ...ASKED_BESIDE,
  ...COMPLAINED,
  ...OLD_RECORDS,
];
