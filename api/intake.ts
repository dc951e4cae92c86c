import type { NewSlip } from '../db/intake/slips.ts';
import { type NewSubmission, storeSubmission, type Unnumbered } from '../db/intake/submissions.ts';
import { findState } from '../db/read/cases.ts';
import type { Account, Unit } from '../domain/account.ts';
import type { ApplicationSubmission } from '../domain/application.ts';
import { clockFrom } from '../domain/clock/businessClock.ts';
import type { CaseKind } from '../domain/flow/flow.ts';
import type { Identity } from '../domain/identity/identity.ts';
import { dateOf } from '../domain/instant.ts';
import type { RecordSubmission } from '../domain/record.ts';
import type { Actor } from '../domain/role.ts';
import { startCase } from '../engine/cases.ts';
import { actorOf } from './acting.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { type FieldProblem, Refused } from './refused.ts';

/** How long a submission waits for its case to be opened before it answers "opening". */
const OPEN_WAIT_MS = 2_000;

/** A unit's letters as they stand in dossier numbers: ASCII, so that barcodes and addresses carry them. */
export function numberPrefix(unit: Unit): string {
  return (unit.prefix ?? unit.code).replaceAll('Đ', 'DD');
}

/** The department a dossier goes to, if this account may hand dossiers in there; refuses otherwise. */
export async function departmentFor(deps: ApiDeps, account: Account, code: string): Promise<Unit> {
  const unit = await deps.places.unit(code);
  if (unit === null || unit.kind !== 'STP') throw new Refused('UNKNOWN_UNIT');
  const forwards =
    account.roles.includes('INTEGRATION') && account.provinceCode === unit.provinceCode;
  if (account.unit !== unit.code && !forwards) throw new Refused('NOT_YOUR_UNIT');
  return unit;
}

/** Where a dossier names a province, its code, and since when it means it. */
type NamedProvince = [path: string, code: string | null | undefined, since: string];

/** What only the day and the lists can tell: births in the future, provinces that do not exist. */
export async function checkAgainstToday(
  deps: ApiDeps,
  { subject, deliveryAddress, postmarkedOn }: ApplicationSubmission,
): Promise<void> {
  const today = dateOf(nowMs(deps));
  const fields: FieldProblem[] = [];
  if (postmarkedOn !== undefined && postmarkedOn > today)
    fields.push({ path: 'postmarkedOn', code: 'IN_FUTURE' });
  if (subject.birthDate > today) fields.push({ path: 'subject.birthDate', code: 'IN_FUTURE' });
  subject.residenceHistory.forEach(({ from }, index) => {
    if (from > today)
      fields.push({ path: `subject.residenceHistory.${index}.from`, code: 'IN_FUTURE' });
  });
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);

  const named: NamedProvince[] = [
    ['subject.permanentResidence.provinceCode', subject.permanentResidence?.provinceCode, today],
    ['subject.temporaryResidence.provinceCode', subject.temporaryResidence?.provinceCode, today],
    ['deliveryAddress.provinceCode', deliveryAddress?.provinceCode, today],
    ...subject.residenceHistory.map(({ provinceCode, from }, index): NamedProvince => {
      return [`subject.residenceHistory.${index}.provinceCode`, provinceCode, from];
    }),
  ];
  const unknown: FieldProblem[] = [];
  for (const [path, code, since] of named) {
    // Somebody may have lived in a province that has been merged since.
    const known = code == null || (await deps.places.knowsProvince(code, since, today));
    if (!known) unknown.push({ path, code: 'UNKNOWN_PROVINCE' });
  }
  if (unknown.length > 0) throw new Refused('UNKNOWN_PROVINCE', unknown);
}

/** What a submission of any kind hands to intake, beside what is common to all. */
export interface Handover<Facts> {
  kind: CaseKind;
  /** Who hands it in; the calendar, for what begins by itself. */
  account: Actor;
  unit: Unit;
  channel: string | null;
  externalCode: string | null;
  body: object;
  person: { fullName: string; birthDate: string; personalId: string | null };
  accepted: boolean;
  /** Local date of the postmark of a dossier that came by post. */
  postmarkedOn?: string | undefined;
  /** The request's idempotency key. */
  requestKey: string;
  /** Letters before the year in record numbers; null when there is no record to number. */
  recordPrefix: string | null;
  /** The person of a record, to be known from now on; absent for an application. */
  knownAs?: Identity | undefined;
  /** The record that opens with it; absent for an application. */
  record?: RecordSubmission | undefined;
  /** Set for a supplementary slip: the record it adds to, and what its document is told apart by. */
  slip?: Omit<NewSlip, 'caseId'>;
  /** What is kept with a record in the same transaction. */
  beside?: NewSubmission<Facts>['beside'];
  facts: Unnumbered<Facts>['facts'];
}

/**
 * Keep a dossier, then open its case. Keeping comes first and does not need the engine: when that is
 * away the relay opens the case later, and nothing is lost.
 */
export async function takeIn<Facts>(deps: ApiDeps, handover: Handover<Facts>) {
  const { kind, account, unit } = handover;
  const now = nowMs(deps);
  const { accepted, postmarkedOn } = handover;
  const pinned = await deps.laws.pin({ receivedAt: now, postmarkedOn, unit: unit.code });
  const stored = await storeSubmission<Facts>(deps.pool, {
    ...handover,
    unit: unit.code,
    prefix: numberPrefix(unit),
    submittedBy: account.id,
    now,
    input: {
      unit: unit.code,
      facts: handover.facts,
      law: pinned.law,
      // Accepted on receipt, its law is decided.
      ...(accepted || pinned.next === null ? {} : { nextLaw: pinned.next }),
      clock: clockFrom(deps.clock, Date.now()),
      receivedAt: now,
      actor: actorOf(account),
      accepted,
    },
  });
  if (typeof stored === 'string') throw new Refused(stored);
  if (stored.altered) {
    throw new Refused(
      handover.externalCode === null ? 'IDEMPOTENCY_KEY_REUSED' : 'EXTERNAL_CODE_CONFLICT',
    );
  }
  // A repeat may find a dossier that nobody came to open: starting it twice is harmless.
  const known = stored.repeated && (await findState(deps.pool, stored.caseId)) !== null;
  const opened = known || (await openNow(deps, kind, stored.caseId, stored.input));
  return { ...stored, opened };
}

async function openNow(
  deps: ApiDeps,
  kind: CaseKind,
  caseId: string,
  input: unknown,
): Promise<boolean> {
  const opened = deps.changes.waitForCase(caseId, OPEN_WAIT_MS);
  try {
    await startCase(deps.client, kind, caseId, input);
  } catch (error) {
    deps.log.warn({ caseId, err: error }, 'case kept, not yet opened: the relay will open it');
    return false;
  }
  return opened;
}
