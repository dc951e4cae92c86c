import { expect, test } from '@jest/globals';
import type { CalendarSlice } from '../../../domain/clock/law.ts';
import { passportSteps } from '../../../domain/clock/passport.ts';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import type { ApplicationState } from '../../../domain/flow/applicationState.ts';
import type { CaseBase } from '../../../domain/flow/flow.ts';
import { ruleOf } from '../../../domain/flow/clocks.ts';
import { refusalOf, step } from '../../../domain/flow/judge.ts';
import { transferFlow } from '../../../domain/flow/transferFlow.ts';
import { endOfDay } from '../../../domain/instant.ts';
import {
  actorIn,
  after,
  answered,
  applicationAt,
  CLASSIFY,
  commandOf,
  LAW,
  opened,
  openedTransfer,
} from '../../support/cases.ts';
import { at } from '../../support/nationalCalendar.ts';

/** Friday 22 September 2023 off, made up on Saturday 30 September: announced when cases run already. */
const SWAPPED: CalendarSlice = {
  ...LAW.calendar,
  version: 'VN-test.1',
  daysOff: [...LAW.calendar.daysOff, '2023-09-22'],
  makeUpDays: [...LAW.calendar.makeUpDays, '2023-09-30'],
};
const CODES = {
  calendars: { calendar: SWAPPED },
  replacedVersions: [LAW.calendar.version],
  draftId: 'draft',
  sources: ['QĐ 1/QĐ-TTg', 'CV 2/BLĐTBXH'],
};
const NOW = at('2023-09-19');

function recalculated<S extends CaseBase>(
  flow: typeof applicationFlow | typeof transferFlow,
  state: S,
  codes: object = CODES,
  now = NOW,
) {
  const command = commandOf('recalculate', actorIn('SYSTEM'), codes as typeof CODES);
  return step(flow as never, state as never, command, { now, law: LAW }) as
    | { ok: true; state: S; effects: { replanned?: { calendars: object; codes: object } } }
    | { ok: false; code: string };
}

const due = (state: Pick<CaseBase, 'clocks'>, name: string): number | undefined =>
  state.clocks.find((clock) => clock.name === name)?.dueAt;

test('what is counted in working days moves over the new day off, calendar days do not', () => {
  const state = after(opened(), [CLASSIFY]);
  const made = recalculated(applicationFlow, state);
  if (!made.ok) throw new Error(made.code);
  const police = `verification:${state.requests[0]?.id}`;
  // Received Monday 18 September: ten calendar days end on Thursday 28 September in both calendars.
  expect(due(made.state, 'total')).toBe(due(state, 'total'));
  // Five working days of the police: Monday 25 September, and Tuesday 26 with the Friday off.
  expect(due(state, police)).toBe(endOfDay('2023-09-25'));
  expect(due(made.state, police)).toBe(endOfDay('2023-09-26'));
  expect(made.state.requests[0]?.dueAt).toBe(endOfDay('2023-09-26'));
  expect(made.state).toMatchObject({ calendarVersion: 'VN-test.1', rev: state.rev + 1 });
  expect(made.effects.replanned?.codes).toEqual({
    calendarVersion: 'VN-test.1',
    replaced: LAW.calendar.version,
    draftId: 'draft',
    sources: CODES.sources,
    moved: [{ name: police, from: endOfDay('2023-09-25'), to: endOfDay('2023-09-26') }],
  });
  expect(made.effects.replanned?.calendars).toEqual({ calendar: SWAPPED });
});

