import type { Conclusion } from './flow/applicationState.ts';
import type { DateText } from './instant.ts';

type CertificateType = 'NO_1' | 'NO_2';
/** Which judgments stand below a conclusion. */
type Judgments = 'NONE' | 'UNEXPUNGED' | 'ALL';

/**
 * The prescribed texts of a certificate: the `wording` of the rule set a case is pinned to.
 *
 * Law: TT 13/2011/TT-BTP Art. 14. Nothing here has a default: a text of law comes from data.
 */
export interface CertificateWording {
  /** Under `ALL` the text stands with each judgment, otherwise above them all. */
  conclusions: Record<Conclusion, Record<CertificateType, { text: string; judgments: Judgments }>>;
  /** `//`, printed wherever there is nothing to state. */
  emptyItem: string;
  businessBan: { none: string; printed: Record<CertificateType, 'ON_REQUEST' | 'ALWAYS'> };
}

/** The blank for a date as the law prints it; the date of expungement takes its place. */
const DATE_BLANK = 'ngày … tháng … năm …';

/**
 * Whether a judgment is expunged. `NOT_DETERMINED` prints an empty item: the judgment is known but
 * its execution cannot be traced (CV 367/TTLLTPQG-HCTH of 27/7/2016).
 */
export type Expungement =
  { state: 'EXPUNGED'; on: DateText } | { state: 'NOT_EXPUNGED' } | { state: 'NOT_DETERMINED' };

/** One judgment as the certificate states it; `null` prints as an empty item. */
export interface CertificateEntry {
  judgmentDate: DateText;
  judgmentNumber: string | null;
  court: string | null;
  offence: string | null;
  /** Clause and article, for example `khoản 1 Điều 173 Bộ luật Hình sự năm 2015`. */
  provision: string | null;
  principalPenalty: string | null;
  additionalPenalty: string | null;
  civilObligations: string | null;
  courtFees: string | null;
  /** Latest status at the time of the request, for example `Đã chấp hành xong hình phạt tù`. */
  executionStatus: string | null;
  expungement: Expungement;
}

/** Office a person may not hold and for how long, in words (Law 28/2009 Art. 42.3, 43.3). */
export interface BusinessBan {
  office: string;
  term: string;
}

export interface CertificateFacts {
  certificateType: CertificateType;
  conclusion: Conclusion;
  /** Every judgment on record, in any order, expunged ones included. */
  entries: readonly CertificateEntry[];
  /** `requested` counts where the wording prints bans on request. */
  businessBan: { requested: boolean; bans: readonly BusinessBan[] };
}

/** One sub-item of a judgment, its text as printed. */
export interface EntryItem {
  name: keyof CertificateEntry;
  text: string;
}

/** What the certificate states, in the order in which it states it. */
export interface CertificateStatement {
  /** The sentence on conviction status; null where each judgment carries its own. */
  convictionStatus: string | null;
  /** Judgments in chronological order, each with its sub-items in the order of the form. */
  entries: readonly (readonly EntryItem[])[];
  /** Null when nothing is said of bans; `text` is null when there is one. */
  businessBan: { text: string | null; bans: readonly BusinessBan[] } | null;
}

const ITEMS: Record<CertificateType, readonly (keyof CertificateEntry)[]> = {
  NO_1: [
    'judgmentDate',
    'judgmentNumber',
    'court',
    'offence',
    'principalPenalty',
    'additionalPenalty',
  ],
  NO_2: [
    'judgmentDate',
    'judgmentNumber',
    'court',
    'offence',
    'provision',
    'principalPenalty',
    'additionalPenalty',
    'civilObligations',
    'courtFees',
    'executionStatus',
    'expungement',
  ],
};

/**
 * A date in the long form of official papers, `ngày 06 tháng 4 năm 2015`: days below 10 and the
 * months 1 and 2 take a leading zero (NĐ 30/2020/NĐ-CP, annex I).
 */
