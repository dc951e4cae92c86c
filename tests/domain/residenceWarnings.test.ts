import { expect, test } from '@jest/globals';
import { residenceWarnings } from '../../domain/residenceWarnings.ts';

const TODAY = '2023-09-05';
/** Turned 14 in May 2004. */
const BORN = '1990-05-07';

function warned(birthDate: string, ...stays: [from: string, to: string | null][]): string[] {
  const residenceHistory = stays.map(([from, to]) => ({ from, to }));
  return residenceWarnings({ birthDate, residenceHistory }, TODAY).map(
    ({ path, code }) => `${path.replace('subject.residenceHistory.', '')} ${code}`,
  );
}

test.each<[string, string, [string, string | null][], string[]]>([
  ['whole since 14', BORN, [['2004-05', null]], []],
  ['whole since before 14', BORN, [['1990-05', null]], []],
  ['begun the month after', BORN, [['2004-06', null]], []],
  ['begun two months late', BORN, [['2004-07', null]], ['0.from RESIDENCE_BEGINS_LATE']],
  ['day of birth unknown', '1990-05', [['2004-06', null]], []],
  ['only the year is known: December', '1990', [['2005-01', null]], []],
  ['only the year is known: later', '1990', [['2005-02', null]], ['0.from RESIDENCE_BEGINS_LATE']],
  [
    'moved within a month',
    BORN,
    [
      ['2004-05', '2010-03'],
      ['2010-03', null],
    ],
    [],
  ],
  [
    'moved into the next month',
    BORN,
    [
      ['2004-05', '2010-03'],
      ['2010-04', null],
    ],
    [],
  ],
  [
    'a month left out',
    BORN,
    [
      ['2004-05', '2010-03'],
      ['2010-05', null],
    ],
    ['1.from RESIDENCE_GAP'],
  ],
  [
    'two at once',
    BORN,
    [
      ['2004-05', '2010-03'],
      ['2010-02', null],
    ],
    ['1.from RESIDENCE_OVERLAP'],
  ],
  [
    'two to this day',
    BORN,
    [
      ['2004-05', null],
      ['2010-02', null],
    ],
    ['1.from RESIDENCE_OVERLAP'],
  ],
  [
    'one inside another',
    BORN,
    [
      ['2004-05', '2020-01'],
      ['2006-01', '2007-01'],
      ['2020-02', null],
    ],
    ['1.from RESIDENCE_OVERLAP'],
  ],
  [
    'in any order',
    BORN,
    [
      ['2015-01', null],
      ['2004-05', '2012-01'],
    ],
    ['0.from RESIDENCE_GAP'],
  ],
  ['ended last month', BORN, [['2004-05', '2023-08']], []],
  ['ended in July', BORN, [['2004-05', '2023-07']], ['0.to RESIDENCE_ENDS_EARLY']],
  [
    'the last to end is not the last row',
    BORN,
    [
      ['2004-05', '2020-01'],
      ['2004-05', '2010-01'],
    ],
    ['1.from RESIDENCE_OVERLAP', '0.to RESIDENCE_ENDS_EARLY'],
  ],
  ['a child', '2015-01-01', [['2015-01', null]], []],
  ['nothing yet', BORN, [], []],
])('%s', (_what, birthDate, stays, expected) => {
  expect(warned(birthDate, ...stays)).toEqual(expected);
});
