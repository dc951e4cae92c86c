import table from '../../data/province-tiles.csv?raw';
import type { DateText } from '../../domain/instant.ts';

/** Day from which the country has 34 provinces (NQ 202/2025/QH15); 63 before. */
const THIRTY_FOUR_FROM: DateText = '2025-07-01';

export interface Tile {
  /** Province code, to be read with the date: codes were given anew in 2025. */
  code: string;
  row: number;
  column: number;
}

/** Schematic places of the provinces of a date on a grid, north on top; no map. */
export function tilesOn(date: DateText): Tile[] {
  const set = date < THIRTY_FOUR_FROM ? '63' : '34';
  return table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter(([of]) => of === set)
    .map(([, code = '', row, column]) => ({ code, row: Number(row), column: Number(column) }));
}
