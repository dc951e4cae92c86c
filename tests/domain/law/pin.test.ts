import { expect, test } from '@jest/globals';
import { lawInForce } from '../../../domain/flow/lawInForce.ts';
import { openApplication } from '../../../domain/flow/open.ts';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import type { ApplicationState } from '../../../domain/flow/applicationState.ts';
import { step } from '../../../domain/flow/judge.ts';
import { REAL_TIME } from '../../../domain/clock/businessClock.ts';
import { CalendarOverlay } from '../../../domain/law/overlay.ts';
import { pinLaw, type PinnedLaw } from '../../../domain/law/pin.ts';
import type { RuleSet } from '../../../domain/law/ruleSet.ts';
import { actorIn, commandOf, FACTS, UNIT } from '../../support/cases.ts';
import { at, NATIONAL } from '../../support/nationalCalendar.ts';
import { RULE_SETS } from '../../support/ruleSets.ts';

const PUBLISHED = { ruleSets: RULE_SETS, calendar: NATIONAL, overlays: new Map() };

function pin(receivedAt: number, postmarkedOn?: string): PinnedLaw {
  const pinned = pinLaw(PUBLISHED, { receivedAt, postmarkedOn });
  if (pinned === null) throw new Error('no law');
  return pinned;
}

function received({ law, next }: PinnedLaw, receivedAt: number, accepted: boolean) {
  return openApplication({
    caseId: 'HN-P-2026-000001',
    unit: UNIT,
    facts: FACTS,
    law,
    ...(next === null || accepted ? {} : { nextLaw: next }),
    clock: REAL_TIME,
    receivedAt,
    actor: actorIn('ONE_STOP_OFFICER'),
    accepted,
  });
}

/** Accept a dossier at an instant as its workflow would. */
function acceptAt({ law, next }: PinnedLaw, state: ApplicationState, now: number) {
  const command = commandOf('accept', actorIn('ONE_STOP_OFFICER'), { feeSettled: true });
  const situation = { now, law: lawInForce(law, next ?? undefined, state, now) };
  const made = step(applicationFlow, state, command, situation);
  if (!made.ok) throw new Error(made.code);
  return made.state;
}

function dueOf(state: ApplicationState): number | undefined {
  return state.clocks.find(({ name }) => name === 'total')?.dueAt;
}

test('a case accepted on 30 June 2026 has ten days, one of the next morning five working days', () => {
  const before = at('2026-06-30', '16:55');
  const after = at('2026-07-01', '08:00');
  expect(received(pin(before), before, true)).toMatchObject({ ruleSetId: 'C', step: 'ACCEPTED' });
  expect(dueOf(received(pin(before), before, true))).toBe(at('2026-07-11', '00:00') - 1);
  expect(received(pin(after), after, true)).toMatchObject({ ruleSetId: 'D' });
  expect(dueOf(received(pin(after), after, true))).toBe(at('2026-07-09', '00:00') - 1);
});

test('a case of the old law stays under it whatever is decided after 1 July 2026', () => {
  const openedAt = at('2026-06-26');
  const pinned = pin(openedAt);
  const state = received(pinned, openedAt, true);
  const now = at('2026-07-02');
  const law = lawInForce(pinned.law, pinned.next ?? undefined, state, now);
  const codes = { regime: 'COMPLEX', grounds: ['TIME_ABROAD'] };
  const command = commandOf('classify', actorIn('LLTP_OFFICER'), codes);
  const made = step(applicationFlow, state, command, { now, law });
  expect(made).toMatchObject({ ok: true, state: { ruleSetId: 'C', regime: 'COMPLEX' } });
  // Fifteen days from 26 June end on Saturday 11 July and so with Monday 13 July.
  expect(made.ok && dueOf(made.state)).toBe(at('2026-07-14', '00:00') - 1);
});

test('a dossier received before and accepted after the change is under the new law', () => {
  const openedAt = at('2026-06-30', '20:00');
  const pinned = pin(openedAt);
  expect(pinned.next).toMatchObject({ from: '2026-07-01', law: { ruleSetId: 'D' } });
  const state = received(pinned, openedAt, false);
  expect(state).toMatchObject({ ruleSetId: 'C', step: 'SUBMITTED' });
  const late = acceptAt(pinned, state, at('2026-07-01', '08:00'));
  expect(late).toMatchObject({ ruleSetId: 'D', step: 'ACCEPTED' });
  expect(dueOf(late)).toBe(at('2026-07-09', '00:00') - 1);
  const inTime = acceptAt(pinned, state, at('2026-06-30', '23:59'));
  expect(inTime.ruleSetId).toBe('C');
  // What was decided at acceptance stays so.
  expect(lawInForce(pinned.law, pinned.next ?? undefined, inTime, at('2026-09-01')).ruleSetId).toBe(
    'C',
  );
  expect(lawInForce(pinned.law, pinned.next ?? undefined, late, at('2026-09-01')).ruleSetId).toBe(
    'D',
  );
});

