import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { readShare } from '../../db/read/exchangeShare.ts';
import type { Account } from '../../domain/account.ts';
import { ExchangeData, type ExchangeShare, targetOf } from '../../domain/exchange/share.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';

const FILE = join(import.meta.dirname, '..', '..', 'data', 'exchange.json');
let data: Promise<z.infer<typeof ExchangeData>> | null = null;

/** The electronic share of a year, this one unless named: all provinces for the Centre, its own for a province. */
export async function shareFor(
  deps: ApiDeps,
  account: Account,
  asked: number | undefined,
): Promise<ExchangeShare> {
  const year = asked ?? Number(dateOf(nowMs(deps)).slice(0, 4));
  data ??= readFile(FILE, 'utf8').then((text) => ExchangeData.parse(JSON.parse(text)));
  const unit = account.unit === CENTRE_UNIT ? null : account.unit;
  const lines = await readShare(deps.pool, year, unit);
  return { year, lines: [...lines], target: targetOf((await data).targets, year) };
}
