import { expect, test } from '@jest/globals';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import type { ApplicationState } from '../../../domain/flow/applicationState.ts';
import { replannedClock } from '../../../domain/flow/clocks.ts';
import type { Command } from '../../../domain/flow/flow.ts';
import { availableActs, refusalOf } from '../../../domain/flow/judge.ts';
import { dateOf, DAY_MS } from '../../../domain/instant.ts';
import { actorIn, commandOf, LAW, must, opened } from '../../support/cases.ts';

const head = actorIn('DIVISION_HEAD');
const director = actorIn('DIRECTOR');
const TICK = commandOf('escalate', actorIn('SYSTEM'));

function dueOf(state: ApplicationState): number {
  return state.clocks.find(({ name }) => name === 'total')?.dueAt ?? 0;
}

/** Late by so many days, with the rungs that were reached by then. */
function late(days: number): { state: ApplicationState; now: number } {
  const state = opened();
  const now = dueOf(state) + days * DAY_MS;
  return { state: must(applicationFlow, state, TICK, now).state, now };
}

function sign(promisedOn: string, by = head, letterId = 'one'): Command {
  return commandOf('apologise', by, { letterId, promisedOn });
}

function judged(state: ApplicationState, command: Command, now: number) {
  return refusalOf(applicationFlow, state, command, { now, law: LAW });
}

test('a signed letter promises a date that its own clock watches, and the legal date stands', () => {
  const { state, now } = late(1);
  const made = must(applicationFlow, state, sign('2023-10-09'), now);
  expect(dueOf(made.state)).toBe(dueOf(state));
  const promise = made.state.clocks.find(({ name }) => name === 'promise');
  expect(dateOf(promise?.dueAt ?? 0)).toBe('2023-10-09');
  expect(made.state.promises?.at(-1)).toMatchObject({ why: 'APOLOGY', letterId: 'one' });
  expect(made.state.step).toBe(state.step);
  const missed = must(applicationFlow, made.state, TICK, (promise?.dueAt ?? 0) + DAY_MS);
  expect(missed.effects.escalations).toContainEqual(
    expect.objectContaining({ clock: 'promise', rung: 'OVERDUE' }),
  );
});

test('another calendar moves terms and leaves what was promised', () => {
  const { state, now } = late(1);
  const { clocks } = must(applicationFlow, state, sign('2023-10-09'), now).state;
  const calendar = { ...LAW.calendar, daysOff: [...LAW.calendar.daysOff, '2023-09-28'] };
  const anew = clocks.map((clock) =>
    replannedClock(clock, 'QĐ', { now, law: { ...LAW, calendar } }),
  );
  const due = (name: string) => dateOf(anew.find((clock) => clock.name === name)?.dueAt ?? 0);
  expect([due('total'), due('promise')]).toEqual(['2023-09-29', '2023-10-09']);
});

test('nobody apologises for a case that is not late', () => {
  expect(judged(opened(), sign('2023-10-09'), opened().openedAt)).toBe('CASE_NOT_LATE');
});

test('after an apology no date is promised that is past, or earlier than what the apology promised', () => {
  const asks = commandOf('requestSupplement', actorIn('LLTP_OFFICER'));
  const brings = commandOf('receiveSupplement', actorIn('ONE_STOP_OFFICER'));
  const { state, now } = late(1);
  const apologised = must(applicationFlow, state, sign('2023-10-10'), now).state;
  const asked = must(applicationFlow, apologised, asks, now).state;
  const back = must(applicationFlow, asked, brings, now + 5 * DAY_MS).state;
  expect(dueOf(back)).toBeLessThan(now + 5 * DAY_MS);
  expect(back.promises).toEqual(apologised.promises);
  const grounds = ['FOREIGNER'];
  const complex = commandOf('classify', actorIn('LLTP_OFFICER'), { regime: 'COMPLEX', grounds });
  const classified = must(applicationFlow, apologised, complex, now).state;
  expect(dateOf(dueOf(classified))).toBe('2023-10-03');
  expect(classified.promises).toEqual(apologised.promises);
  const sooner = must(applicationFlow, state, sign('2023-10-02'), now).state;
  const later = must(applicationFlow, sooner, complex, now).state;
  expect(later.promises?.at(-1)).toMatchObject({ why: 'CLASSIFIED', dueAt: dueOf(later) });
});

test('a draft whose case is late no more can be cancelled still', () => {
  const { state, now } = late(1);
  const grounds = ['FOREIGNER'];
  const complex = commandOf('classify', actorIn('LLTP_OFFICER'), { regime: 'COMPLEX', grounds });
  const moved = must(applicationFlow, state, complex, now).state;
  expect(judged(moved, sign('2023-10-09'), now)).toBe('CASE_NOT_LATE');
  const cancels = commandOf('cancelApology', head, { letterId: 'one' });
  expect(judged(moved, cancels, now)).toBeNull();
});

test('a second apology, or one for a case late for long, is the director’s', () => {
  const { state, now } = late(1);
  const once = must(applicationFlow, state, sign('2023-10-09'), now).state;
  const second = sign('2023-10-16', head, 'two');
  expect(judged(once, second, now)).toBe('HIGHER_SIGNER_NEEDED');
  expect(judged(once, { ...second, actor: director }, now)).toBeNull();
  const long = late(12);
  expect(judged(long.state, sign('2023-11-01'), long.now)).toBe('HIGHER_SIGNER_NEEDED');
  expect(judged(long.state, sign('2023-11-01', director), long.now)).toBeNull();
});

test.each([
  ['2023-09-29', 'PROMISE_NOT_AHEAD'],
  ['2023-10-01', 'PROMISE_ON_DAY_OFF'],
  ['2024-02-12', 'PROMISE_ON_DAY_OFF'],
  ['2099-01-05', 'CALENDAR_EXHAUSTED'],
])('on 29 September 2023 nobody promises %s', (date, code) => {
  const { state, now } = late(1);
  expect(dateOf(now)).toBe('2023-09-29');
  expect(judged(state, sign(date), now)).toBe(code);
});

test('one letter is signed once, and the case page offers none of it', () => {
  const { state, now } = late(1);
  const once = must(applicationFlow, state, sign('2023-10-09'), now).state;
  expect(judged(once, sign('2023-10-10', director), now)).toBe('LETTER_NOT_OPEN');
  const offered = availableActs(applicationFlow, state, director, { now, law: LAW });
  expect(offered.map(({ act }) => act)).not.toContain('apologise');
});

test('only what came and will go by post sends the letter by post', () => {
  const { state, now } = late(1);
  const letters = (channel: ApplicationState['facts']['channel']) =>
    must(applicationFlow, { ...state, facts: { ...state.facts, channel } }, sign('2023-10-09'), now)
      .effects.messages;
  expect(letters('COUNTER')).toEqual([]);
  expect(letters('POST')).toMatchObject([{ kind: 'LETTER_ITEM', toUnit: state.facts.postUnit }]);
});
