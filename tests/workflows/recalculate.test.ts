import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import * as z from 'zod';
import { findState } from '../../db/read/cases.ts';
import { getCalendar, getRuleSet } from '../../db/read/law.ts';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { dueAt } from '../../domain/clock/workingTime.ts';
import { withFlow } from '../../domain/flow/anyCase.ts';
import type { CaseClock, Command } from '../../domain/flow/flow.ts';
import { step } from '../../domain/flow/judge.ts';
import type { Recalculation } from '../../domain/flow/recalculate.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { addDays, dateOf, isoOf, weekdayOf } from '../../domain/instant.ts';
import { sliceOf, wholeSlice } from '../../domain/law/calendar.ts';
import { calendarWith, type DayChange } from '../../domain/law/draft.ts';
import { replannedCalendars } from '../../domain/law/replan.ts';
import { lawOf } from '../../domain/law/ruleSet.ts';
import { doAct } from '../../engine/cases.ts';
import { openOffice, type Office } from '../support/office.ts';
import { askedCase, HANOI, handIn } from '../support/scenes.ts';
import { until } from '../support/until.ts';

/** At which a week passes in about half a minute. */
const FAST = 20_000;
const BASE = 'vn-2026-11';
const NEXT = 'vn-2026-11.1';
const named = { nameVi: 'Ngày thử', nameEn: 'Trial day', confirmed: true, source: 'Thử' };

let office: Office;
afterEach(() => office.close());

const nextCalendar = async (days: readonly DayChange[]) =>
  calendarWith(await getCalendar(office.db, BASE), { days: [...days] }, NEXT);

/** The command that puts a case on the national calendar with some days changed, under a new version. */
async function commandWith(days: readonly DayChange[], openedAt: number): Promise<Command> {
  const calendar = await nextCalendar(days);
  const sources = { calendar, overlay: null, ruleSets: [], overlays: new Map() };
  const codes: Recalculation = {
    calendars: replannedCalendars(sources, openedAt),
    replacedVersions: [BASE],
    draftId: randomUUID(),
  };
  const actor = { id: 'system', roles: ['SYSTEM' as const], unit: 'system' };
  return { act: 'recalculate', actor, expectedRev: null, codes: { ...codes }, paperId: null };
}

async function stateOf(caseId: string) {
  const found = await findState(office.db, caseId);
  if (found === null) throw new Error(`${caseId} is not there`);
  return found.state;
}

async function clockOf(caseId: string, name: string): Promise<CaseClock> {
  const clock = (await stateOf(caseId)).clocks.find((each) => each.name === name);
  if (clock === undefined) throw new Error(`${caseId} has no clock ${name}`);
  return clock;
}

/** The first day of some weekdays after a date. */
function following(date: string, ...weekdays: number[]): string {
  let day = addDays(date, 1);
  while (!weekdays.includes(weekdayOf(day))) day = addDays(day, 1);
  return day;
}

test.each([
  // A working day that is off: due later, and nobody is told at the old date.
  ['later', (start: string) => ({ date: following(start, 2, 3, 4), kind: 'swap_off' as const })],
  // A Saturday that is worked: due earlier, so that the timer has to ring before the one that was set.
  ['earlier', (start: string) => ({ date: following(start, 6), kind: 'makeup_working' as const })],
])(
  'a due date that moves %s is told of when the new one has passed',
  async (where, dayFrom) => {
    office = await openOffice({ speed: FAST });
    const { caseId, policeRequest } = await askedCase(office);
    const name = `verification:${policeRequest}`;
    const before = await clockOf(caseId, name);
    const days = [{ ...dayFrom(dateOf(before.startedAt)), ...named }];
    const command = await commandWith(days, (await stateOf(caseId)).openedAt);
    const result = await doAct(office.client, caseId, command, `recalculate/${NEXT}`);
    expect(result).toMatchObject({ ok: true });
    const calendar = await nextCalendar(days);
    const slice = wholeSlice(calendar);
    const due = dueAt(before.startedAt, { amount: 5, unit: 'workingDay' }, slice);
    expect(Math.sign(due - before.dueAt)).toBe(where === 'later' ? 1 : -1);
    const Told = z.object({ dueAt: z.string(), at: z.string() });
    const told = await until(
      () =>
        office.db.maybeOne(sql.type(Told)`
          SELECT due_at AS "dueAt", at FROM escalations
          WHERE case_id = ${caseId} AND clock = ${name} AND rung = 'OVERDUE'
        `),
      { withinMs: 80_000 },
    );
    expect(told.dueAt).toBe(isoOf(due));
    expect(Date.parse(told.at)).toBeGreaterThan(due);
    if (where === 'earlier') expect(Date.parse(told.at)).toBeLessThan(before.dueAt);
  },
  120_000,
);

test('a recalculation that the engine lost stands, and the case goes by the new calendar', async () => {
  office = await openOffice();
  const { caseId } = await handIn(office);
  const state = await stateOf(caseId);
  const off = { date: '2023-09-22', kind: 'swap_off' as const, ...named };
  const command = await commandWith([off], state.openedAt);
  // Published, so that whoever catches up finds the version; written behind the engine's back.
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO calendars (version, base, body)
    VALUES (${NEXT}, ${BASE}, ${JSON.stringify(await nextCalendar([off]))}::jsonb)
  `);
  const base = sliceOf(await getCalendar(office.db, BASE), dateOf(state.openedAt));
  const law = lawOf(await getRuleSet(office.db, state.ruleSetId), base);
  const now = state.openedAt + 60_000;
  const transition = withFlow(state, (flow, at) => {
    const made = step(flow, at, command, { now, law });
    if (!made.ok) throw new Error(made.code);
    const { effects, rule } = made;
    const done = { command, updateId: `recalculate/${NEXT}`, atMs: now, effects };
    return transitionOf(flow, at, made.state, { ...done, claims: rule.claims });
  });
  await writeTransition(office.db, transition);

  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
  const police = await clockOf(caseId, `verification:${caseId}/POLICE-1`);
  expect(isoOf(police.dueAt)).toBe('2023-09-26T16:59:59.999Z');
  expect((await stateOf(caseId)).calendarVersion).toBe(NEXT);
  // Asked again with the same id, it is done already; with another, there is nothing to replace.
  const again = await doAct(office.client, caseId, command, 'recalculate/again');
  expect(again).toEqual({ ok: false, code: 'CALENDAR_NOT_REPLACED' });
});
