import { insertMoves, type MoveRow } from '../../db/desk/lawRuns.ts';
import { countClockFacts, readClockFacts } from '../../db/read/clockFacts.ts';
import { listLineage, readLawByName } from '../../db/read/lawByName.ts';
import { isoOf } from '../../domain/instant.ts';
import type { CalendarVersion } from '../../domain/law/calendar.ts';
import { calendarWith, type LawChange, nextVersion } from '../../domain/law/draft.ts';
import type { MoveSide, RehearsalFigures } from '../../domain/law/run.ts';
import { clockKind, RehearsalTally } from '../../domain/law/tally.ts';
import { type ClockFacts, type LawByName, Trial } from '../../domain/law/trial.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import type { Tell } from './lawRuns.ts';

type Deps = Pick<ApiDeps, 'pool' | 'clock'>;

/** Lay a draft on every open deadline and keep those that would move, with why; no case is touched. */
export async function rehearse(
  deps: Deps,
  run: { id: string; change: LawChange },
  tell: Tell,
): Promise<RehearsalFigures> {
  const { pool } = deps;
  const law = await readLawByName(pool);
  const trial = new Trial(run.change, law, await replacedBy(deps, run.change, law));
  const wanted = { of: 'OPEN', unit: null } as const;
  const { clocks, cases } = await countClockFacts(pool, wanted);
  const tally = new RehearsalTally(nowMs(deps), cases);
  let done = 0;
  let kept = 0;
  await tell(0, clocks);
  await readClockFacts(pool, wanted, async (facts) => {
    const moves: MoveRow[] = [];
    for (const each of facts) {
      const compared = trial.compare(each);
      const side = tally.add(each, compared);
      if (compared !== null && side !== undefined) {
        moves.push(moveOf(each, compared.after, side, trial));
      }
    }
    await insertMoves(pool, run.id, kept, moves);
    kept += moves.length;
    done += facts.length;
    await tell(done, Math.max(done, clocks));
  });
  return tally.figures();
}

/** The calendar that a change would publish, by each version it would stand in for. */
async function replacedBy(
  { pool }: Deps,
  change: LawChange,
  { calendars }: LawByName,
): Promise<ReadonlyMap<string, CalendarVersion>> {
  if (change.of === 'TERM') return new Map();
  const base = calendars.get(change.base);
  if (base === undefined) throw new RangeError(`No calendar ${change.base}`);
  const next = calendarWith(base, change, nextVersion(base.version));
  const lineage = await listLineage(pool, base.version);
  return new Map(lineage.map((version) => [version, next]));
}

/** A due date that would move, as a row. */
export function moveOf(facts: ClockFacts, to: number, side: MoveSide, trial: Trial): MoveRow {
  return {
    caseId: facts.caseId,
    unit: facts.unit,
    asked: facts.asked,
    clock: clockKind(facts.clock),
    from: isoOf(facts.dueAt),
    to: isoOf(to),
    why: trial.why(facts, to),
    side,
  };
}
