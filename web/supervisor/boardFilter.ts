import { useSearchParams } from 'react-router';
import { SPANS, type Span } from '../../domain/board.ts';
import { CASE_KINDS } from '../../domain/case.ts';

export const MEASURES = ['late', 'atRisk', 'open'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the board shows, as it stands in the address: shareable by link. */
export interface BoardFilter {
  unit: string | null;
  kind: (typeof CASE_KINDS)[number] | null;
  days: Span;
  /** Days as a chart, or as the numbers behind it. */
  view: 'chart' | 'table';
  /** What the tiles of the provinces show. */
  measure: Measure;
}

/** A filter from an address; what it does not know falls back. */
export function boardFilterFrom(search: URLSearchParams): BoardFilter {
  return {
    unit: search.get('unit'),
    kind: CASE_KINDS.find((kind) => kind === search.get('kind')) ?? null,
    days: SPANS.find((span) => String(span) === search.get('days')) ?? SPANS[0],
    view: search.get('view') === 'table' ? 'table' : 'chart',
    measure: MEASURES.find((measure) => measure === search.get('measure')) ?? 'late',
  };
}

/** The filter of the address, and the way to change one part of it. */
export function useBoardFilter(): [
  BoardFilter,
  (key: keyof BoardFilter, to: string | null) => void,
] {
  const [search, setSearch] = useSearchParams();
  const change = (key: keyof BoardFilter, to: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (to === null) next.delete(key);
        else next.set(key, to);
        return next;
      },
      { replace: true },
    );
  return [boardFilterFrom(search), change];
}
