import * as z from 'zod';
import { ConvictionEntry, UnitCode } from './agencyMessage.ts';
import type { Subject } from './application.ts';
import { entryHolds } from './conviction/contradictions.ts';
import { STANDINGS, standingHolds, standingOf } from './conviction/standing.ts';
import { EXTENSION_REASONS } from './clock/law.ts';
import {
  CANCEL_GROUNDS,
  COMPLEX_GROUNDS,
  CONCLUSIONS,
  type Conclusion,
  REFUSAL_GROUNDS,
  REGIMES,
} from './flow/applicationState.ts';
import { FURTHER_REASONS } from './flow/askReason.ts';
import { SETTLEMENT_GROUNDS, SIDES } from './flow/conflict.ts';
import { VERIFICATION_KINDS } from './flow/verification.ts';
import { SlipSubmission } from './exchange/slip.ts';
import { RULINGS } from './flow/transferState.ts';
import { ProposedEntry } from './offence/codeRequest.ts';
import { OffenceCode } from './offence/offence.ts';
import { RecordSubmission } from './record.ts';
import { BanContent } from './record/file.ts';
import { CalendarDate, line, prose } from './text.ts';

/** A judgment as the officer judged it; `expungedOn` is set when it is expunged. */
export const DraftEntry = z
  .strictObject({
    ...ConvictionEntry.shape,
    expungedOn: CalendarDate.nullable(),
    /** What the officer takes it for; where it is not said, `expungedOn` says it. */
    standing: z.enum(STANDINGS).optional(),
    /** Why the officer decides otherwise than the evaluation. */
    deviation: prose(1000).nullish(),
    /** Why the certificate carries the judgment's own words although they name no entry of the catalogue. */
    offenceAsSaid: prose(500).nullish(),
  })
  .superRefine(entryHolds)
  .superRefine(standingHolds);
export type DraftEntry = z.infer<typeof DraftEntry>;

/** Whether judgments bear a conclusion out: a clean one rests on none that counts, "has a record" on a live one. */
export function conclusionFits(conclusion: Conclusion, entries: readonly DraftEntry[]): boolean {
  const standings = entries.map(standingOf);
  const live = standings.includes('NOT_EXPUNGED');
  const counted = standings.some((standing) => standing !== 'DEEMED_NONE');
  if (conclusion === 'HAS_RECORD') return live;
  if (conclusion === 'EXPUNGED') return counted && !live;
  return !counted;
}

/**
 * Whether a conclusion is one for this person: a foreigner who resided in Viet Nam is certified for
 * that time, everybody else without limit (TT 13/2011 Art. 14). Of whom the nationality is not
 * determined the officer says which.
 */
export function conclusionSuits(
  conclusion: Conclusion,
  { nationality, residenceHistory }: Pick<Subject, 'nationality' | 'residenceHistory'>,
): boolean {
  const foreigner = nationality !== 'VN';
  const resided = residenceHistory.some(({ countryCode }) => countryCode === 'VN');
  if (conclusion === 'FOREIGNER_CLEAN') return foreigner;
  const open = nationality === 'UNDETERMINED';
  return conclusion !== 'NO_RECORD' || open || !(foreigner && resided);
}

const none = z.strictObject({});
const reason = z.strictObject({ reason: prose(2000) });
const note = z.strictObject({ note: prose(2000) });
const requestId = z.string().max(80);
const ofCode = z.strictObject({ code: OffenceCode });
const ofRequest = z.strictObject({ requestId });

/**
 * What each act asks of the person who does it, in two parts: `codes` travel into Temporal, `paper`
 * (words a person wrote) stays in PostgreSQL and only its id travels.
 */