test('a date that moves is a step of its clock, with the decrees behind the new days', () => {
  const state = after(opened(), [CLASSIFY]);
  const made = recalculated(applicationFlow, state);
  if (!made.ok) throw new Error(made.code);
  const police = made.state.clocks.find(({ name }) => name.startsWith('verification:'));
  if (police === undefined) throw new Error('no clock');
  expect(passportSteps(police)).toMatchObject([
    { kind: 'STARTED' },
    {
      kind: 'RECALCULATED',
      at: NOW,
      reason: null,
      citation: 'QĐ 1/QĐ-TTg; CV 2/BLĐTBXH',
      dueBefore: endOfDay('2023-09-25'),
      dueAt: endOfDay('2023-09-26'),
    },
  ]);
  expect(ruleOf(police, LAW).budget).toEqual({ amount: 5, unit: 'workingDay' });
  const total = made.state.clocks.find(({ name }) => name === 'total');
  expect(total?.changes).toBeUndefined();
  // As histories that were recorded before the sources travelled have it.
  const { sources: _sources, ...older } = CODES;
  const before = recalculated(applicationFlow, state, older);
  expect(before).toMatchObject({ ok: true, effects: { replanned: { codes: { sources: [] } } } });
});

test('a clock that has stopped keeps the date it was measured by', () => {
  const state = after(opened(), [CLASSIFY, answered('NO_RECORD')]);
  const made = recalculated(applicationFlow, state);
  if (!made.ok) throw new Error(made.code);
  const police = ({ clocks }: ApplicationState) =>
    clocks.find(({ name }) => name.startsWith('verification:'));
  expect(police(state)?.stoppedAt).not.toBeNull();
  expect(police(made.state)).toEqual(police(state));
  expect(made.state.requests).toEqual(state.requests);
});

test('an issued certificate keeps its due date although the case is still to be handed over', () => {
  const state = applicationAt('DELIVERING');
  const made = recalculated(applicationFlow, state);
  if (!made.ok) throw new Error(made.code);
  expect(made.state.clocks).toEqual(state.clocks);
  expect(made.state.calendarVersion).toBe('VN-test.1');
});

test('a rung that was fired stays fired, unless its instant moves into the future', () => {
  const start = openedTransfer();
  const total = start.clocks[0];
  if (total === undefined) throw new Error('no clock');
  const fired = { ...start, clocks: [{ ...total, fired: ['AT_RISK', 'OVERDUE'] as const }] };
  const late = at('2023-09-26', '00:00');
  const made = recalculated(transferFlow, fired, CODES, late);
  if (!made.ok) throw new Error(made.code);
  // Overdue by the old calendar since Monday midnight, by the new one not before Tuesday midnight.
  expect(made.state.clocks[0]?.fired).toEqual(['AT_RISK']);
});

test('it is done once, and only to cases on a replaced version', () => {
  const state = after(opened(), [CLASSIFY]);
  const made = recalculated(applicationFlow, state);
  if (!made.ok) throw new Error(made.code);
  expect(recalculated(applicationFlow, made.state)).toMatchObject({
    code: 'CALENDAR_NOT_REPLACED',
  });
  expect(recalculated(applicationFlow, state, {})).toMatchObject({ code: 'CALENDAR_NOT_REPLACED' });
});

test('a closed case is left alone', () => {
  const closed = applicationAt('CLOSED');
  expect(recalculated(applicationFlow, closed)).toMatchObject({ code: 'CASE_CLOSED' });
});

test('no person may do it', () => {
  const state = after(opened(), [CLASSIFY]);
  for (const role of ['SYSTEM_ADMIN', 'DIRECTOR', 'LLTP_OFFICER', 'AGENCY'] as const) {
    const command = commandOf('recalculate', actorIn(role), CODES);
    expect(refusalOf(applicationFlow, state, command, { now: NOW, law: LAW })).toBe(
      'NOT_YOUR_ROLE',
    );
  }
});

test('a calendar that ends before the term does is refused by name', () => {
  const short = { ...SWAPPED, to: '2023-09-20' };
  const state = after(opened(), [CLASSIFY]);
  expect(
    recalculated(applicationFlow, state, { ...CODES, calendars: { calendar: short } }),
  ).toMatchObject({
    code: 'CALENDAR_EXHAUSTED',
  });
});
