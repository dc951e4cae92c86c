import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BoardRescue, RescueLine } from '../../domain/board.ts';
import { officeMeter } from '../../domain/clock/officeTime.ts';
import { isoOf } from '../../domain/instant.ts';
import { estimateOf, percentilesOf } from '../../domain/rescue.ts';
import { sql } from '../../db/sql.ts';
import { measureDay } from '../../workers/stepTimes.ts';
import { ALL_YEARS, at } from '../support/nationalCalendar.ts';
import { MONDAY, type Office, openOffice } from '../support/office.ts';
import { HANOI } from '../support/scenes.ts';
import { finish, put, type Standing } from '../support/stockOfCases.ts';

let office: Office;
const meter = officeMeter(ALL_YEARS);
/** Finished cases that took six hours to ten days from the desk of the seal clerk. */
const FINISHED: Standing[] = Array.from({ length: 40 }, (_, i) => ({
  caseId: `HN-P-2023-${String(i + 1).padStart(6, '0')}`,
  unit: 'STP-01',
  receivedAt: at('2023-09-06', '08:00'),
  step: 'ISSUING',
  issuedAt: at('2023-09-06', '08:00') + (i + 1) * 6 * 3_600_000,
}));
/** Open cases that came to the same desk on Friday afternoon, by when they are due. */
const OPEN = {
  roomy: ['HN-P-2023-000901', at('2023-10-03', '17:00')],
  saveable: ['HN-P-2023-000902', at('2023-09-20', '17:00')],
  lost: ['HN-P-2023-000903', at('2023-09-18', '10:00')],
} as const;
const SINCE = at('2023-09-15', '15:00');

beforeAll(async () => {
  office = await openOffice();
  for (const standing of FINISHED) {
    await put(office.db, standing);
    await finish(office.db, standing, standing.issuedAt ?? 0);
  }
  await office.db.query(sql.typeAlias('void')`
    UPDATE cases SET closed_at = legal_done_at, step = 'CLOSED' WHERE legal_done_at IS NOT NULL
  `);
  for (const [caseId, dueAt] of Object.values(OPEN)) {
    await put(office.db, {
      caseId,
      unit: 'STP-01',
      receivedAt: SINCE,
      step: 'ISSUING',
      issuedAt: null,
    });
    await office.db.query(sql.typeAlias('void')`
      UPDATE cases SET legal_due_at = ${isoOf(dueAt)} WHERE case_id = ${caseId}
    `);
  }
  await measureDay(office.db, MONDAY);
});
afterAll(() => office.close());

const idsOf = (lines: readonly RescueLine[]) => lines.map(({ line }) => line.caseId);

test('what can be saved, what hardly can, and what needs no rescue', async () => {
  const supervisor = await office.as(HANOI.supervisor);
  const rescue: BoardRescue = await supervisor.must('GET', '/board/rescue');
  expect(idsOf(rescue.saveable)).toEqual([OPEN.saveable[0]]);
  expect(idsOf(rescue.lost)).toEqual([OPEN.lost[0]]);
  expect(rescue).toMatchObject({ lookedAt: 3, unknown: 0, measuredOn: '2023-09-18' });
});

test('each says why: the chance, the time left, what is usual, and how many cases it rests on', async () => {
  const supervisor = await office.as(HANOI.supervisor);
  const { saveable }: BoardRescue = await supervisor.must('GET', '/board/rescue');
  const took = FINISHED.map(({ receivedAt, issuedAt }) => meter(issuedAt ?? 0) - meter(receivedAt));
  const times = { samples: took.length, percentiles: percentilesOf(took) };
  const left = meter(OPEN.saveable[1]) - meter(MONDAY);
  const expected = estimateOf(times, meter(MONDAY) - meter(SINCE), left);
  const [first] = saveable;
  expect(first).toMatchObject({ samples: 40, basis: 'UNIT', enteredAt: isoOf(SINCE) });
  // Seconds have passed since the office opened.
  expect(first?.chance).toBeCloseTo(expected.chance, 1);
  expect(first?.hurried).toBeCloseTo(expected.hurried, 1);
  expect((first?.leftMs ?? 0) / left).toBeCloseTo(1, 1);
  expect(first?.usualMs).toBeGreaterThan(0);
});

test('the Centre’s supervisor sees it too, another unit does not', async () => {
  const centre: BoardRescue = await (await office.as('giamsat.tt')).must('GET', '/board/rescue');
  expect(idsOf(centre.saveable)).toEqual([OPEN.saveable[0]]);
  const elsewhere: BoardRescue = await (await office.as('giamsat.na')).must('GET', '/board/rescue');
  expect(elsewhere).toMatchObject({ saveable: [], lost: [], lookedAt: 0 });
});