test('a dossier postmarked before the change stays under the old law however late it is accepted', () => {
  const openedAt = at('2026-07-02', '08:00');
  const pinned = pin(openedAt, '2026-06-30');
  expect(pinned).toMatchObject({ law: { ruleSetId: 'C' }, next: null });
  const state = received(pinned, openedAt, false);
  expect(acceptAt(pinned, state, at('2026-07-06')).ruleSetId).toBe('C');
  const early = pin(at('2026-06-30'), '2026-06-29');
  expect(early).toMatchObject({ law: { ruleSetId: 'C' }, next: null });
});

test('the law of the transition of 1 March 2025 has the same terms and another issuer', () => {
  const before = pin(at('2025-02-28', '16:00'));
  const after = pin(at('2025-03-01', '08:00'));
  expect([before.law.ruleSetId, after.law.ruleSetId]).toEqual(['B', 'C']);
  const amounts = ({ law }: PinnedLaw) =>
    (['totalSimple', 'totalComplex', 'totalUrgent'] as const).map((name) => law.terms[name].amount);
  expect(amounts(after)).toEqual(amounts(before));
  expect(before.next?.law.ruleSetId).toBe('C');
});

test('a far successor is not pinned: the calendar of the case does not reach it', () => {
  expect(pin(at('2020-05-04')).next).toBeNull();
  expect(pin(at('2026-07-01')).next).toBeNull();
});

test('nothing is pinned before there is law', () => {
  expect(pinLaw(PUBLISHED, { receivedAt: at('2010-06-30') })).toBeNull();
});

const OVERLAY = CalendarOverlay.parse({
  version: 'own-1',
  unit: UNIT,
  closures: [
    { date: '2026-07-06', nameVi: 'Nghỉ', nameEn: 'Closed', confirmed: true, source: 'test' },
  ],
  hours: null,
});

test('a case pins the calendar of its unit, and its new law keeps it', () => {
  const published = { ...PUBLISHED, overlays: new Map([[UNIT, OVERLAY]]) };
  const receivedAt = at('2026-06-30', '20:00');
  const pinned = pinLaw(published, { receivedAt, unit: UNIT });
  if (pinned === null) throw new Error('no law');
  expect(pinned.law.calendar).toMatchObject({ version: 'VN-test', overlay: 'own-1' });
  const state = received(pinned, receivedAt, false);
  expect(state).toMatchObject({ calendarVersion: 'VN-test', calendarOverlay: 'own-1' });
  const accepted = acceptAt(pinned, state, at('2026-07-01'));
  // Monday 6 July does not count.
  expect(dueOf(accepted)).toBe(at('2026-07-10', '00:00') - 1);
  const elsewhere = pinLaw(published, { receivedAt, unit: 'STP-48' });
  expect(elsewhere?.law.calendar).not.toHaveProperty('overlay');
});

/** The rule sets that ship, with the police's term counted by a calendar of a name. */
function namingCalendar(calendar: string): RuleSet[] {
  return RULE_SETS.map((ruleSet) => {
    const { terms } = ruleSet;
    const police = { ...terms.police, calendar };
    return { ...ruleSet, terms: { ...terms, police } };
  });
}

test('calendars that terms name are pinned with the case', () => {
  const overlays = new Map([[UNIT, OVERLAY]]);
  const receivedAt = at('2026-07-01');
  const named = { ...PUBLISHED, overlays, ruleSets: namingCalendar(UNIT) };
  expect(pinLaw(named, { receivedAt, unit: 'STP-48' })?.law).toMatchObject({
    calendars: { [UNIT]: { overlay: 'own-1' } },
  });
  const national = { ...PUBLISHED, overlays, ruleSets: namingCalendar('national') };
  const law = pinLaw(national, { receivedAt, unit: UNIT })?.law;
  expect(law?.calendar.overlay).toBe('own-1');
  expect(law?.calendars?.['national']).not.toHaveProperty('overlay');
});

test('a clock whose term names an unknown calendar is refused when it is armed', () => {
  const receivedAt = at('2026-07-01');
  const pinned = pinLaw({ ...PUBLISHED, ruleSets: namingCalendar('V06') }, { receivedAt });
  if (pinned === null) throw new Error('no law');
  const state = received(pinned, receivedAt, true);
  const command = commandOf('classify', actorIn('LLTP_OFFICER'), { regime: 'SIMPLE', grounds: [] });
  const made = step(applicationFlow, state, command, { now: receivedAt, law: pinned.law });
  expect(made).toMatchObject({ ok: false, code: 'CALENDAR_UNKNOWN' });
});
