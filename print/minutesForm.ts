import type { InstantMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import { DEMONSTRATION_NOTE, longInstant, mastheadOf, shortDate } from './officialText.ts';
import type { Block, Sheet } from './sheet.ts';

/** A difference as the minutes list it; texts in Vietnamese, as printed. */
export interface MinutesLine {
  number: string;
  /** Person and kind of a supplied paper; null for a record or a slip. */
  about: string | null;
  finding: string;
  /** How it was settled, with the reason; null while it is open. */
  settled: string | null;
}

/** Everything the minutes of a reconciliation print. */
export interface MinutesData {
  letterhead: OfficeNames;
  caseId: string;
  /** The other side: the National Centre or the supplier. */
  counterpart: string;
  /** First and last day of what was compared; null: both books whole, as they stood. */
  span: { from: string; to: string } | null;
  /** The provision it was begun by; null: begun by hand. */
  citation: string | null;
  at: InstantMs;
  counts: { here: number; there: number };
  lines: readonly MinutesLine[];
  /** Null before it is closed: then it is a draft. */
  ended: { at: InstantMs; by: string } | null;
}

const SHARES = [6, 24, 22, 20, 28];

/** The texts of the minutes in reading order (biên bản đối chiếu); no official form of them was found. */
export function composeMinutes(data: MinutesData, { demo = false }: { demo?: boolean }): Sheet {
  const { letterhead, caseId, at, ended } = data;
  return {
    documentTitle: `Biên bản đối chiếu ${caseId}`,
    createdAt: ended?.at ?? at,
    bodySize: 12,
    masthead: mastheadOf(letterhead, `Hồ sơ: ${caseId}`, ended?.at ?? at),
    blocks: [
      { kind: 'title', lines: ['BIÊN BẢN ĐỐI CHIẾU', 'thông tin lý lịch tư pháp'] },
      ...facts(data),
      ...table(data),
    ],
    closing: [
      signature(`ĐẠI DIỆN ${letterhead.name.toUpperCase()}`),
      signature(`ĐẠI DIỆN ${data.counterpart.toUpperCase()}`),
    ],
    watermark: ended === null ? 'DỰ THẢO' : null,
    footnote: demo ? DEMONSTRATION_NOTE : null,
    pageMark: `Hồ sơ ${caseId}`,
  };
}

function facts({ letterhead, counterpart, span, citation, counts, lines, ended }: MinutesData) {
  const fields: [string, string][] = [
    ['Bên thứ nhất:', letterhead.name],
    ['Bên thứ hai:', counterpart],
    span === null
      ? ['Phạm vi đối chiếu:', 'toàn bộ hai sổ tại thời điểm so']
      : ['Kỳ đối chiếu:', `từ ${shortDate(span.from)} đến ${shortDate(span.to)}`],
    ['Căn cứ:', citation ?? 'Theo đề nghị đối chiếu'],
    ['Bên thứ nhất có:', String(counts.here)],
    ['Bên thứ hai có:', String(counts.there)],
    ['Số khác biệt:', String(lines.length)],
  ];
  if (ended !== null) fields.push(['Kết thúc:', `${longInstant(ended.at)}; ${ended.by}`]);
  return fields.map(([label, text]): Block => ({ kind: 'field', label, text }));
}

function table({ lines }: MinutesData): Block[] {
  if (lines.length === 0) {
    return [{ kind: 'paragraph', text: 'Hai bên khớp nhau hoàn toàn.', style: 'regular' }];
  }
  const head = ['TT', 'Số', 'Người, loại thông tin', 'Khác biệt', 'Kết quả xử lý'];
  return [
    { kind: 'paragraph', text: 'Danh sách khác biệt và kết quả xử lý:', style: 'bold' },
    { kind: 'row', cells: head, shares: SHARES, head: true },
    ...lines.map((line, at): Block => {
      const cells = [
        String(at + 1),
        line.number,
        line.about ?? '//',
        line.finding,
        line.settled ?? 'Chưa xử lý',
      ];
      return { kind: 'row', cells, shares: SHARES };
    }),
  ];
}

function signature(title: string): Sheet['closing'][number] {
  return { kind: 'signature', titles: [title], hint: null, name: null };
}
