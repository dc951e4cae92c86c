import type { TermName } from '../clock/law.ts';
import type { DateText, InstantMs } from '../instant.ts';
import type { AskReason } from './askReason.ts';
import type { Settlement } from './conflict.ts';
import type { CaseBase } from './flow.ts';
import type { VerificationKind, VerificationRequest } from './verification.ts';

/** Steps of a phiếu application, in the usual order of work, then the side exits. */
export const APPLICATION_STEPS = [
  'SUBMITTED',
  'SUPPLEMENT_REQUESTED',
  'ACCEPTED',
  'VERIFYING',
  'EVALUATING',
  'CHECKING',
  'SIGNING',
  'ISSUING',
  'DELIVERING',
  'POSTED',
  'CLOSED',
  'REFUSED',
  'WITHDRAWN',
  'LAPSED',
  'CANCELLED',
] as const;
export type ApplicationStep = (typeof APPLICATION_STEPS)[number];

/** Steps in which the requester may still withdraw: the certificate is not signed. */
export const BEFORE_SIGNATURE: readonly ApplicationStep[] = [
  'SUBMITTED',
  'SUPPLEMENT_REQUESTED',
  'ACCEPTED',
  'VERIFYING',
  'EVALUATING',
  'CHECKING',
  'SIGNING',
];
/** Steps in which what only turns out after acceptance still leads to a refusal. */
export const TAKEN_IN: readonly ApplicationStep[] = BEFORE_SIGNATURE.filter(
  (step) => step !== 'SUBMITTED',
);
/** Steps before a certificate has a number. */
export const BEFORE_ISSUE: readonly ApplicationStep[] = [...BEFORE_SIGNATURE, 'ISSUING'];
/** Steps from which a case goes on. */
export const OPEN_STEPS: readonly ApplicationStep[] = [...BEFORE_ISSUE, 'DELIVERING', 'POSTED'];

export const REGIMES = ['SIMPLE', 'COMPLEX', 'URGENT'] as const;
/** 10 days, 15 days or 24 hours (Law 28/2009 Art. 48). */
export type Regime = (typeof REGIMES)[number];

/** The term of the rule set that each regime counts. */
export const TOTAL_TERMS = {
  SIMPLE: 'totalSimple',
  COMPLEX: 'totalComplex',
  URGENT: 'totalUrgent',
} as const satisfies Record<Regime, TermName>;

export const COMPLEX_GROUNDS = [
  'SEVERAL_RESIDENCES',
  'TIME_ABROAD',
  'FOREIGNER',
  'EXPUNGEMENT_TO_VERIFY',
] as const;
/** Why 15 days apply (Law 28/2009 Art. 47.2, 47.3, 48). */
export type ComplexGround = (typeof COMPLEX_GROUNDS)[number];

export const CERTIFICATE_TYPES = ['NO_1', 'NO_2'] as const;
export const CHANNELS = [
  'COUNTER',
  'POST',
  'MOJ_PORTAL',
  'PROVINCIAL_MCDT',
  'NATIONAL_PORTAL',
  'VNEID',
] as const;
/** Papers a dossier is made of, as received at the counter. */
export const RECEIVED_PAPERS = [
  'APPLICATION_FORM',
  'IDENTITY_COPY',
  'POWER_OF_ATTORNEY',
  'FEE_EXEMPTION_PROOF',
  'RESIDENCE_PROOF',
] as const;
export type ReceivedPaper = (typeof RECEIVED_PAPERS)[number];
export const DELIVERIES = ['COUNTER', 'POST'] as const;

/** What the officer concludes; the wording follows from it (TT 13/2011 Art. 14). */
export const CONCLUSIONS = ['NO_RECORD', 'EXPUNGED', 'HAS_RECORD', 'FOREIGNER_CLEAN'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const REFUSAL_GROUNDS = [
  'NOT_COMPETENT',
  'NOT_AUTHORISED',
  'PAPERS_INCOMPLETE_OR_FORGED',
] as const;
export const CANCEL_GROUNDS = ['SUBJECT_DIED', 'DUPLICATE', 'ENTERED_IN_ERROR', 'FRAUD'] as const;

/** A unit the dossier itself says must be asked, and why. */
export interface CaseRoute {
  kind: VerificationKind;
  unit: string;
  why: readonly AskReason[];
  /** The court beside this unit, where it is another than the one of the case. */
  court?: string;
}

/** An earlier dossier of the same person that was found clean for the time before the records began. */
export interface VerifiedBefore {
  caseId: string;
  /** Day of its certificate. */
  on: DateText;
}

/** Facts of an application as codes, fixed at intake: nothing here names a person. */
export interface ApplicationFacts {
  certificateType: (typeof CERTIFICATE_TYPES)[number];
  channel: (typeof CHANNELS)[number];
  delivery: (typeof DELIVERIES)[number];
  foreigner: boolean;
  hasMilitaryService: boolean;
  /** Regime that follows from residence history, nationality and urgency. */
  suggestedRegime: Regime;
  suggestedGrounds: readonly ComplexGround[];
  /** Units to ask: police of the residence, court that would have tried. */
  policeUnit: string;
  courtUnit: string;
  postUnit: string;
  feeVnd: number;
  /** All units to ask at first; absent in cases opened before questions were routed. */
  routes?: readonly CaseRoute[];
  /** What lets the case do without asking (NĐ 111/2010 Art. 28); absent for most. */
  verifiedBefore?: VerifiedBefore;
  /** Papers the law asks of it that were not handed in; absent when none was missing. */
  papersMissing?: readonly ReceivedPaper[];
}

export const PROMISE_REASONS = [
  'ACCEPTED',
  'CLASSIFIED',
  'RECLASSIFIED',
  'SUPPLEMENT',
  'APOLOGY',
] as const;

/** A date the applicant was told, when and why; the last one stands, all are kept. */
export interface PromisedDate {
  dueAt: InstantMs;
  at: InstantMs;
  why: (typeof PROMISE_REASONS)[number];
  /** The letter of apology that told it, for APOLOGY. */
  letterId?: string;
}

export interface ApplicationState extends CaseBase<ApplicationStep> {
  kind: 'APPLICATION';
  facts: ApplicationFacts;
  acceptedAt: InstantMs | null;
  regime: Regime | null;
  grounds: readonly ComplexGround[];
  requests: readonly VerificationRequest[];
  conclusion: Conclusion | null;
  /** Step to go back to when the supplement arrives. */
  resumeStep: ApplicationStep | null;
  /** How often a certificate was issued on this case; 2 and more replace a recalled one. */
  issues: number;
  /** Dates promised to the applicant, in order; absent in cases opened before they were kept. */
  promises?: readonly PromisedDate[];
  /** Nobody was asked: the person was verified before, by `facts.verifiedBefore`. */
  shortcut?: true;
  /** Somebody at the counter received what was missing at intake. */
  papersBrought?: true;
  /** How contradictions between answers were settled, in order; absent while none was. */
  settlements?: readonly Settlement[];
}
