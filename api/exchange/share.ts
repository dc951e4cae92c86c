import { readShare } from '../../db/read/exchangeShare.ts';
import type { Account } from '../../domain/account.ts';
import { type ExchangeShare, targetOf } from '../../domain/exchange/share.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { exchangeData } from './exchangeData.ts';

/** The electronic share of a year, this one unless named: all provinces for the Centre, its own for a province. */
export async function shareFor(
  deps: ApiDeps,
  account: Account,
  asked: number | undefined,
): Promise<ExchangeShare> {
  const year = asked ?? Number(dateOf(nowMs(deps)).slice(0, 4));
  const unit = account.unit === CENTRE_UNIT ? null : account.unit;
  const lines = await readShare(deps.pool, year, unit);
  return { year, lines: [...lines], target: targetOf((await exchangeData()).targets, year) };
}
