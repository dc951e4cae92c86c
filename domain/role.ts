/**
 * Who may act, by the field's own division of work (GLOSSARY: separation of duties). Stored as text
 * in `accounts.roles`. AGENCY is a unit's own system calling the API; SYSTEM is the case's timer.
 */
export const ROLES = [
  'ONE_STOP_OFFICER',
  'LLTP_OFFICER',
  'DIVISION_HEAD',
  'DIRECTOR',
  'SEAL_CLERK',
  'RECORD_OFFICER',
  'CENTRE_RECEIVER',
  'CENTRE_REVIEWER',
  'CENTRE_APPROVER',
  'POLICE_LIAISON',
  'COURT_LIAISON',
  'MILITARY_COURT_LIAISON',
  'CENTRE_LIAISON',
  'PROCURACY_LIAISON',
  'ENFORCEMENT_LIAISON',
  'COMMUNE_LIAISON',
  'POSTAL_OPERATOR',
  'SUPERVISOR',
  'SYSTEM_ADMIN',
  'INTEGRATION',
] as const;

export type Role = (typeof ROLES)[number];

/** Actors that are not people with an account. */
export type ActorRole = Role | 'AGENCY' | 'SYSTEM' | 'APPLICANT';

/** The person or system behind an act, as it travels into Temporal: ids and codes, never a name. */
export interface Actor {
  /** Account id, unit code of an agency system, or `system`. */
  id: string;
  roles: readonly ActorRole[];
  /** Unit (agency code) the actor acts for. */
  unit: string;
}

/** What the house does by itself: its nightly work and its calendar. */
export const SYSTEM = { id: 'system', roles: ['SYSTEM'], unit: 'system' } as const satisfies Actor;
