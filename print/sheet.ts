import type { InstantMs } from '../domain/instant.ts';
import type { DayCell } from './dayGrid.ts';

/**
 * A composed paper: what will stand on it, in reading order, before anything is measured or drawn.
 *
 * Forms compose sheets (pure texts), `drawSheet.ts` turns one into PDF bytes.
 */
export interface Sheet {
  /** Title in the metadata and in the window of a reader; names no person. */
  documentTitle: string;
  /** Instant written as creation date: the same sheet gives the same bytes at any time. */
  createdAt: InstantMs;
  /** Size of body text in points. */
  bodySize: number;
  masthead: Masthead;
  blocks: readonly Block[];
  /** The end of the paper, side by side and never split from the block before it. */
  closing: readonly ClosingColumn[];
  /** Large diagonal text behind every page. */
  watermark: string | null;
  /** Line at the foot of every page. */
  footnote: string | null;
  /** Stands before the page number when there are several pages, so that none goes astray. */
  pageMark: string;
}

/** Head of the first page: issuer on the left, quốc hiệu and tiêu ngữ on the right (NĐ 30/2020). */
export interface Masthead {
  superior: string | null;
  issuer: string;
  numberLine: string;
  nation: string;
  motto: string;
  dateLine: string;
}

export type Block =
  | { kind: 'title'; lines: readonly string[] }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; style: 'regular' | 'bold' | 'italic'; indented?: boolean }
  | { kind: 'field'; label: string; text: string; strong?: boolean; indented?: boolean }
  | { kind: 'row'; cells: readonly string[]; shares: readonly number[]; head?: boolean }
  | { kind: 'days'; column: number; cells: readonly DayCell[] }
  | { kind: 'codes'; barcode: string; lines: readonly string[]; qr: QrMark | null };

/** A QR code with the texts printed beside or below it. */
export interface QrMark {
  url: string;
  lines: readonly string[];
}

export type ClosingColumn =
  | { kind: 'qr'; qr: QrMark }
  | { kind: 'signature'; titles: readonly string[]; hint: string | null; name: string | null }
  | { kind: 'blank' };
