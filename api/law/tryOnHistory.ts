import { insertMoves, type MoveRow } from '../../db/desk/lawRuns.ts';
import { countClockFacts, readClockFacts } from '../../db/read/clockFacts.ts';
import { readLawByName } from '../../db/read/lawByName.ts';
import { listUnits } from '../../db/read/units.ts';
import type { LawChange } from '../../domain/law/draft.ts';
import type { WhatIfFigures } from '../../domain/law/run.ts';
import { WhatIfTally } from '../../domain/law/tally.ts';
import { Trial } from '../../domain/law/trial.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import type { Tell } from './lawRuns.ts';
import { moveOf } from './rehearse.ts';

/** Clocks that change side are kept one by one up to here; beyond, only counted. */
const MOST_KEPT = 20_000;

export interface TrialOfHistory {
  id: string;
  change: LawChange;
  /** One unit's cases, or null for the whole country. */
  unit: string | null;
  /** First and last day on which a clock started. */
  from: string;
  to: string;
}

/**
 * Lay a change on all clocks that started within a period, of open and of closed cases: what was late,
 * and what would have been. Cases and their clocks are only read; the clocks that change side are kept
 * as rows of the run.
 */
export async function tryOnHistory(
  deps: Pick<ApiDeps, 'pool' | 'clock'>,
  { id, change, unit, from, to }: TrialOfHistory,
  tell: Tell,
): Promise<WhatIfFigures> {
  const { pool } = deps;
  const [law, units] = await Promise.all([readLawByName(pool), listUnits(pool)]);
  const provinces = new Map(units.map(({ code, provinceCode }) => [code, provinceCode ?? code]));
  const trial = new Trial(change, law);
  const wanted = { of: { from, to }, unit };
  const { clocks, cases } = await countClockFacts(pool, wanted);
  const tally = new WhatIfTally(nowMs(deps), cases, (owner) => provinces.get(owner) ?? owner);
  let done = 0;
  let kept = 0;
  await tell(0, clocks);
  await readClockFacts(pool, wanted, async (facts) => {
    const moves: MoveRow[] = [];
    for (const each of facts) {
      const compared = trial.compare(each);
      const side = tally.add(each, compared);
      if (side === null || compared === null || kept + moves.length >= MOST_KEPT) continue;
      moves.push(moveOf(each, compared.after, side, trial));
    }
    await insertMoves(pool, id, kept, moves);
    kept += moves.length;
    done += facts.length;
    await tell(done, Math.max(done, clocks));
  });
  return tally.figures();
}
