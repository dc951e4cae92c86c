import type { DispatchItem } from '../domain/exchange/dispatch.ts';
import type { CoverLetter } from '../domain/exchange/share.ts';
import type { InstantMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import { DEMONSTRATION_NOTE, mastheadOf, shortDate } from './officialText.ts';
import type { Block, Sheet } from './sheet.ts';
import { POSITIONS } from './signer.ts';

/** Everything a cover letter prints; texts come from `data/exchange.json`. */
export interface DispatchData {
  letterhead: OfficeNames;
  wording: CoverLetter;
  number: string;
  at: InstantMs;
  items: readonly DispatchItem[];
}

const SHARES = [6, 22, 24, 14, 14, 20];
const HEAD = ['TT', 'Mã số bản lý lịch', 'Họ và tên', 'Ngày sinh', 'Loại', 'Số bản án, văn bản'];
const KINDS = { RECORD: 'Bản lý lịch', SLIP: 'Phiếu bổ sung' } as const;

/** The texts of a cover letter in reading order (công văn kèm danh sách, TT 13/2011 Art. 10). */
export function composeDispatch(data: DispatchData, { demo = false }: { demo?: boolean }): Sheet {
  const { letterhead, wording, number, at, items } = data;
  const paragraphs = [wording.opening, wording.closing].map((text) => filled(text, data));
  return {
    documentTitle: `Công văn ${number}`,
    createdAt: at,
    bodySize: 13,
    masthead: mastheadOf(letterhead, `Số: ${number}`, at),
    blocks: [
      { kind: 'title', lines: [wording.subject] },
      { kind: 'field', label: 'Kính gửi:', text: wording.to, strong: true },
      ...paragraphs.map((text): Block => {
        return { kind: 'paragraph', text, style: 'regular', indented: true };
      }),
      { kind: 'paragraph', text: `Căn cứ: ${wording.citation}.`, style: 'italic' },
      { kind: 'heading', text: `Danh sách kèm theo công văn số ${number}` },
      { kind: 'row', cells: HEAD, shares: SHARES, head: true },
      ...items.map((item, place): Block => {
        return { kind: 'row', cells: cellsOf(item, place), shares: SHARES };
      }),
    ],
    closing: [
      { kind: 'blank' },
      { kind: 'signature', titles: POSITIONS.DIRECTOR, hint: null, name: null },
    ],
    watermark: null,
    footnote: demo ? DEMONSTRATION_NOTE : null,
    pageMark: `Công văn ${number}`,
  };
}

function cellsOf(item: DispatchItem, place: number): string[] {
  const { recordNumber, personName, birthDate, kind, documentNumber } = item;
  const born = birthDate === '' ? '//' : shortDate(birthDate);
  return [String(place + 1), recordNumber, personName, born, KINDS[kind], documentNumber ?? '//'];
}

function filled(text: string, { letterhead, items }: DispatchData): string {
  const count = (kind: DispatchItem['kind']) => items.filter((item) => item.kind === kind).length;
  const places: Record<string, string> = {
    office: letterhead.name,
    records: String(count('RECORD')),
    slips: String(count('SLIP')),
  };
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => places[name] ?? whole);
}
