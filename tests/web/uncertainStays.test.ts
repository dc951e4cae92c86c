import { expect, test } from '@jest/globals';
import { residenceWarnings } from '../../domain/residenceWarnings.ts';
import { uncertainStays } from '../../web/officer/case/uncertainStays.ts';

const BORN = '1990-05-07';
const TODAY = '2023-09-05';

function at(place: string, from: string, to: string | null) {
  return { place, from, to, provinceCode: '01', countryCode: 'VN' };
}

function told(...history: ReturnType<typeof at>[]): string[] {
  const warnings = residenceWarnings({ birthDate: BORN, residenceHistory: history }, TODAY);
  return uncertainStays(history, warnings).map(({ stay, code }) => `${stay.place} ${code}`);
}

test('each warning stands with the place it is about, in the order of the history', () => {
  expect(
    told(
      at('A', '2004-09', '2010-03'),
      at('B', '2012-01', '2020-06'),
      at('C', '2020-01', '2022-01'),
    ),
  ).toEqual([
    'A RESIDENCE_BEGINS_LATE',
    'B RESIDENCE_GAP',
    'C RESIDENCE_OVERLAP',
    'C RESIDENCE_ENDS_EARLY',
  ]);
});

test('the eleventh place is not taken for the second', () => {
  const years = Array.from({ length: 10 }, (_, year) => 2004 + year);
  const yearly = years.map((year) => at(`${year}`, `${year}-05`, `${year + 1}-05`));
  expect(told(...yearly, at('Z', '2015-01', null))).toEqual(['Z RESIDENCE_GAP']);
});

test('a whole history says nothing', () => {
  expect(told(at('A', '2004-05', '2010-03'), at('B', '2010-03', null))).toEqual([]);
});
