import { findUnit, listProvinces } from '../db/read/units.ts';
import { dateOf, type InstantMs } from '../domain/instant.ts';
import type { Letterhead } from '../print/sheet.ts';
import type { ApiDeps } from './deps.ts';

/** The head of a department's papers, its province as it was called at an instant. */
export async function letterheadOf(
  { pool }: Pick<ApiDeps, 'pool'>,
  code: string,
  at: InstantMs,
): Promise<Letterhead> {
  const unit = await findUnit(pool, code);
  const provinces = await listProvinces(pool, dateOf(at));
  const place = provinces.find((province) => province.code === unit?.provinceCode)?.name ?? '';
  return { superior: `UBND ${place.toUpperCase()}`, name: 'SỞ TƯ PHÁP', place };
}