export const ACTS = {
  accept: { codes: z.strictObject({ feeSettled: z.literal(true) }), paper: null },
  requestSupplement: { codes: none, paper: z.strictObject({ missing: prose(2000) }) },
  receiveSupplement: { codes: none, paper: z.strictObject({ received: prose(2000) }) },
  refuse: { codes: z.strictObject({ ground: z.enum(REFUSAL_GROUNDS) }), paper: reason },
  classify: {
    codes: z.strictObject({
      regime: z.enum(REGIMES),
      grounds: z.array(z.enum(COMPLEX_GROUNDS)).max(4),
      /** Ask nobody: the person was verified before (NĐ 111/2010 Art. 28). */
      shortcut: z.boolean().optional(),
    }),
    paper: null,
  },
  reclassify: {
    codes: z.strictObject({ grounds: z.array(z.enum(COMPLEX_GROUNDS)).min(1).max(4) }),
    paper: reason,
  },
  extendClock: {
    codes: z.strictObject({ clock: z.string().max(100), basis: z.enum(EXTENSION_REASONS) }),
    paper: reason,
  },
  identify: { codes: ofRequest, paper: z.strictObject({ identification: prose(2000) }) },
  askUnit: {
    codes: z.strictObject({
      kind: z.enum(VERIFICATION_KINDS),
      unit: UnitCode,
      why: z.enum(FURTHER_REASONS),
    }),
    paper: note,
  },
  askAgain: { codes: ofRequest, paper: note },
  /** The server adds what the earlier answer said and to which dossier it was given. */
  reuseAnswer: { codes: z.strictObject({ requestId, answerId: z.uuid() }), paper: null },
  proposeWaiver: { codes: ofRequest, paper: reason },
  signWaiver: { codes: ofRequest, paper: null },
  declineWaiver: { codes: ofRequest, paper: reason },
  settleConflict: {
    codes: z.strictObject({
      found: requestId,
      clean: requestId,
      stands: z.enum(SIDES),
      settlement: z.enum(SETTLEMENT_GROUNDS),
    }),
    paper: reason,
  },
  draft: {
    codes: z.strictObject({ conclusion: z.enum(CONCLUSIONS) }),
    paper: z.strictObject({
      reasoning: prose(4000),
      entries: z.array(DraftEntry).max(30),
      /** Bans on office, founding or managing firms that the certificate states; drafts of old times say nothing. */
      bans: z.array(BanContent).max(20).optional(),
      /** Why a ban that the person's record holds is not stated as it says. */
      banDeviation: prose(1000).nullish(),
    }),
  },
  check: { codes: none, paper: null },
  return: { codes: none, paper: reason },
  sign: { codes: none, paper: null },
  issue: { codes: none, paper: null },
  post: { codes: none, paper: null },
  handOver: { codes: none, paper: z.strictObject({ receivedBy: prose(200) }) },
  confirmDelivery: { codes: none, paper: null },
  returnUndelivered: { codes: none, paper: reason },
  recall: { codes: none, paper: reason },
  withdraw: { codes: none, paper: reason },
  cancel: { codes: z.strictObject({ ground: z.enum(CANCEL_GROUNDS) }), paper: reason },
  // record transfer
  send: { codes: none, paper: null },
  correct: { codes: none, paper: RecordSubmission },
  correctSlip: { codes: none, paper: SlipSubmission },
  abandon: { codes: none, paper: reason },
  postPaper: { codes: none, paper: z.strictObject({ postalNumber: line(40) }) },
  askSupplier: { codes: none, paper: note },
  answerDifference: { codes: z.strictObject({ rightCopy: z.enum(RULINGS) }), paper: reason },
  proposeEntry: { codes: ofCode, paper: ProposedEntry },
  proposeMapping: { codes: ofCode, paper: reason },
  grantCode: { codes: none, paper: null },
  returnProposal: { codes: none, paper: reason },
  takeBack: { codes: none, paper: reason },
  /** The server adds how many differences are open. */
  closeReconciliation: { codes: none, paper: null },
  cancelReconciliation: { codes: none, paper: reason },
  receive: { codes: none, paper: null },
  checkRecord: { codes: none, paper: null },
  review: { codes: none, paper: null },
  updateOfficially: { codes: none, paper: null },
  returnRecord: { codes: none, paper: reason },
} as const satisfies Record<string, { codes: z.ZodObject; paper: z.ZodType | null }>;

/** Acts a signed-in person does on a case page; answers have their own route. */
export type ActName = keyof typeof ACTS;

/** Body of `POST /cases/{id}/acts`: the payload is checked by the act's own schema. */
export const ActRequest = z.strictObject({
  act: z.enum(Object.keys(ACTS) as [ActName, ...ActName[]]),
  expectedRev: z.int().min(1),
  codes: z.record(z.string(), z.unknown()).default({}),
  paper: z.unknown().optional(),
});
export type ActRequest = z.infer<typeof ActRequest>;

/** Answer to an act: the case's new revision and step, already in the database. */
export const ActReply = z.strictObject({
  caseId: z.string(),
  rev: z.int(),
  step: z.string(),
  /** Certificate number when the act issued one. */
  certificateNumber: z.string().nullable(),
});
export type ActReply = z.infer<typeof ActReply>;
