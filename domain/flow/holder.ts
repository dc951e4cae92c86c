import type { ActorRole } from '../role.ts';
import { isAnswered, type VerificationRequest } from './verification.ts';

/**
 * Who can have a case's time: the applicant; the office's counter, case officer, checker, signer and
 * register (of the unit or, for transfers, of the Centre); an asked agency; the post; our own system.
 */
export const HOLDERS = [
  'APPLICANT',
  'INTAKE',
  'OFFICER',
  'CHECKER',
  'SIGNER',
  'REGISTRAR',
  'AGENCY',
  'POST',
  'SYSTEM',
] as const;
export type Holder = (typeof HOLDERS)[number];

/** Holders who are people of the office: they cannot work while the system is down. */
export const OFFICE_HOLDERS: readonly Holder[] = [
  'INTAKE',
  'OFFICER',
  'CHECKER',
  'SIGNER',
  'REGISTRAR',
];

/** A holder with the unit it belongs to; the applicant and the system have none. */
export interface Held {
  holder: Holder;
  unit: string | null;
}

const HOLDER_OF_ROLE: Partial<Record<ActorRole, Holder>> = {
  ONE_STOP_OFFICER: 'INTAKE',
  LLTP_OFFICER: 'OFFICER',
  DIVISION_HEAD: 'CHECKER',
  DIRECTOR: 'SIGNER',
  SEAL_CLERK: 'REGISTRAR',
  RECORD_OFFICER: 'OFFICER',
  CENTRE_RECEIVER: 'INTAKE',
  CENTRE_REVIEWER: 'CHECKER',
  CENTRE_APPROVER: 'SIGNER',
};

/** The part of the office that holds a case standing in a role's queue. */
export function holderOfQueue(role: ActorRole, unit: string): Held {
  return { holder: HOLDER_OF_ROLE[role] ?? 'SYSTEM', unit };
}

/**
 * Who holds a case that waits for answers: the unit that was asked first and still owes one. A unit
 * that wants further identification owes nothing until it gets it; when only such are left, the
 * case's officer holds it. Null when nothing is open.
 */
export function holderOfQuestions(
  requests: readonly VerificationRequest[],
  unit: string,
): Held | null {
  const open = requests.filter((request) => !isAnswered(request));
  if (open.length === 0) return null;
  const owing = open.find(({ outcome }) => outcome !== 'NEEDS_IDENTIFICATION');
  return owing === undefined ? { holder: 'OFFICER', unit } : { holder: 'AGENCY', unit: owing.unit };
}
