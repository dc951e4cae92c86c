import { expect, test } from '@jest/globals';
import { planArrivals } from '../../bench/month/arrivals.ts';
import { workingDays } from '../../bench/month/monthClock.ts';
import { monthOfMinistry, scaled } from '../../bench/month/share.ts';
import { dateOf, HOUR_MS, timeOfDayMs } from '../../domain/instant.ts';

const shares = scaled(monthOfMinistry(), 0.05);
const days = workingDays();
const arrivals = planArrivals(shares, days);

test('September 2023 has 19 working days: the 1st and the 4th are off', () => {
  expect(days).toHaveLength(19);
  expect(days[0]).toBe('2023-09-05');
  expect(days.at(-1)).toBe('2023-09-29');
});

test('every dossier of the share arrives once, on its channel, in order', () => {
  expect(arrivals).toHaveLength(4389);
  const forwarded = arrivals.filter(({ channel }) => channel === 'PROVINCIAL_MCDT');
  expect(forwarded).toHaveLength(1744);
  expect(arrivals.map(({ at }) => at)).toEqual(
    arrivals.map(({ at }) => at).toSorted((a, b) => a - b),
  );
  expect(new Set(arrivals.map(({ seed }) => seed)).size).toBe(arrivals.length);
});

test('the same month again is the same month', () => {
  expect(planArrivals(shares, days)).toEqual(arrivals);
});

test('they come on working days, the counter only while it is open, three in five from 8 to 10', () => {
  const hourOf = (at: number): number => timeOfDayMs(at) / HOUR_MS;
  for (const { at } of arrivals) expect(days).toContain(dateOf(at));
  const counter = arrivals.filter(({ channel }) => channel === 'COUNTER');
  for (const { at } of counter) expect(hourOf(at) >= 8 && hourOf(at) < 17).toBe(true);
  const early = arrivals.filter(({ at }) => hourOf(at) >= 8 && hourOf(at) < 10).length;
  expect(early / arrivals.length).toBeGreaterThan(0.55);
  expect(early / arrivals.length).toBeLessThan(0.65);
});

test('a forwarded dossier has a code of its own in the published layout, a counter dossier has none', () => {
  const codes = arrivals.flatMap(({ provinceCode, externalCode }) =>
    externalCode === null ? [] : [`${provinceCode} ${externalCode}`],
  );
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^(\d{2}) 000\.00\.19\.H\1-2309\d{2}-\d{4}$/u);
  const twice = arrivals.filter(({ againAt }) => againAt !== null);
  expect(twice.length).toBeGreaterThan(0);
  for (const { externalCode } of twice) expect(externalCode).not.toBeNull();
});
