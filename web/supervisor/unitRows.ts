import type { BoardCounts, BoardFlows } from '../../domain/board.ts';

/** A unit of the country: what is open now, and what it did in the last 30 days. */
export type UnitRow = BoardCounts['units'][number] & {
  received: number;
  issued: number;
  done: number;
  doneLate: number;
};

const NOTHING = { received: 0, issued: 0, done: 0, doneLate: 0 };

/** Live counts with the flows of the same units; a unit without flows did nothing. */
export function unitRowsOf(units: BoardCounts['units'], flows: BoardFlows['units']): UnitRow[] {
  const byUnit = new Map(flows.map(({ unit, ...flow }) => [unit, flow]));
  return units.map((unit) => ({ ...unit, ...NOTHING, ...byUnit.get(unit.unit) }));
}

/** Share of the legal clocks that ended in time, 0 to 1; null where none ended. */
export function inTimeOf({ done, doneLate }: Pick<UnitRow, 'done' | 'doneLate'>): number | null {
  return done === 0 ? null : 1 - doneLate / done;
}
