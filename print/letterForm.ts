import { dateOf, type InstantMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import type { LetterBook } from '../domain/letter.ts';
import { addressee } from './addressee.ts';
import { DEMONSTRATION_NOTE, mastheadOf, shortDate } from './officialText.ts';
import type { Block, Sheet } from './sheet.ts';
import { type LetterSigner, POSITIONS } from './signer.ts';

/** Everything a letter of apology prints; texts come from `data/letters.json`. */
export interface LetterData {
  letterhead: OfficeNames;
  wording: LetterBook['apology'];
  /** Null before it is signed. */
  number: string | null;
  /** When it was signed or, before, drafted. */
  at: InstantMs;
  caseId: string;
  requesterName: string;
  subjectName: string;
  certificateType: 'NO_1' | 'NO_2';
  receivedAt: InstantMs;
  /** Time the law allows, for example `10 ngày`, and where it says so; null when not known any more. */
  term: { text: string; citation: string } | null;
  /** The date that was missed: by law, or as promised before. */
  missedAt: InstantMs;
  /** Set when an earlier letter's date was missed too. */
  earlierNumber: string | null;
  /** Step in which the date was missed; the reason follows from it. */
  step: string;
  /** Null before it is signed. */
  promisedAt: InstantMs | null;
  signer: LetterSigner | null;
  tracking: { code: string; url: string } | null;
}

export interface LetterOptions {
  /** Footnote that the paper has no legal value. */
  demo?: boolean;
}

/**
 * The texts of a letter in reading order (phiếu xin lỗi và hẹn lại ngày trả kết quả). Nothing in it
 * speaks of convictions.
 */
export function composeLetter(data: LetterData, options: LetterOptions = {}): Sheet {
  const { letterhead, wording, number, at, caseId } = data;
  return {
    documentTitle: `Phiếu xin lỗi và hẹn lại ngày trả kết quả ${caseId}`,
    createdAt: at,
    bodySize: 13,
    masthead: mastheadOf(letterhead, `Số: ${number ?? '……'}`, at),
    blocks: [{ kind: 'title', lines: wording.title }, ...addressee(data), ...body(data)],
    closing: [trackingColumn(data), signature(data.signer)],
    watermark: number === null ? 'DỰ THẢO' : null,
    footnote: options.demo ? DEMONSTRATION_NOTE : null,
    pageMark: `Hồ sơ ${caseId}`,
  };
}

function body(data: LetterData): Block[] {
  const { wording, earlierNumber, step, term } = data;
  const paragraphs = [
    filled(earlierNumber === null ? wording.opening : wording.again, data),
    `Lý do: ${wording.reasons[step] ?? '//'}`,
    filled(wording.promise, data),
    filled(wording.closing, data),
  ];
  if (term !== null) paragraphs.push(`Căn cứ thời hạn: ${term.citation}.`);
  return paragraphs.map((text) => ({ kind: 'paragraph', text, style: 'regular', indented: true }));
}

/** The text with its places filled in; a place that is not known stays open. */
function filled(text: string, data: LetterData): string {
  const places: Record<string, string> = {
    office: data.letterhead.name,
    received: dayOf(data.receivedAt),
    caseId: data.caseId,
    type: data.certificateType === 'NO_2' ? '2' : '1',
    requester: data.requesterName,
    term: data.term?.text ?? '……',
    missed: dayOf(data.missedAt),
    promised: data.promisedAt === null ? '……' : dayOf(data.promisedAt),
    earlier: data.earlierNumber ?? '……',
  };
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => places[name] ?? whole);
}

function dayOf(instant: InstantMs): string {
  return shortDate(dateOf(instant));
}

function trackingColumn({ tracking }: LetterData): Sheet['closing'][number] {
  if (tracking === null) return { kind: 'blank' };
  const lines = ['Quét mã để tra cứu hồ sơ', `Mã tra cứu: ${tracking.code}`];
  return { kind: 'qr', qr: { url: tracking.url, lines } };
}

function signature(signer: LetterSigner | null): Sheet['closing'][number] {
  const titles = signer === null ? ['NGƯỜI KÝ'] : POSITIONS[signer.position];
  return { kind: 'signature', titles, hint: null, name: signer?.name ?? null };
}
