import type { REFUSAL_GROUNDS } from '../domain/flow/applicationState.ts';
import { dateOf, type InstantMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import type { LetterBook } from '../domain/letter.ts';
import { addressee } from './addressee.ts';
import { DEMONSTRATION_NOTE, mastheadOf, shortDate } from './officialText.ts';
import type { Block, Sheet } from './sheet.ts';
import { type CertificateSigner, POSITIONS } from './signer.ts';

/** Everything a written refusal prints; texts come from `data/letters.json`. */
export interface RefusalData {
  letterhead: OfficeNames;
  wording: LetterBook['refusal'];
  /** Stands as its number: a dossier is refused once. */
  caseId: string;
  at: InstantMs;
  receivedAt: InstantMs;
  requesterName: string;
  subjectName: string;
  certificateType: 'NO_1' | 'NO_2';
  ground: (typeof REFUSAL_GROUNDS)[number];
  /** The officer's words; null prints the ground alone. */
  reason: string | null;
  /** Who refused: the receiver before acceptance, afterwards whoever answers for the result. A null name stays open. */
  signer: { position: 'RECEIVER' | CertificateSigner['position']; name: string | null };
  tracking: { code: string; url: string } | null;
}

export interface RefusalOptions {
  /** Footnote that the paper has no legal value. */
  demo?: boolean;
}

/** The texts of a written refusal with its reasons in reading order (phiếu từ chối giải quyết hồ sơ). */
export function composeRefusal(data: RefusalData, options: RefusalOptions = {}): Sheet {
  const { letterhead, wording, caseId, at } = data;
  return {
    documentTitle: `Phiếu từ chối giải quyết hồ sơ ${caseId}`,
    createdAt: at,
    bodySize: 13,
    masthead: mastheadOf(letterhead, `Số: ${caseId}`, at),
    blocks: [{ kind: 'title', lines: wording.title }, ...addressee(data), ...body(data)],
    closing: closing(data),
    watermark: null,
    footnote: options.demo ? DEMONSTRATION_NOTE : null,
    pageMark: `Hồ sơ ${caseId}`,
  };
}

function body(data: RefusalData): Block[] {
  const { wording, ground, reason } = data;
  const said = (reason ?? '').split('\n').filter((line) => line.trim() !== '');
  return [
    paragraph(filled(wording.opening, data)),
    { kind: 'heading', text: 'Căn cứ từ chối:' },
    paragraph(wording.grounds[ground]),
    ...(said.length === 0 ? [] : [{ kind: 'heading' as const, text: 'Lý do cụ thể:' }]),
    ...said.map(paragraph),
    paragraph(wording.again),
    paragraph(filled(wording.appeal, data)),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text, style: 'regular', indented: true };
}

function filled(text: string, { letterhead, receivedAt, certificateType }: RefusalData): string {
  const places: Record<string, string> = {
    office: letterhead.name,
    received: shortDate(dateOf(receivedAt)),
    type: certificateType === 'NO_2' ? '2' : '1',
  };
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => places[name] ?? whole);
}

function closing({ tracking, signer }: RefusalData): Sheet['closing'] {
  const signature = {
    kind: 'signature' as const,
    titles: signer.position === 'RECEIVER' ? ['NGƯỜI TIẾP NHẬN HỒ SƠ'] : POSITIONS[signer.position],
    hint: '(Ký, ghi rõ họ tên)',
    name: signer.name,
  };
  if (tracking === null) return [{ kind: 'blank' }, signature];
  const lines = ['Quét mã để tra cứu hồ sơ', `Mã tra cứu: ${tracking.code}`];
  return [{ kind: 'qr', qr: { url: tracking.url, lines } }, signature];
}
