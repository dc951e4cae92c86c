import type { RefusalCode } from '../refusal.ts';
import type { ApplicationState } from './applicationState.ts';
import { clocksAfterWord } from './clarification.ts';
import type { ActRule, Command, Situation } from './flow.ts';
import { join } from './join.ts';
import { type Moved, requestOf, withRequest } from './questions.ts';
import { isAnswered, type VerificationRequest } from './verification.ts';

/** Whether a waiver of this question waits for the director's signature. */
function waitsForSignature({ outcome, waiver }: VerificationRequest): boolean {
  return waiver !== undefined && waiver.signedAt === undefined && !isAnswered({ outcome });
}

/** Whether any waiver of a case waits for the director's signature. */
export function waiverWaits({ requests }: ApplicationState): boolean {
  return requests.some(waitsForSignature);
}

function mayBeProposed({ outcome, waiver, contested }: VerificationRequest): RefusalCode | null {
  if (isAnswered({ outcome })) return 'ANSWER_ALREADY_GIVEN';
  // Going on would leave out a judgment that the unit told and has not taken back.
  if (contested === true) return 'ANSWER_CONTESTED';
  return waiver === undefined ? null : 'WAIVER_PROPOSED';
}

function nothingToWaive({ requests }: ApplicationState): RefusalCode | null {
  const codes = requests.filter((request) => !isAnswered(request)).map(mayBeProposed);
  return codes.includes(null) ? null : (codes[0] ?? 'WAIVER_PROPOSED');
}

function proposeGuard(state: ApplicationState, command: Command): RefusalCode | null {
  const request = requestOf(state, command);
  return request === undefined ? 'VERIFICATION_NOT_ASKED' : mayBeProposed(request);
}

function signGuard(state: ApplicationState, command: Command): RefusalCode | null {
  const request = requestOf(state, command);
  if (request === undefined) return 'VERIFICATION_NOT_ASKED';
  if (!waitsForSignature(request)) return 'NO_WAIVER_PROPOSED';
  return request.waiver?.proposedBy === command.actor.id ? 'FOUR_EYES' : null;
}

function signed(state: ApplicationState, command: Command, situation: Situation): Moved {
  const request = requestOf(state, command);
  if (request?.waiver === undefined) return { state };
  const signature = { signedBy: command.actor.id, signedAt: situation.now };
  const waived: VerificationRequest = {
    ...request,
    outcome: 'WAIVED',
    waiver: { ...request.waiver, ...signature },
  };
  const next = clocksAfterWord(withRequest(state, waived), waived, command, situation);
  return join(next, waived, situation);
}

function declined(state: ApplicationState, command: Command): Moved {
  const request = requestOf(state, command);
  if (request === undefined) return { state };
  const { waiver: _waiver, ...kept } = request;
  return { state: withRequest(state, kept) };
}

const ofDirector = { from: ['VERIFYING'], roles: ['DIRECTOR'], unit: 'owner' } as const;

/**
 * Acts by which a case goes on without an answer: its officer proposes it with the reason, the director,
 * who is answerable for the certificate (TT 13/2011 Art. 15), signs. The question itself stays open to
 * a late answer.
 */
export const waiverRules: readonly ActRule<ApplicationState>[] = [
  {
    act: 'proposeWaiver',
    from: ['VERIFYING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    when: nothingToWaive,
    guard: proposeGuard,
    next: (state, command, { now }) => {
      const request = requestOf(state, command);
      if (request === undefined) return { state };
      const { actor, paperId } = command;
      const waiver = { proposedBy: actor.id, proposedAt: now, paperId };
      return { state: withRequest(state, { ...request, waiver }) };
    },
  },
  {
    ...ofDirector,
    act: 'signWaiver',
    claims: false,
    when: (state) => (waiverWaits(state) ? null : 'NO_WAIVER_PROPOSED'),
    guard: signGuard,
    next: signed,
  },
  {
    ...ofDirector,
    act: 'declineWaiver',
    claims: false,
    when: (state) => (waiverWaits(state) ? null : 'NO_WAIVER_PROPOSED'),
    guard: signGuard,
    next: declined,
  },
];
