import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { endOfDay, isoOf } from '../../../domain/instant.ts';
import { termOf } from '../../../domain/clock/law.ts';
import { dueOf } from '../../../domain/clock/workingTime.ts';
import { wholeSlice } from '../../../domain/law/calendar.ts';
import { calendarWith, type LawChange } from '../../../domain/law/draft.ts';
import { WhatIfTally } from '../../../domain/law/tally.ts';
import { type ClockFacts, Trial } from '../../../domain/law/trial.ts';
import { LAW } from '../../support/cases.ts';
import { at, NATIONAL } from '../../support/nationalCalendar.ts';

const named = { nameVi: 'Ngày thử', nameEn: 'Trial day', confirmed: true, source: 'Thử' };
const SWAP: LawChange = {
  of: 'CALENDAR',
  base: NATIONAL.version,
  days: [
    { date: '2023-09-22', kind: 'swap_off', ...named },
    { date: '2023-09-30', kind: 'makeup_working', ...named },
  ],
};
const RULES = { id: 'B', terms: LAW.terms, furtherTerms: [] };
const PUBLISHED = {
  ruleSets: new Map([['B', RULES as never]]),
  calendars: new Map([[NATIONAL.version, NATIONAL]]),
  overlays: new Map(),
};

function facts(changes: Partial<ClockFacts> = {}): ClockFacts {
  const startedAt = changes.startedAt ?? at('2023-09-18');
  const term = changes.term ?? 'police';
  const run = { startedAt, stood: changes.stood ?? [] };
  return {
    caseId: 'HN-P-2023-000001',
    unit: 'STP-01',
    asked: 'PV06-01',
    clock: 'verification:HN-P-2023-000001/POLICE-1',
    term,
    effect: 'legal',
    ruleSetId: 'B',
    calendarVersion: NATIONAL.version,
    overlay: null,
    startedAt,
    dueAt: changes.dueAt ?? dueOf(run, termOf(LAW, term), LAW.calendar),
    endedAt: null,
    stood: [],
    extendedTo: null,
    ...changes,
  };
}

test('a swap moves what counts over its days, and says by which', () => {
  const trial = new Trial(SWAP, PUBLISHED);
  const police = facts();
  const compared = trial.compare(police);
  expect(compared).toEqual({ before: endOfDay('2023-09-25'), after: endOfDay('2023-09-26') });
  expect(trial.why(police, endOfDay('2023-09-26'))).toEqual(['2023-09-22']);
  const before = facts({ startedAt: at('2023-09-11') });
  expect(trial.compare(before)).toEqual({ before: before.dueAt, after: before.dueAt });
});

test('what a change does not touch keeps the date that is written', () => {
  const other = facts({ startedAt: at('2023-03-01'), dueAt: endOfDay('2023-03-20') });
  expect(new Trial(SWAP, PUBLISHED).compare(other)).toEqual({
    before: endOfDay('2023-03-20'),
    after: endOfDay('2023-03-20'),
  });
});

test('another amount of a term moves its own clocks and no others', () => {
  const term = { of: 'TERM', ruleSetId: 'B', term: 'police', citation: 'Thử' } as const;
  const trial = new Trial({ ...term, amount: 6, unit: 'workingDay' }, PUBLISHED);
  expect(trial.compare(facts())?.after).toBe(endOfDay('2023-09-26'));
  const total = facts({ term: 'totalSimple', clock: 'total', asked: null });
  expect(trial.compare(total)).toEqual({ before: total.dueAt, after: total.dueAt });
});

test('a rehearsal leaves cases on other calendars alone', () => {
  const next = calendarWith(NATIONAL, SWAP, 'VN-test.1');
  const elsewhere = new Trial(SWAP, PUBLISHED, new Map([['another', next]]));
  expect(elsewhere.compare(facts())?.after).toBe(endOfDay('2023-09-25'));
});

test('where no calendar reaches, nothing is said', () => {
  const early = facts({ startedAt: at('2001-01-02'), dueAt: at('2001-01-09') });
  expect(new Trial(SWAP, PUBLISHED).compare(early)).toBeNull();
});

