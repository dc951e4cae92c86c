import type { VerificationKind } from '../flow/verification.ts';
import type { Ask, Fact } from './evaluation.ts';
import type { PrincipalPenalty } from './entry.ts';

/** Who has each fact; nobody = the officer reads it off the papers at hand (TTLT 04/2012). */
const KNOWN_BY: Record<Fact, readonly VerificationKind[]> = {
  DETAILS: ['POLICE', 'COURT'],
  JUDGMENT: ['COURT'],
  NO_JUDGMENT: ['PROCURACY', 'COURT', 'ENFORCEMENT'],
  EFFECTIVE_DATE: ['COURT'],
  OFFENCE_DATE: ['COURT'],
  ARTICLE: ['COURT'],
  FAULT_AND_SEVERITY: ['COURT'],
  AGE: ['COURT'],
  PRINCIPAL_PENALTY: ['POLICE'],
  ADDITIONAL_PENALTIES: ['COMMUNE', 'ENFORCEMENT'],
  CIVIL_OBLIGATIONS: ['ENFORCEMENT'],
  COURT_FEES: ['ENFORCEMENT'],
  WANTED_NOTICE: ['POLICE'],
  NEW_CRIME: ['POLICE', 'COURT', 'COMMUNE'],
  NEW_JUDGMENT: ['COURT'],
  NEW_SENTENCE: ['POLICE'],
  COURT_DECISION: ['COURT'],
  PERIOD: [],
};

/** Penalties executed elsewhere than in prison. */
const EXECUTED_BY: Partial<Record<PrincipalPenalty, VerificationKind>> = {
  FINE: 'ENFORCEMENT',
  NON_CUSTODIAL: 'COMMUNE',
  SUSPENDED: 'COMMUNE',
  WARNING: 'COURT',
};

/** The question that brings a fact, and whom to put it to. */
export function askFor(fact: Fact, principal?: PrincipalPenalty): Ask {
  const executedBy = principal && EXECUTED_BY[principal];
  if (fact === 'PRINCIPAL_PENALTY' && executedBy !== undefined) return { fact, of: [executedBy] };
  return { fact, of: [...KNOWN_BY[fact]] };
}
