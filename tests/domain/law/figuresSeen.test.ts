import { expect, test } from '@jest/globals';
import { COURTS, figuresSeen, QUESTIONS } from '../../../domain/law/figuresSeen.ts';
import type { WhatIfFigures } from '../../../domain/law/run.ts';

const isCourt = (unit: string) => unit.startsWith('TAND');

function line(key: string, clocks: number) {
  return { key, clocks, moved: clocks, lateBefore: 0, lateAfter: clocks };
}

/** A trial with some questions to two courts, and as many terms of expunged persons. */
function tried(first: number, second: number): WhatIfFigures {
  return {
    of: 'WHAT_IF',
    cases: 40,
    clocks: 80 + 2 * (first + second),
    moved: 0,
    lateBefore: 0,
    lateAfter: 0,
    toLate: 0,
    toInTime: 0,
    unreached: 0,
    byProvince: [line('01', 80)],
    byUnit: [
      line('TAND-01', first),
      line('STP-01', 40),
      line('PV06-01', 40),
      line('TAND-40', second),
    ],
    byClock: [
      line('total', 40),
      line('verification:COURT', first + second),
      line('verification:POLICE', 40),
      line('expunged', first + second),
    ],
    weeks: [],
  };
}

test('many courts’ clocks stand in one line for them all', () => {
  const seen = figuresSeen(tried(4, 6), { owner: 'STP-01', isCourt });
  expect(seen).toMatchObject({
    byUnit: [line(COURTS, 10), line('STP-01', 40), line('PV06-01', 40)],
    byClock: tried(4, 6).byClock,
  });
});

test('few of them have no line: none can tell whether there were any', () => {
  const sight = { owner: 'STP-01', isCourt };
  const [few, none] = [figuresSeen(tried(1, 0), sight), figuresSeen(tried(0, 0), sight)];
  expect(few).toMatchObject({
    byUnit: [line('STP-01', 41), line('PV06-01', 40)],
    byClock: [line('total', 41), line(QUESTIONS, 41)],
  });
  const linesOf = (figures: object) => JSON.stringify(figures).match(/"key":"[^"]+"/gu);
  expect(linesOf(few)).toEqual(linesOf(none));
});

test('of the whole country courts have their line, whatever the number', () => {
  expect(figuresSeen(tried(1, 1), { owner: null, isCourt })).toMatchObject({
    byUnit: [line(COURTS, 2), line('STP-01', 40), line('PV06-01', 40)],
  });
});
