import type { Story } from '../story.ts';
import { AT_AGENCIES } from './atAgencies.ts';
import { AT_DECISION } from './atDecision.ts';
import { AT_INTAKE } from './atIntake.ts';
import { ENDED } from './ended.ts';
import { NETWORK } from './network.ts';
import { CODE_REQUESTS } from './codeRequests.ts';
import { RECONCILIATIONS } from './reconciliations.ts';
import { TRANSFERS } from './transfers.ts';

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
];
