import type { CommonQueryMethods, DatabasePool } from 'slonik';
import type { BoardScope } from '../db/read/board.ts';
import {
  listLines,
  listSoonestByStep,
  listStepTimes,
  type OpenCase,
  type StepTimesRow,
} from '../db/read/rescue.ts';
import type { BoardRescue, RescueLine } from '../domain/board.ts';
import { isoOf } from '../domain/instant.ts';
import { estimateOpen, type Found, type Standing, timesBook } from '../domain/openEstimate.ts';
import { type Estimate, RESCUE_FROM } from '../domain/rescue.ts';
import type { Reader } from '../domain/sight.ts';
import type { ApiDeps } from './deps.ts';
import { officeMeterOf } from './officeTime.ts';

/** Cases looked at per step: of one unit, and of each unit of the country. */
const PER_STEP = { unit: 100, nation: 3 } as const;
const SHOWN = 40;
/** How long newly measured step times may go unnoticed. */
const STALE_MS = 30_000;

interface Judged extends Omit<RescueLine, 'line'>, Estimate {
  caseId: string;
  dueMs: number;
}

/** The open cases that will probably be late: what can be saved, the surest first, and what hardly can. */
export async function rescueOf(
  deps: ApiDeps,
  scope: BoardScope,
  reader: Reader,
): Promise<BoardRescue> {
  const perStep = scope.unit === null ? PER_STEP.nation : PER_STEP.unit;
  const [cases, { book, measuredOn }, meter] = await Promise.all([
    listSoonestByStep(deps.pool, scope, perStep),
    stepTimesOf(deps.pool),
    officeMeterOf(deps),
  ]);
  const judged = cases.map((open) => judge(open, book(open), meter, scope.now));
  const known = judged.filter((each) => each !== null);
  const likely = known.filter(({ chance }) => chance >= RESCUE_FROM);
  const saveable = likely
    .filter(({ lost }) => !lost)
    .toSorted((a, b) => b.saveable - a.saveable || a.dueMs - b.dueMs)
    .slice(0, SHOWN);
  const lost = likely
    .filter((each) => each.lost)
    .toSorted((a, b) => a.dueMs - b.dueMs)
    .slice(0, SHOWN);
  const [shown, gone] = await withLines(deps.pool, [saveable, lost], reader);
  return {
    saveable: shown ?? [],
    lost: gone ?? [],
    lookedAt: cases.length,
    unknown: judged.length - known.length,
    measuredOn,
  };
}

interface Known {
  book: (standing: Standing) => Found<StepTimesRow> | null;
  measuredOn: string | null;
}

/** Step times by database, kept for a while: they are measured once a day and read at every change. */
const kept = new WeakMap<DatabasePool, { known: Promise<Known>; until: number }>();

/** The measured step times of all units, at most half a minute old. */
export function stepTimesOf(pool: DatabasePool): Promise<Known> {
  const before = kept.get(pool);
  if (before !== undefined && before.until > Date.now()) return before.known;
  const known = readStepTimes(pool);
  kept.set(pool, { known, until: Date.now() + STALE_MS });
  // A failed look is not kept: the next one asks again.
  known.catch(() => kept.delete(pool));
  return known;
}

async function readStepTimes(pool: DatabasePool): Promise<Known> {
  const rows = await listStepTimes(pool, null);
  const days = rows.map(({ measuredOn }) => measuredOn).toSorted();
  return { book: timesBook(rows), measuredOn: days.at(-1) ?? null };
}

function judge(
  open: OpenCase,
  found: Found<StepTimesRow> | null,
  meter: (instant: number) => number,
  now: string,
): Judged | null {
  if (found === null) return null;
  const { caseId, dueMs, enteredMs } = open;
  const { times, basis } = found;
  const estimated = estimateOpen(open, times, meter, Date.parse(now));
  return {
    caseId,
    dueMs,
    enteredAt: isoOf(enteredMs),
    ...estimated,
    samples: times.samples,
    basis,
  };
}

/** Lists with the worklist's line of each case; a case that has gone meanwhile is left out. */
async function withLines(
  db: CommonQueryMethods,
  lists: readonly (readonly Judged[])[],
  reader: Reader,
): Promise<RescueLine[][]> {
  const lines = await listLines(
    db,
    lists.flat().map(({ caseId }) => caseId),
    reader,
  );
  const byId = new Map(lines.map((line) => [line.caseId, line]));
  return lists.map((list) =>
    list.flatMap(({ caseId, dueMs: _due, saveable: _saveable, lost: _lost, ...said }) => {
      const line = byId.get(caseId);
      return line === undefined ? [] : [{ line, ...said }];
    }),
  );
}
