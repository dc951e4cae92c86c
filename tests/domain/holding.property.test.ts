import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { workingMsBetween } from '../../domain/clock/workingTime.ts';
import { type Held, HOLDERS, OFFICE_HOLDERS } from '../../domain/flow/holder.ts';
import { type Attribution, sharesOf, type Span, spansOf, sumsOf } from '../../domain/holding.ts';
import { HOUR_MS } from '../../domain/instant.ts';
import { ALL_YEARS, at } from '../support/nationalCalendar.ts';

const OPENED = at('2023-09-18');
const SPAN_MS = 40 * 24 * HOUR_MS;

const instant = fc.integer({ min: OPENED, max: OPENED + SPAN_MS });
const interval = fc
  .tuple(instant, instant)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const held: fc.Arbitrary<Held> = fc.record({
  holder: fc.constantFrom(...HOLDERS),
  unit: fc.constantFrom('STP-01', 'PV06-01', null),
});
/** Intervals made disjoint, as the database keeps rulings. */
const disjoint = fc.array(instant, { maxLength: 6 }).map((instants) => {
  const sorted = instants.toSorted((a, b) => a - b);
  return sorted.flatMap((from, index) => {
    const to = sorted[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
  });
});
const attribution: fc.Arbitrary<Attribution> = fc
  .record({
    life: interval,
    log: fc.array(fc.tuple(instant, held), { maxLength: 12 }),
    outages: fc.array(interval, { maxLength: 4 }),
    rulings: disjoint.chain((intervals) =>
      fc.tuple(...intervals.map((one) => held.map((to) => ({ ...one, ...to })))),
    ),
  })
  .map(({ log, ...rest }) => ({
    ...rest,
    log: log
      .map(([from, someone]) => ({ from, to: null, ...someone }))
      .toSorted((a, b) => a.from - b.from),
  }));
const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 300 });

function holderAt(spans: readonly Span[], moment: number): Span | undefined {
  return spans.find(({ from, to }) => from <= moment && moment < to);
}

test('every instant of a life belongs to exactly one holder, without gap or overlap', () => {
  check(
    fc.property(attribution, (some) => {
      const spans = spansOf(some);
      expect(spans.every(({ from, to }) => from < to)).toBe(true);
      const bounds = spans.map(({ from }) => from);
      expect(bounds).toEqual(
        [some.life.from, ...spans.map(({ to }) => to)].slice(0, bounds.length),
      );
      expect(spans.at(-1)?.to ?? some.life.from).toBe(some.life.to);
    }),
  );
});

test('what the holders held adds up exactly to the office time and to the wall clock', () => {
  check(
    fc.property(attribution, (some) => {
      const { from, to } = some.life;
      const sums = sumsOf(spansOf(some), ALL_YEARS);
      const total = (of: 'workingMs' | 'wallMs') => sums.reduce((sum, each) => sum + each[of], 0);
      expect(total('workingMs')).toBe(workingMsBetween(from, to, ALL_YEARS));
      expect(total('wallMs')).toBe(to - from);
      const shares = sharesOf(sums).reduce((sum, share) => sum + share, 0);
      expect(shares).toBeCloseTo(from === to ? 0 : 1, 9);
    }),
  );
});

test('a ruling stands above an outage, an outage above the log for office people only', () => {
  check(
    fc.property(attribution, instant, (some, moment) => {
      const span = holderAt(spansOf(some), moment);
      if (span === undefined) return;
      const covers = (one: { from: number; to: number }) => one.from <= moment && moment < one.to;
      const ruling = some.rulings.find(covers);
      const logged = some.log.findLast(({ from }) => from <= moment);
      const officePeople = logged !== undefined && OFFICE_HOLDERS.includes(logged.holder);
      const down = officePeople && some.outages.some(covers);
      if (ruling !== undefined)
        expect(span).toMatchObject({ holder: ruling.holder, because: 'RULING' });
      else if (down) expect(span).toMatchObject({ holder: 'SYSTEM', because: 'OUTAGE' });
      else expect(span).toMatchObject({ holder: logged?.holder ?? 'SYSTEM', because: 'LOG' });
    }),
  );
});

test('the order in which outages are told makes no difference', () => {
  check(
    fc.property(attribution, (some) => {
      const turned = { ...some, outages: some.outages.toReversed() };
      expect(spansOf(turned)).toEqual(spansOf(some));
    }),
  );
});
