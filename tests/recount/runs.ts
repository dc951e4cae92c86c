import fc from 'fast-check';
import type { ClockFacts } from '../../domain/clock/dueOf.ts';
import type { TermUnit } from '../../domain/clock/law.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { type CalendarVersion, wholeSlice } from '../../domain/law/calendar.ts';
import { composeCalendar } from '../../domain/law/overlay.ts';
import { at, NATIONAL } from '../support/nationalCalendar.ts';

/** A start in 2015 to 2028, so early that nothing a term or a standstill adds runs past the calendar. */
const startedAt = fc.integer({ min: at('2015-01-01', '00:00'), max: at('2028-06-30') });

const unit = fc.constantFrom<TermUnit>('calendarDay', 'workingDay', 'workingHour', 'hour');

/** Up to 40 days, 60 working hours or 200 hours, in quarters of an hour where the unit is one. */
export const terms = unit.chain((chosen) => {
  const whole = fc.integer({ min: 0, max: 40 });
  const quarters = fc.integer({ min: 0, max: chosen === 'hour' ? 800 : 240 });
  const amount = chosen.endsWith('Day') ? whole : quarters.map((count) => count / 4);
  return amount.map((value) => ({ amount: value, unit: chosen }));
});

/** A clock that ran and stood still in turns, up to three times, also after it was due. */
export const runs: fc.Arbitrary<ClockFacts> = fc
  .tuple(
    startedAt,
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: 12 * DAY_MS }), fc.integer({ min: 0, max: 20 * DAY_MS })),
      { maxLength: 3 },
    ),
  )
  .map(([start, turns]) => {
    let now = start;
    const stood = turns.map(([ran, still]): [number, number] => {
      const from = now + ran;
      now = from + still;
      return [from, now];
    });
    return { startedAt: start, stood };
  });

/** Minutes and quarters of hours matter as much as odd milliseconds: starts on the hour. */
export const onTheHour: fc.Arbitrary<ClockFacts> = startedAt.map((start) => {
  return { startedAt: Math.floor(start / HOUR_MS) * HOUR_MS, stood: [] };
});

const closure = (date: string) => {
  return { date, nameVi: 'Đóng cửa', nameEn: 'Closed', confirmed: true, source: 'test' };
};

/** An office with hours of its own, also on Saturday mornings, and with days on which it is closed. */
const ITS_OWN = composeCalendar(NATIONAL, {
  version: 'own',
  unit: 'STP-79',
  closures: ['2019-05-04', '2021-03-06', '2023-06-14', '2026-03-09'].map(closure),
  hours: {
    weekly: {
      Mon: [{ opens: '08:00', closes: '12:15' }],
      Fri: [
        { opens: '07:00', closes: '11:00' },
        { opens: '13:30', closes: '18:00' },
      ],
      Sat: [{ opens: '07:30', closes: '11:30' }],
    },
    citation: 'test',
    verified: false,
  },
});

/** A published calendar and the same as one slice of all its years. */
export const calendars = fc.constantFrom(
  ...[NATIONAL, ITS_OWN].map((whole: CalendarVersion) => {
    return { whole, slice: wholeSlice(whole) };
  }),
);
