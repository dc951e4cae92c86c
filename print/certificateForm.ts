import {
  type CertificateFacts,
  type CertificateStatement,
  type CertificateWording,
  type EntryItem,
  stateCertificate,
} from '../domain/certificateWording.ts';
import type { InstantMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import { DEMONSTRATION_NOTE, mastheadOf, shortDate } from './officialText.ts';
import type { Block, ClosingColumn, Sheet } from './sheet.ts';
import { type CertificateSigner, POSITIONS } from './signer.ts';

/** The person a certificate is about; `null` prints as an empty item (TT 13/2011 Art. 14). */
export interface CertificateSubject {
  fullName: string;
  gender: 'MALE' | 'FEMALE' | 'OTHER';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  birthDate: string;
  birthPlace: string | null;
  /** In words, for example `Việt Nam`. */
  nationality: string;
  permanentResidence: string | null;
  temporaryResidence: string | null;
  /** `kind` in words, for example `Căn cước công dân`; `issuedOn` as `YYYY-MM-DD`. */
  identity: {
    kind: string;
    number: string;
    issuedOn: string | null;
    issuedBy: string | null;
  } | null;
  /** Printed on No. 2 only. */
  fatherName: string | null;
  motherName: string | null;
  spouseName: string | null;
}

/** Everything a certificate prints. A draft may lack number, verification and signer. */
export interface CertificateData extends CertificateFacts {
  letterhead: OfficeNames;
  /** For example `123/STP-LLTP`. */
  number: string | null;
  issuedAt: InstantMs;
  /** Sentences `Căn cứ …` above the statement, of the rule set; may be empty. */
  legalBasis: readonly string[];
  subject: CertificateSubject;
  wording: CertificateWording;
  signer: CertificateSigner | null;
  verification: { url: string; code: string } | null;
}

export interface CertificateOptions {
  /** Watermark `DỰ THẢO`, no number, no date, no QR code. */
  draft?: boolean;
  /** Footnote that the paper has no legal value. */
  demo?: boolean;
}

const GENDERS = { MALE: 'Nam', FEMALE: 'Nữ', OTHER: 'Khác' };
const BAN_HEADING =
  'Thông tin về cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã';

const ITEM_LABELS: Record<EntryItem['name'], string> = {
  judgmentDate: 'Ngày tuyên án',
  judgmentNumber: 'Bản án số',
  court: 'Tòa án đã tuyên',
  offence: 'Tội danh',
  provision: 'Điều khoản áp dụng',
  principalPenalty: 'Hình phạt chính',
  additionalPenalty: 'Hình phạt bổ sung',
  civilObligations: 'Nghĩa vụ dân sự',
  courtFees: 'Án phí',
  executionStatus: 'Tình trạng thi hành án',
  expungement: 'Xóa án tích',
};

/**
 * The texts of a certificate in reading order.
 *
 * Law: Law 28/2009 Art. 42, 43; TT 13/2011/TT-BTP Art. 14. Throws an Error when the conclusion
 * contradicts the judgments, or when a final certificate lacks number, verification or signer.
 */
export function composeCertificate(data: CertificateData, options: CertificateOptions = {}): Sheet {
  const draft = options.draft ?? false;
  const title = `PHIẾU LÝ LỊCH TƯ PHÁP SỐ ${data.certificateType === 'NO_2' ? 2 : 1}`;
  const number = draft ? null : data.number;
  if (!draft && (number === null || data.verification === null || data.signer === null)) {
    throw new Error('A final certificate needs a number, a verification code and a signer');
  }
  return {
    documentTitle: number === null ? `${title} (dự thảo)` : `${title}, ${number}`,
    createdAt: data.issuedAt,
    bodySize: 13,
    masthead: mastheadOf(
      data.letterhead,
      `Số: ${number ?? '…………/……………'}`,
      draft ? null : data.issuedAt,
    ),
    blocks: [
      { kind: 'title', lines: [title] },
      ...data.legalBasis.map(basisBlock),
      { kind: 'heading', text: 'XÁC NHẬN:' },
      ...subjectBlocks(data),
      ...statementBlocks(stateCertificate(data, data.wording)),
    ],
    closing: [draft ? { kind: 'blank' } : qrColumn(data), signatureColumn(data.signer)],
    watermark: draft ? 'DỰ THẢO' : null,
    footnote: options.demo ? DEMONSTRATION_NOTE : null,
    pageMark: number === null ? title : `${title}, số ${number}`,
  };
}

function basisBlock(text: string): Block {
  return { kind: 'paragraph', text, style: 'italic', indented: true };
}

function subjectBlocks({ subject, certificateType, wording }: CertificateData): Block[] {
  const fields: [string, string | null][] = [
    ['Họ và tên', subject.fullName.toUpperCase()],
    ['Giới tính', GENDERS[subject.gender]],
    ['Ngày, tháng, năm sinh', shortDate(subject.birthDate)],
    ['Nơi sinh', subject.birthPlace],
    ['Quốc tịch', subject.nationality],
    ['Nơi thường trú', subject.permanentResidence],
    ['Nơi tạm trú', subject.temporaryResidence],
    ['Giấy tờ tùy thân', identityText(subject.identity)],
  ];
  if (certificateType === 'NO_2') {
    fields.push(
      ['Họ và tên cha', subject.fatherName],
      ['Họ và tên mẹ', subject.motherName],
      ['Họ và tên vợ/chồng', subject.spouseName],
    );
  }
  return fields.map(([label, text], index) => ({
    kind: 'field',
    label: `${index + 1}. ${label}:`,
    text: text?.trim() || wording.emptyItem,
    strong: index === 0,
  }));
}

function identityText(identity: CertificateSubject['identity']): string | null {
  if (identity === null) return null;
  const issued = identity.issuedOn === null ? '' : `, cấp ngày ${shortDate(identity.issuedOn)}`;
  const issuer = identity.issuedBy === null ? '' : `, nơi cấp: ${identity.issuedBy}`;
  return `${identity.kind} số ${identity.number}${issued}${issuer}`;
}

function statementBlocks({ convictionStatus, entries, businessBan }: CertificateStatement) {
  const number = businessBan === null ? '' : 'I. ';
  const blocks: Block[] = [{ kind: 'heading', text: `${number}TÌNH TRẠNG ÁN TÍCH` }];
  if (convictionStatus !== null) {
    blocks.push({ kind: 'paragraph', text: convictionStatus, style: 'bold', indented: true });
  }
  entries.forEach((items, index) => {
    const text = entries.length === 1 ? 'Bản án' : `Bản án thứ ${index + 1}`;
    blocks.push({ kind: 'heading', text });
    for (const item of items) {
      const label = `${ITEM_LABELS[item.name]}:`;
      blocks.push({ kind: 'field', label, text: item.text, indented: true });
    }
  });
  if (businessBan === null) return blocks;
  blocks.push({ kind: 'heading', text: `II. ${BAN_HEADING.toUpperCase()}` });
  if (businessBan.text !== null) {
    blocks.push({ kind: 'paragraph', text: businessBan.text, style: 'bold', indented: true });
  }
  for (const { office, term } of businessBan.bans) {
    blocks.push({ kind: 'field', label: 'Chức vụ bị cấm:', text: office, indented: true });
    blocks.push({ kind: 'field', label: 'Thời hạn cấm:', text: term, indented: true });
  }
  return blocks;
}

function qrColumn({ verification }: CertificateData): ClosingColumn {
  if (verification === null) return { kind: 'blank' };
  const lines = ['Quét mã để kiểm tra phiếu', `Mã xác thực: ${verification.code}`];
  return { kind: 'qr', qr: { url: verification.url, lines } };
}

function signatureColumn(signer: CertificateSigner | null): ClosingColumn {
  const titles = POSITIONS[signer?.position ?? 'DIRECTOR'];
  return { kind: 'signature', titles, hint: null, name: signer?.name ?? null };
}
