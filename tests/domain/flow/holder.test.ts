import { expect, test } from '@jest/globals';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import { APPLICATION_STEPS, type ApplicationStep } from '../../../domain/flow/applicationState.ts';
import type { Held, Holder } from '../../../domain/flow/holder.ts';
import { transferFlow } from '../../../domain/flow/transferFlow.ts';
import { TRANSFER_STEPS, type TransferStep } from '../../../domain/flow/transferState.ts';
import { heldAt } from '../../../domain/flow/transition.ts';
import {
  after,
  answered,
  applicationAt,
  CLASSIFY,
  COURT_REQUEST,
  opened,
  openedTransfer,
  POLICE_REQUEST,
} from '../../support/cases.ts';

const OF_APPLICATION: Record<ApplicationStep, [Holder, string | null] | null> = {
  SUBMITTED: ['INTAKE', 'STP-01'],
  SUPPLEMENT_REQUESTED: ['APPLICANT', null],
  ACCEPTED: ['OFFICER', 'STP-01'],
  VERIFYING: ['AGENCY', 'PV06-01'],
  EVALUATING: ['OFFICER', 'STP-01'],
  CHECKING: ['CHECKER', 'STP-01'],
  SIGNING: ['SIGNER', 'STP-01'],
  ISSUING: ['REGISTRAR', 'STP-01'],
  DELIVERING: ['INTAKE', 'STP-01'],
  POSTED: ['POST', 'BUUDIEN-01'],
  CLOSED: null,
  REFUSED: null,
  WITHDRAWN: null,
  LAPSED: null,
  CANCELLED: null,
};

test.each(APPLICATION_STEPS)('an application at %s has the holder of its step', (step) => {
  expect(heldAt(applicationFlow, applicationAt(step))).toEqual(heldOf(OF_APPLICATION[step]));
});

const OF_TRANSFER: Record<TransferStep, [Holder, string] | null> = {
  ENTERED: ['OFFICER', 'STP-01'],
  SENT: ['INTAKE', 'TTLLTPQG'],
  RECEIVED: ['INTAKE', 'TTLLTPQG'],
  CHECKED: ['CHECKER', 'TTLLTPQG'],
  REVIEWED: ['SIGNER', 'TTLLTPQG'],
  DIFFERENCE_ASKED: ['OFFICER', 'STP-01'],
  RETURNED: ['OFFICER', 'STP-01'],
  OFFICIALLY_UPDATED: null,
  ABANDONED: null,
};

test.each(TRANSFER_STEPS)('a transfer at %s is held by the province or the Centre', (step) => {
  const state = { ...openedTransfer(), step };
  expect(heldAt(transferFlow, state)).toEqual(heldOf(OF_TRANSFER[step]));
});

function heldOf(pair: readonly [Holder, string | null] | null): Held | null {
  return pair === null ? null : { holder: pair[0], unit: pair[1] };
}

const UNCLEAR = answered('UNCLEAR');

test('of two agencies asked, the time is of the one asked first that still owes an answer', () => {
  const both = after(opened(), [
    CLASSIFY,
    UNCLEAR,
    answered('CANNOT_ANSWER_YET', POLICE_REQUEST, true),
  ]);
  expect(heldAt(applicationFlow, both)).toEqual({ holder: 'AGENCY', unit: 'PV06-01' });
  const court = after(both, [answered('NO_RECORD', POLICE_REQUEST, false)]);
  expect(heldAt(applicationFlow, court)).toEqual({ holder: 'AGENCY', unit: 'TAND-01' });
  const done = after(court, [answered('NO_RECORD', COURT_REQUEST)]);
  expect(heldAt(applicationFlow, done)).toEqual({ holder: 'OFFICER', unit: 'STP-01' });
});

test('a unit that wants further identification owes nothing until the officer has given it', () => {
  const asks = after(opened(), [CLASSIFY, answered('NEEDS_IDENTIFICATION')]);
  expect(heldAt(applicationFlow, asks)).toEqual({ holder: 'OFFICER', unit: 'STP-01' });
  const given = after(asks, [['identify', 'LLTP_OFFICER', { requestId: POLICE_REQUEST }]]);
  expect(heldAt(applicationFlow, given)).toEqual({ holder: 'AGENCY', unit: 'PV06-01' });
  const both = after(opened(), [
    CLASSIFY,
    UNCLEAR,
    answered('NEEDS_IDENTIFICATION', POLICE_REQUEST, true),
  ]);
  expect(heldAt(applicationFlow, both)).toEqual({ holder: 'AGENCY', unit: 'TAND-01' });
});

test('it is the officer’s turn when every unit that has not answered asks back, and no sooner', () => {
  const queueOf = (acts: Parameters<typeof after>[1]) =>
    applicationFlow.queueBeside?.(after(opened(), [CLASSIFY, ...acts]));
  const asksBack = answered('NEEDS_IDENTIFICATION');
  expect(queueOf([asksBack])).toBe('LLTP_OFFICER');
  expect(
    queueOf([asksBack, ['identify', 'LLTP_OFFICER', { requestId: POLICE_REQUEST }]]),
  ).toBeNull();
  const beside = answered('NEEDS_IDENTIFICATION', POLICE_REQUEST, true);
  expect(queueOf([UNCLEAR, beside])).toBeNull();
  expect(queueOf([answered('NO_RECORD')])).toBeNull();
});
