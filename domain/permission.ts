import type { Account } from './account.ts';
import { CENTRE_UNIT } from './flow/flow.ts';
import { LIAISON_OF } from './flow/verification.ts';
import type { Role } from './role.ts';

const DEPARTMENT: readonly Role[] = [
  'ONE_STOP_OFFICER',
  'LLTP_OFFICER',
  'DIVISION_HEAD',
  'DIRECTOR',
  'SEAL_CLERK',
  'RECORD_OFFICER',
  'SUPERVISOR',
];
const CENTRE: readonly Role[] = ['CENTRE_RECEIVER', 'CENTRE_REVIEWER', 'CENTRE_APPROVER'];
const LIAISONS: readonly Role[] = Object.values(LIAISON_OF);
const ASKED: readonly Role[] = [...LIAISONS, 'POSTAL_OPERATOR'];

/**
 * Who may do what beside the acts of a case (those stand in the flow tables). The one table that the
 * routes ask and the permission tests walk through.
 */
export const PERMISSIONS = {
  'application.submit': ['ONE_STOP_OFFICER', 'INTEGRATION'],
  'transfer.enter': ['RECORD_OFFICER'],
  /** Papers that arrive at the Centre by post; who sent them is told by their register. */
  'paper.register': ['CENTRE_RECEIVER'],
  'exchange.read': ['RECORD_OFFICER', ...CENTRE],
  /** Begun by hand; at the end of a quarter or half-year the calendar begins it. */
  'reconciliation.begin': ['RECORD_OFFICER', 'SUPERVISOR', 'CENTRE_RECEIVER'],
  /** How far runs are; what differs, which names convicted people, needs `exchange.read`. */
  'reconciliation.read': ['RECORD_OFFICER', 'SUPERVISOR', ...CENTRE],
  'reconciliation.settle': ['RECORD_OFFICER', 'CENTRE_RECEIVER'],
  'code.request': ['RECORD_OFFICER', 'LLTP_OFFICER'],
  'worklist.read': [...DEPARTMENT, ...CENTRE],
  'case.read': [...DEPARTMENT, ...CENTRE],
  /** Conviction content: answers, drafts, conclusions (not the counter, not the post). */
  'conviction.read': ['LLTP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', 'RECORD_OFFICER', ...CENTRE],
  /** The own-database look-up: who handles the application, and who checks and signs it. */
  'identity.read': ['LLTP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR'],
  'identity.decide': ['LLTP_OFFICER'],
  'case.claim': [...DEPARTMENT.filter((role) => role !== 'SUPERVISOR'), ...CENTRE],
  'case.assign': ['DIVISION_HEAD', 'SUPERVISOR'],
  'desk.read': LIAISONS,
  'desk.answer': LIAISONS,
  'board.read': ['SUPERVISOR', 'DIVISION_HEAD', 'DIRECTOR'],
  /** Due dates on which the stored one and two recounts do not agree; a court's only the director sees. */
  'incident.read': ['SUPERVISOR', 'DIRECTOR', 'SYSTEM_ADMIN'],
  /** Rule sets and calendars: what every date rests on. */
  'law.read': ['SYSTEM_ADMIN', 'SUPERVISOR', 'DIVISION_HEAD', 'DIRECTOR'],
  'alarm.read': ['SYSTEM_ADMIN'],
  /** Lines to agencies: traffic, dead letters, what arrived, keys of units. */
  'integration.read': ['SYSTEM_ADMIN'],
  'integration.mend': ['SYSTEM_ADMIN'],
  /** Who held a case's time; an asked agency and the post see their own part only. */
  'holding.read': [...DEPARTMENT, ...CENTRE, ...ASKED],
  'holding.contest': [...DEPARTMENT.filter((role) => role !== 'SUPERVISOR'), ...CENTRE, ...ASKED],
  /** The director too: what tells of a court is hidden from the supervisor. */
  'holding.rule': ['SUPERVISOR', 'DIRECTOR'],
  'outage.note': ['SYSTEM_ADMIN'],
  'certificate.read': ['LLTP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', 'SEAL_CLERK'],
  /** Whoever has a desk enters the own absence; the head of the unit anybody's. */
  'absence.enter': [...DEPARTMENT, ...CENTRE, ...LIAISONS],
  'absence.oversee': ['DIVISION_HEAD', 'SUPERVISOR'],
  /** Letters of apology; who signs which stands in the flow table. */
  'letter.read': ['ONE_STOP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', 'SUPERVISOR'],
  'letter.sign': ['DIVISION_HEAD', 'DIRECTOR'],
  'letter.handOut': ['ONE_STOP_OFFICER', 'DIVISION_HEAD'],
  /** Letters for the channels of a province, fetched by its connected system. */
  'notice.fetch': ['INTEGRATION'],
  'dispute.raise': [...DEPARTMENT, ...CENTRE],
  /** The director too, for the same reason. */
  'dispute.rule': ['SUPERVISOR', 'DIRECTOR'],
  'receipt.read': ['ONE_STOP_OFFICER', 'LLTP_OFFICER', 'DIVISION_HEAD'],
  /** Also by whoever refuses after acceptance. */
  'refusal.read': ['ONE_STOP_OFFICER', 'LLTP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR'],
  /**
   * Changes of the law: drafted by one administrator, approved by another or by the Centre's director.
   * Directors of provinces read them and what they would do to their own cases.
   */
  'draft.write': ['SYSTEM_ADMIN'],
  'draft.read': ['SYSTEM_ADMIN', 'DIRECTOR'],
  'draft.approve': ['SYSTEM_ADMIN', 'DIRECTOR'],
  /** The catalogue of offences: whoever reads or enters judgments looks it up; only the Centre changes it. */
  'catalogue.read': [...DEPARTMENT, ...CENTRE, 'SYSTEM_ADMIN'],
  'catalogue.import': ['CENTRE_REVIEWER', 'CENTRE_APPROVER'],
  'catalogue.release': ['CENTRE_APPROVER'],
  /** Judicial records: a department its own, the Centre its copies. Changes are approved by another person. */
  'record.read': ['RECORD_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', ...CENTRE],
  'record.propose': ['RECORD_OFFICER'],
  /** The head of the division; the Centre where records of two departments become one. */
  'record.approve': ['DIVISION_HEAD', 'CENTRE_APPROVER'],
  'record.normalise': ['RECORD_OFFICER'],
  'recordNotice.read': ['RECORD_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', ...CENTRE],
  /** The Centre corrects its copies by a province's notice. */
  'recordNotice.apply': CENTRE,
  /** The reception book holds conviction content; whoever keeps it enters and settles. */
  'supply.read': ['RECORD_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', ...CENTRE],
  'supply.receive': ['RECORD_OFFICER', 'CENTRE_RECEIVER'],
  /** What is not right, complete or clean in the books of a department; figures and campaigns without persons. */
  'finding.read': ['RECORD_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', ...CENTRE],
  'finding.settle': ['RECORD_OFFICER', 'DIVISION_HEAD', 'CENTRE_RECEIVER'],
  /** Campaigns: run by the department, answered by the liaisons of the units that take part. */
  'campaign.run': ['RECORD_OFFICER', 'DIVISION_HEAD'],
  'campaign.answer': LIAISONS,
  'quality.read': ['RECORD_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', 'SUPERVISOR', ...CENTRE],
  /**
   * Who has read a person's case, and what a colleague has read: whoever watches over the unit, the director
   * and the Centre's approver too, for the same reason as with holdings; the administrator of all units.
   */
  'reading.list': ['SUPERVISOR', 'DIRECTOR', 'CENTRE_APPROVER', 'SYSTEM_ADMIN'],
  'whatIf.run': ['SUPERVISOR', 'DIVISION_HEAD', 'DIRECTOR', 'SYSTEM_ADMIN'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether an account's roles allow something. */
export function allows(account: { roles: readonly Role[] }, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return account.roles.some((role) => roles.includes(role));
}

/** Whether an account watches over the whole country: the Centre's supervisor, reading only. */
export function isNational({ unit, roles }: Pick<Account, 'unit' | 'roles'>): boolean {
  return unit === CENTRE_UNIT && roles.includes('SUPERVISOR');
}

/** Whether an account's business is the law of all units: administrators and the Centre's people. */
export function servesAllUnits({ unit, roles }: Pick<Account, 'unit' | 'roles'>): boolean {
  return unit === CENTRE_UNIT || roles.includes('SYSTEM_ADMIN');
}

interface Placed {
  kind: string;
  unit: string;
  step: string;
}

/** Whether a case is among those an account's unit works on: its own, transfers and requests for the Centre. */
export function worksOn(account: Pick<Account, 'unit'>, { kind, unit, step }: Placed): boolean {
  if (account.unit === unit) return true;
  return account.unit === CENTRE_UNIT && kind !== 'APPLICATION' && step !== 'ENTERED';
}

/**
 * Whether an account may know whom a case of a kind is about: the person of a transfer was convicted, so
 * `conviction.read` only. Whoever watches over deadlines sees the others' number, step and clock.
 */
export function seesPerson(account: { roles: readonly Role[] }, kind: string): boolean {
  return kind !== 'TRANSFER' || allows(account, 'conviction.read');
}

/** Whether an account may look at a case: its unit's work, or all of them for a national supervisor. */
export function seesCase(account: Pick<Account, 'unit' | 'roles'>, placed: Placed): boolean {
  return isNational(account) || worksOn(account, placed);
}

/** Whether an account may ask about readings in all units: administrators and who watches over the country. */
export function watchesAllReadings(account: Pick<Account, 'unit' | 'roles'>): boolean {
  return isNational(account) || account.roles.includes('SYSTEM_ADMIN');
}

/** Whether an account may ask who has read a case: of its unit's work, or of all of them. */
export function seesReadings(account: Pick<Account, 'unit' | 'roles'>, placed: Placed): boolean {
  return watchesAllReadings(account) || worksOn(account, placed);
}
