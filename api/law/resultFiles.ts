import type { CommonQueryMethods } from 'slonik';
import { listMoves, type MoveSight } from '../../db/read/lawRuns.ts';
import { code, mixed, tableOf, text, type Writing } from '../../domain/listFile.ts';
import type { LawRun, MoveQuery } from '../../domain/law/run.ts';
import { MOVE_COLUMNS } from '../../domain/wording/files/caseFiles.ts';
import type { Pair } from '../../domain/wording/pair.ts';
import { BYTE_ORDER_MARK, csvLines } from '../csv.ts';

const BATCH = 5_000;

/** All moves of a run that a query chooses and a reader may see, as CSV, piece by piece. */
export async function* movesCsv(
  db: CommonQueryMethods,
  runId: string,
  query: MoveQuery,
  { sight, writing }: { sight: MoveSight; writing: Writing },
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for (let page = 1; ; page += 1) {
    const { moves } = await listMoves(db, runId, { ...query, page, limit: BATCH }, sight);
    const table = tableOf({ columns: MOVE_COLUMNS }, moves, writing);
    yield csvLines(page === 1 ? table : table.slice(1));
    if (moves.length < BATCH) return;
  }
}

const GROUPS: Readonly<Record<string, Pair>> = {
  run: ['Lần chạy', 'Run'],
  total: ['Tổng số', 'Total'],
  province: ['Tỉnh', 'Province'],
  unit: ['Đơn vị', 'Unit'],
  clock: ['Thời hạn', 'Term'],
  week: ['Tuần', 'Week'],
};

/** Figures keep the names that they have in the JSON of the same run, with which the file is kept. */
const FIGURE_COLUMNS = {
  group: code(GROUPS, 'Nhóm', 'Group'),
  key: mixed('Của', 'Of'),
  figure: text('Số liệu', 'Figure'),
  value: mixed('Giá trị', 'Value'),
};

interface FigureLine {
  group: string;
  key: string;
  figure: string;
  value: string;
}

/** The figures of a run as one table: what they are of, then one line per group and week. */
export function figuresCsv({ figures, ...run }: LawRun, writing: Writing): string {
  const about = Object.entries(run).flatMap(([key, value]) =>
    value === null
      ? []
      : lines('run', key, { value: typeof value === 'object' ? JSON.stringify(value) : value }),
  );
  const rows = figures === null ? [] : [...about, ...figureLines(figures)];
  return BYTE_ORDER_MARK + csvLines(tableOf({ columns: FIGURE_COLUMNS }, rows, writing));
}

function figureLines(figures: NonNullable<LawRun['figures']>): FigureLine[] {
  if (figures.of === 'REHEARSAL') {
    const { of: _of, ...counts } = figures;
    return lines('total', '', counts);
  }
  const { of: _of, byProvince, byUnit, byClock, weeks, ...counts } = figures;
  const groups = Object.entries({ province: byProvince, unit: byUnit, clock: byClock });
  return [
    ...lines('total', '', counts),
    ...groups.flatMap(([group, rows]) =>
      rows.flatMap(({ key, ...figuresOfKey }) => lines(group, key, figuresOfKey)),
    ),
    ...weeks.flatMap(({ monday, ...due }) => lines('week', monday, due)),
  ];
}

function lines(group: string, key: string, counts: object): FigureLine[] {
  return Object.entries(counts).map(([figure, value]) => {
    return { group, key, figure, value: String(value) };
  });
}
