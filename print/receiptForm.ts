import type { Agent } from '../domain/application.ts';
import type { InstantMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import { RELATION_NAMES } from '../domain/wording/relations.ts';
import { amountText, DEMONSTRATION_NOTE, longInstant, mastheadOf } from './officialText.ts';
import type { Block, Sheet } from './sheet.ts';

/** Everything a receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả) prints; texts as shown. */
export interface ReceiptData {
  letterhead: OfficeNames;
  /** For example `HN-P-2023-000123`; printed as Code 128 too, so ASCII after folding Đ to D. */
  dossierNumber: string;
  trackingCode: string;
  /** Where the citizen follows the dossier, or null when there is no public address. */
  trackingUrl: string | null;
  receivedAt: InstantMs;
  /** Null while the dossier is incomplete: no date is promised then. */
  promisedAt: InstantMs | null;
  /** Time the law allows, for example `10 ngày`, or null while incomplete. */
  termText: string | null;
  /** Who handed the dossier in. */
  requester: { fullName: string; phone: string | null; address: string | null };
  /** By what right somebody else than the person asks; null where the person does. */
  agent: {
    relation: Agent['relation'];
    personalId: string | null;
    powerOfAttorneyNumber: string | null;
  } | null;
  subjectName: string;
  certificateType: 'NO_1' | 'NO_2';
  copies: number;
  received: readonly { name: string; copies: number }[];
  missing: readonly string[];
  fee: { amountVnd: number; settled: boolean; reductionReason: string | null };
  delivery: 'COUNTER' | 'POST';
  /** Where it is posted to, or the desk where it waits; null prints the office. */
  deliveryPlace: string | null;
  officerName: string;
}

export interface ReceiptOptions {
  /** Footnote that the paper has no legal value. */
  demo?: boolean;
}

/**
 * The texts of a receipt in reading order.
 *
 * Law: TT 01/2018/TT-VPCP, form 01 (content from memory: the promised date, papers and fee).
 */
export function composeReceipt(data: ReceiptData, options: ReceiptOptions = {}): Sheet {
  return {
    documentTitle: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${data.dossierNumber}`,
    createdAt: data.receivedAt,
    bodySize: 12,
    masthead: mastheadOf(data.letterhead, `Số: ${data.dossierNumber}`, data.receivedAt),
    blocks: [
      { kind: 'title', lines: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'] },
      codesBlock(data),
      ...dossierBlocks(data),
      ...paperBlocks(data),
      ...promiseBlocks(data),
    ],
    closing: [
      signature('NGƯỜI NỘP HỒ SƠ', data.requester.fullName),
      signature('NGƯỜI TIẾP NHẬN HỒ SƠ', data.officerName),
    ],
    watermark: null,
    footnote: options.demo ? DEMONSTRATION_NOTE : null,
    pageMark: `Hồ sơ ${data.dossierNumber}`,
  };
}

function codesBlock({ dossierNumber, trackingCode, trackingUrl }: ReceiptData): Block {
  const qr = trackingUrl === null ? null : { url: trackingUrl, lines: ['Quét mã để tra cứu'] };
  return {
    kind: 'codes',
    barcode: dossierNumber.replaceAll('Đ', 'D'),
    lines: [`Mã hồ sơ: ${dossierNumber}`, `Mã tra cứu: ${trackingCode}`],
    qr,
  };
}

function dossierBlocks(data: ReceiptData): Block[] {
  const { requester, agent, certificateType, copies } = data;
  const type = certificateType === 'NO_2' ? 2 : 1;
  const blocks = [
    field('Tiếp nhận hồ sơ của:', requester.fullName, true),
    ...(agent === null ? [] : agentBlocks(agent)),
    field('Điện thoại:', requester.phone ?? '//'),
    field('Địa chỉ:', requester.address ?? '//'),
    field('Nội dung yêu cầu:', `Cấp phiếu lý lịch tư pháp số ${type}, số lượng ${copies} phiếu`),
  ];
  if (agent !== null || data.subjectName !== requester.fullName) {
    blocks.push(field('Người được cấp phiếu:', data.subjectName, true));
  }
  return blocks;
}

function agentBlocks({
  relation,
  personalId,
  powerOfAttorneyNumber,
}: NonNullable<ReceiptData['agent']>): Block[] {
  const blocks = [
    field('Số định danh:', personalId ?? '//'),
    field('Quan hệ với người được cấp phiếu:', RELATION_NAMES[relation].vi),
  ];
  if (relation === 'AUTHORISED' || powerOfAttorneyNumber !== null)
    blocks.push(field('Số văn bản ủy quyền:', powerOfAttorneyNumber ?? '//'));
  return blocks;
}

function paperBlocks({ received, missing }: ReceiptData): Block[] {
  const blocks: Block[] = [{ kind: 'heading', text: 'Thành phần hồ sơ đã nộp:' }];
  const names = received.map(({ name, copies }) => `${name} (${copies} bản)`);
  blocks.push(...numbered(names.length > 0 ? names : ['//']));
  if (missing.length === 0) return blocks;
  blocks.push({ kind: 'heading', text: 'Giấy tờ còn thiếu, đề nghị bổ sung:' });
  blocks.push(...numbered(missing));
  return blocks;
}

function numbered(names: readonly string[]): Block[] {
  return names.map((name, index) => ({
    kind: 'paragraph',
    text: `${index + 1}. ${name}`,
    style: 'regular',
    indented: true,
  }));
}

function promiseBlocks(data: ReceiptData): Block[] {
  const { fee, promisedAt, delivery, deliveryPlace } = data;
  const settled = fee.amountVnd === 0 ? 'miễn phí' : fee.settled ? 'đã nộp' : 'chưa nộp';
  const place = deliveryPlace ?? data.letterhead.name;
  const blocks: Block[] = [
    { kind: 'heading', text: 'Phí và hẹn trả kết quả:' },
    field('Phí cấp phiếu:', `${amountText(fee.amountVnd)} (${settled})`),
  ];
  if (fee.reductionReason !== null) blocks.push(field('Lý do miễn, giảm:', fee.reductionReason));
  blocks.push(field('Thời gian nhận hồ sơ:', longInstant(data.receivedAt)));
  if (data.termText !== null) blocks.push(field('Thời hạn giải quyết:', data.termText));
  const promised =
    promisedAt === null ? 'Sau khi hồ sơ được bổ sung đầy đủ' : longInstant(promisedAt);
  const method = delivery === 'POST' ? 'Qua dịch vụ bưu chính, tới: ' : 'Nhận trực tiếp tại: ';
  return [
    ...blocks,
    field('Thời gian trả kết quả:', promised, true),
    field('Hình thức trả kết quả:', `${method}${place}`),
  ];
}

function field(label: string, text: string, strong = false): Block {
  return { kind: 'field', label, text, strong };
}

function signature(title: string, name: string) {
  return { kind: 'signature' as const, titles: [title], hint: '(Ký, ghi rõ họ tên)', name };
}