export function longDate(date: DateText): string {
  const [year, month, day] = date.split('-');
  const monthText = Number(month) <= 2 ? month : Number(month);
  return `ngày ${day} tháng ${monthText} năm ${year}`;
}

/**
 * Why a conclusion cannot stand beside the judgments on record, or null when it can.
 *
 * Ask before an officer's conclusion is taken; a certificate with a contradiction is never composed.
 */
export function contradiction(facts: CertificateFacts): string | null {
  const { conclusion, entries } = facts;
  const unexpunged = entries.some(isUnexpunged);
  switch (conclusion) {
    case 'NO_RECORD':
    case 'FOREIGNER_CLEAN':
      return entries.length > 0 ? `${conclusion} beside a judgment` : null;
    case 'EXPUNGED':
      if (unexpunged) return 'EXPUNGED beside a judgment that is not expunged';
      // No. 1 says nothing of expunged judgments, so it needs none to be entered.
      if (facts.certificateType === 'NO_1' || entries.length > 0) return null;
      return 'EXPUNGED without a judgment';
    case 'HAS_RECORD':
      return unexpunged ? null : 'HAS_RECORD without a judgment that is not expunged';
  }
}

/**
 * The exact statement of a certificate.
 *
 * Law: TT 13/2011/TT-BTP Art. 14; Law 28/2009/QH12 Art. 42 and 43. No. 1 is silent on expunged
 * judgments, No. 2 lists all. Throws an Error on a contradiction, see {@link contradiction}.
 */
export function stateCertificate(
  facts: CertificateFacts,
  wording: CertificateWording,
): CertificateStatement {
  const fault = contradiction(facts);
  if (fault !== null) throw new Error(`The certificate contradicts itself: ${fault}`);
  const type = facts.certificateType;
  const { text, judgments } = wording.conclusions[facts.conclusion][type];
  return {
    convictionStatus: judgments === 'ALL' ? null : text,
    entries: listed(facts.entries, judgments).map((entry) =>
      ITEMS[type].map((name) => ({ name, text: itemText(entry, name, wording) })),
    ),
    businessBan: printsBans(type, facts.businessBan.requested, wording)
      ? banStatement(facts.businessBan.bans, wording)
      : null,
  };
}

/** Whether a certificate says anything of bans (Law 28/2009 Art. 42.3, 43.3). */
export function printsBans(
  type: CertificateType,
  requested: boolean,
  { businessBan }: CertificateWording,
): boolean {
  return businessBan.printed[type] === 'ALWAYS' || requested;
}

function listed(entries: readonly CertificateEntry[], judgments: Judgments) {
  if (judgments === 'NONE') return [];
  const chosen = judgments === 'ALL' ? entries : entries.filter(isUnexpunged);
  return chosen.toSorted(
    (a, b) =>
      compare(a.judgmentDate, b.judgmentDate) ||
      compare(a.judgmentNumber ?? '', b.judgmentNumber ?? ''),
  );
}

function isUnexpunged({ expungement }: CertificateEntry): boolean {
  return expungement.state === 'NOT_EXPUNGED';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function itemText(
  entry: CertificateEntry,
  name: keyof CertificateEntry,
  wording: CertificateWording,
): string {
  if (name === 'judgmentDate') return longDate(entry.judgmentDate);
  if (name === 'expungement') return expungementText(entry.expungement, wording);
  return entry[name]?.trim() || wording.emptyItem;
}

function expungementText(expungement: Expungement, wording: CertificateWording): string {
  if (expungement.state === 'NOT_DETERMINED') return wording.emptyItem;
  if (expungement.state === 'NOT_EXPUNGED') return wording.conclusions.HAS_RECORD.NO_2.text;
  const { text } = wording.conclusions.EXPUNGED.NO_2;
  if (!text.includes(DATE_BLANK)) throw new Error(`The wording has no blank «${DATE_BLANK}»`);
  return text.replace(DATE_BLANK, longDate(expungement.on));
}

function banStatement(bans: readonly BusinessBan[], wording: CertificateWording) {
  return { text: bans.length === 0 ? wording.businessBan.none : null, bans };
}
