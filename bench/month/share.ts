import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { provincesOn } from '../../demo/reference.ts';

const FILE = new URL('../../data/mcdt-integration-2023.csv', import.meta.url);
const MONTH_START = '2023-09-01';

const Row = z.object({
  province: z.string(),
  received_2023_09: z.coerce.number().int().min(0),
  integrated_2023_09: z.coerce.number().int().min(0),
});

/** Dossiers of one province in a month: all, and those of them forwarded by the one-stop systems. */
export interface ProvinceShare {
  /** Two digits, of the 63 provinces. */
  code: string;
  name: string;
  received: number;
  fromMcdt: number;
}

/** The ministry's counts of September 2023 for each of the 63 provinces, by code. */
export function monthOfMinistry(): ProvinceShare[] {
  const rows = z.array(Row).parse(parse(readFileSync(FILE, 'utf8'), { columns: true }));
  const byName = new Map(provincesOn(MONTH_START).map((each) => [each.mcdt_name, each]));
  const shares = rows.map((row) => {
    const province = byName.get(row.province);
    if (province === undefined) throw new Error(`no province is called ${row.province}`);
    const { code, name_short: name } = province;
    return { code, name, received: row.received_2023_09, fromMcdt: row.integrated_2023_09 };
  });
  return shares.toSorted((a, b) => a.code.localeCompare(b.code));
}

/**
 * A share (0 to 1) of a month: totals are the rounded share of the totals, spread over the provinces
 * by largest remainder, and no province has more forwarded dossiers than dossiers.
 */
export function scaled(month: readonly ProvinceShare[], scale: number): ProvinceShare[] {
  const received = apportion(
    month.map((each) => each.received),
    scale,
  );
  const fromMcdt = apportion(
    month.map((each) => each.fromMcdt),
    scale,
    received,
  );
  return month.map((each, index) => ({
    ...each,
    received: received[index] ?? 0,
    fromMcdt: fromMcdt[index] ?? 0,
  }));
}

/**
 * Whole numbers near `counts × scale` whose sum is the rounded `sum × scale` (Hamilton's method): all
 * are rounded down, then the largest remainders get one more. With `limits`, none exceeds its own;
 * the sum is then as near as the limits allow.
 */
export function apportion(
  counts: readonly number[],
  scale: number,
  limits: readonly number[] = counts.map(() => Number.POSITIVE_INFINITY),
): number[] {
  const exact = counts.map((count) => count * scale);
  const whole = exact.map((value, index) => Math.min(Math.floor(value), limits[index] ?? 0));
  const total = Math.round(counts.reduce((a, b) => a + b, 0) * scale);
  let left = total - whole.reduce((a, b) => a + b, 0);
  while (left > 0) {
    const order = exact
      .map((value, index) => ({ index, remainder: value - (whole[index] ?? 0) }))
      .filter(({ index }) => (whole[index] ?? 0) < (limits[index] ?? 0))
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, left);
    if (order.length === 0) return whole;
    for (const { index } of order) whole[index] = (whole[index] ?? 0) + 1;
    left -= order.length;
  }
  return whole;
}
