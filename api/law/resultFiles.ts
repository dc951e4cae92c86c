import type { CommonQueryMethods } from 'slonik';
import { listMoves, type MoveSight } from '../../db/read/lawRuns.ts';
import type { LawRun, MoveQuery } from '../../domain/law/run.ts';
import { BYTE_ORDER_MARK, csvLines } from '../csv.ts';

const BATCH = 5_000;

/** All moves of a run that a query chooses and a reader may see, as CSV, piece by piece. */
export async function* movesCsv(
  db: CommonQueryMethods,
  runId: string,
  query: MoveQuery,
  sight: MoveSight,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for (let page = 1; ; page += 1) {
    const { moves } = await listMoves(db, runId, { ...query, page, limit: BATCH }, sight);
    const rows = moves.map(({ why, asked, side, ...move }) => {
      return { ...move, asked: asked ?? '', side: side ?? '', why: why.join(' ') };
    });
    if (rows.length > 0) yield csvLines(rows, page === 1);
    if (rows.length < BATCH) return;
  }
}

/** The figures of a run as one table: what they are of, then one line per group and week. */
export function figuresCsv({ figures, ...run }: LawRun): string {
  if (figures === null) return BYTE_ORDER_MARK;
  const line = (group: string, key: string, counts: object) =>
    Object.entries(counts).map(([figure, value]) => ({ group, key, figure, value: String(value) }));
  const about = Object.entries(run).flatMap(([key, value]) =>
    value === null
      ? []
      : line('run', key, { value: typeof value === 'object' ? JSON.stringify(value) : value }),
  );
  if (figures.of === 'REHEARSAL') {
    const { of: _of, ...counts } = figures;
    return BYTE_ORDER_MARK + csvLines([...about, ...line('total', '', counts)]);
  }
  const { of: _of, byProvince, byUnit, byClock, weeks, ...counts } = figures;
  const groups = Object.entries({ province: byProvince, unit: byUnit, clock: byClock });
  return (
    BYTE_ORDER_MARK +
    csvLines([
      ...about,
      ...line('total', '', counts),
      ...groups.flatMap(([group, rows]) =>
        rows.flatMap(({ key, ...figuresOfKey }) => line(group, key, figuresOfKey)),
      ),
      ...weeks.flatMap(({ monday, ...due }) => line('week', monday, due)),
    ])
  );
}