test('a rehearsal does not foresee a date whose warnings lie outside the calendar', () => {
  const [police, total] = ['police', 'totalSimple'] as const;
  const ruleSets = new Map([['B', { ...RULES, ladder: LAW.ladder } as never]]);
  const short = { ...NATIONAL, to: '2023-10-02' };
  const law = { ...PUBLISHED, ruleSets, calendars: new Map([[short.version, short]]) };
  const swap = { ...SWAP, days: SWAP.days.slice(0, 1) };
  const next = calendarWith(short, swap, 'VN-test.1');
  const rehearsal = new Trial(swap, law, new Map([[short.version, next]]));
  // Due on Tuesday 26 September; five working days after it is Tuesday 3 October, which is not published.
  const moves = { before: endOfDay('2023-09-25'), after: endOfDay('2023-09-26') };
  expect(rehearsal.compare(facts({ term: police }))).toBeNull();
  // Nobody is told long after of a clock that is no legal term.
  expect(rehearsal.compare(facts({ term: police, effect: 'norm' }))).toEqual(moves);
  expect(rehearsal.compare(facts({ term: total, clock: 'total', asked: null }))).toBeNull();
  // On history only due dates are asked for.
  expect(new Trial(swap, law).compare(facts({ term: police }))).toEqual(moves);
});

test('counting each day once gives what counting each clock gives', () => {
  const trial = new Trial(SWAP, PUBLISHED);
  const slice = wholeSlice(calendarWith(NATIONAL, SWAP, 'x'));
  const first = at('2023-08-01', '00:00');
  const start = fc.integer({ min: 0, max: 80 * 86_400_000 }).map((ms) => first + ms);
  const names = ['totalSimple', 'totalComplex', 'totalUrgent', 'police', 'court'] as const;
  const standstill = fc.tuple(fc.nat(5 * 86_400_000), fc.nat(9 * 86_400_000));
  fc.assert(
    fc.property(start, fc.constantFrom(...names), fc.option(standstill), (from, term, still) => {
      const stood =
        still === null ? [] : ([[from + still[0], from + still[0] + still[1]]] as const);
      const each = facts({ startedAt: from, term, stood });
      const due = dueOf({ startedAt: from, stood }, LAW.terms[term], slice);
      expect(trial.compare(each)?.after).toBe(due);
    }),
  );
});

test('breaches before and after are counted by province, unit, clock and week', () => {
  const trial = new Trial(SWAP, PUBLISHED);
  const now = at('2023-10-02');
  const tally = new WhatIfTally(now, 3, () => '01');
  const add = (each: ClockFacts) => tally.add(each, trial.compare(each));
  // Answered on the Tuesday: late by one day, in time with the Friday off.
  expect(add(facts({ endedAt: at('2023-09-26') }))).toBe('TO_IN_TIME');
  // Answered on the Wednesday: late either way.
  expect(add(facts({ endedAt: at('2023-09-27') }))).toBeNull();
  // Ten calendar days from the Wednesday end on Saturday 30 September, a working day only with the
  // swap; before it the term ran on to Monday 2 October, on which the result was ready.
  const total = facts({
    startedAt: at('2023-09-20'),
    term: 'totalSimple',
    clock: 'total',
    asked: null,
    endedAt: at('2023-10-02', '08:00'),
  });
  expect(add(total)).toBe('TO_LATE');
  const figures = tally.figures();
  expect(figures).toMatchObject({
    cases: 3,
    clocks: 3,
    moved: 3,
    lateBefore: 2,
    lateAfter: 2,
    toLate: 1,
    toInTime: 1,
    byProvince: [{ key: '01', clocks: 3, moved: 3, lateBefore: 2, lateAfter: 2 }],
  });
  expect(figures.byUnit).toEqual([
    { key: 'PV06-01', clocks: 2, moved: 2, lateBefore: 2, lateAfter: 1 },
    { key: 'STP-01', clocks: 1, moved: 1, lateBefore: 0, lateAfter: 1 },
  ]);
  expect(figures.byClock.map(({ key }) => key)).toEqual(['total', 'verification:POLICE']);
  expect(figures.weeks).toEqual([
    { monday: '2023-09-25', before: 2, after: 3 },
    { monday: '2023-10-02', before: 1, after: 0 },
  ]);
  expect(isoOf(total.dueAt)).toBe(isoOf(endOfDay('2023-10-02')));
});
