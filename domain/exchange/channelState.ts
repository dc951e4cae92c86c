import type { TransferStep } from '../flow/transferState.ts';

/**
 * Where the paper of a transfer is under the dual channel; DIFFERS: it is with the Centre, and a
 * difference to the electronic copy waits for the province's answer.
 */
export const PAPER_STATES = ['NOT_POSTED', 'POSTED', 'ARRIVED', 'DIFFERS'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Where the electronic copy of a transfer is. */
export type ElectronicState =
  'NOT_SENT' | 'SENT' | 'RECEIVED' | 'RETURNED' | 'OFFICIAL' | 'GIVEN_UP';

const ELECTRONIC: Record<TransferStep, ElectronicState> = {
  ENTERED: 'NOT_SENT',
  SENT: 'SENT',
  RECEIVED: 'RECEIVED',
  CHECKED: 'RECEIVED',
  REVIEWED: 'RECEIVED',
  DIFFERENCE_ASKED: 'RECEIVED',
  RETURNED: 'RETURNED',
  OFFICIALLY_UPDATED: 'OFFICIAL',
  ABANDONED: 'GIVEN_UP',
};

/** State of the electronic copy at a step of a transfer. */
export function electronicState(step: TransferStep): ElectronicState {
  return ELECTRONIC[step];
}
