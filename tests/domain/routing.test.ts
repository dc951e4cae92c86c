import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type AskedUnit, UnitMissing } from '../../domain/routing/askedUnit.ts';
import { type RoutedPerson, routesOf } from '../../domain/routing/routes.ts';
import { Routing } from '../../domain/routing/routing.ts';
import { askedThen } from '../../domain/routing/takenOver.ts';

const DATA = new URL('../../data/', import.meta.url);
const ROUTING = Routing.parse(
  JSON.parse(readFileSync(new URL('routing/routing.json', DATA), 'utf8')),
);
const KINDS: Record<string, AskedUnit['kind']> = {
  POLICE_RECORDS_PROVINCIAL: 'POLICE',
  POLICE_RECORDS_NATIONAL: 'POLICE',
  PROVINCIAL_COURT: 'COURT',
  CENTRAL_MILITARY_COURT: 'MILITARY_COURT',
  NATIONAL_CENTRE: 'CENTRE',
};
const UNITS = unitsOfTable();

function unitsOfTable(): AskedUnit[] {
  const rows: Record<string, string>[] = parse(
    readFileSync(new URL('courts-police.csv', DATA), 'utf8'),
    { columns: true },
  );
  return rows.flatMap((row) => {
    const kind = KINDS[row['kind'] ?? ''];
    if (kind === undefined) return [];
    return [
      {
        code: row['unit_code'] ?? '',
        kind,
        provinceCode: row['province_code'] || null,
        validFrom: row['valid_from'] ?? null,
        validTo: row['valid_to'] || null,
        successor: row['successor_unit_code'] || null,
      },
    ];
  });
}

type Stay = RoutedPerson['residenceHistory'][number];

function stay(provinceCode: string | null, from = '2005-01', to: string | null = null): Stay {
  return { from, to, place: 'x', provinceCode, countryCode: provinceCode === null ? 'KR' : 'VN' };
}

function asked(
  residenceHistory: Stay[],
  onDate = '2023-09-18',
  more: Partial<RoutedPerson> = {},
): [string, string][] {
  const person = { nationality: 'VN', hasMilitaryService: false, residenceHistory, ...more };
  return routesOf(person, onDate, ROUTING, UNITS).map(({ unit, why }) => [unit, why.join('+')]);
}

test('one province, no service: one unit of the police and nobody else', () => {
  expect(asked([stay('01', '1990-01', '1999-12'), stay('01')])).toEqual([['PV06-01', 'RESIDENCE']]);
});

test('several provinces: the police of each, and the National Centre (Law 28/2009 Art. 47)', () => {
  expect(asked([stay('36', '1995-01', '2003-12'), stay('40'), stay('01')])).toEqual([
    ['PV06-36', 'RESIDENCE'],
    ['PV06-40', 'RESIDENCE'],
    ['PV06-01', 'RESIDENCE'],
    ['TTLLTPQG', 'SEVERAL_PROVINCES'],
  ]);
});

test('time abroad and a foreign passport bring the National Centre once, for both reasons', () => {
  const lived = [stay(null, '2015-01', '2019-01'), stay('79', '2019-02')];
  expect(asked(lived, '2023-09-18', { nationality: 'KR' })).toEqual([
    ['PV06-79', 'RESIDENCE'],
    ['TTLLTPQG', 'TIME_ABROAD+FOREIGNER'],
  ]);
});

test('after the Centre has gone, V06 is asked for the whole country', () => {
  expect(asked([stay(null, '2015-01')], '2025-03-03')).toEqual([
    ['V06', 'TIME_ABROAD+RESIDENCE_UNKNOWN'],
  ]);
});

test('military service brings the Central Military Court (TTLT 04/2012 Art. 22)', () => {
  expect(asked([stay('01')], '2023-09-18', { hasMilitaryService: true })).toEqual([
    ['PV06-01', 'RESIDENCE'],
    ['TAQSTW', 'MILITARY_SERVICE'],
  ]);
});

test('two provinces that were merged since are one question to the successor, for both reasons', () => {
  const lived = [stay('36', '1995-01', '2003-12'), stay('37', '2004-01')];
  expect(asked(lived, '2025-06-30').map(([unit]) => unit)).toEqual(['PV06-36', 'PV06-37', 'V06']);
  expect(asked(lived, '2025-07-01')).toEqual([
    ['PV06-37-2025', 'MERGED_PROVINCE+RESIDENCE'],
    ['V06', 'SEVERAL_PROVINCES'],
  ]);
  expect(asked([stay('36', '1995-01', '2003-12')], '2025-07-01')).toEqual([
    ['PV06-37-2025', 'MERGED_PROVINCE'],
  ]);
});

test('a code is read with its time: 24 was Bắc Giang and is Bắc Ninh', () => {
  const past = [stay('24', '2000-01', '2010-12')];
  expect(asked(past, '2023-09-18')).toEqual([['PV06-24', 'RESIDENCE']]);
  expect(asked([...past, stay('27', '2011-01', '2024-01')], '2025-08-01')).toEqual([
    ['PV06-24-2025', 'RESIDENCE+MERGED_PROVINCE'],
    ['V06', 'SEVERAL_PROVINCES'],
  ]);
});

test('each province’s police has its own court beside it; national units have none', () => {
  const person = {
    nationality: 'VN',
    hasMilitaryService: false,
    residenceHistory: [stay('40'), stay('79')],
  };
  expect(routesOf(person, '2023-09-18', ROUTING, UNITS).map(({ court }) => court)).toEqual([
    'TAND-40',
    'TAND-79',
    null,
  ]);
});

test('each route cites the provision of each of its reasons', () => {
  for (const { why, citations } of routesOf(
    { nationality: 'KR', hasMilitaryService: true, residenceHistory: [stay('01'), stay(null)] },
    '2023-09-18',
    ROUTING,
    UNITS,
  )) {
    expect(citations).toEqual(why.map((reason) => ROUTING.reasons[reason].citation));
  }
});

test('a question is never left out because a unit is not known', () => {
  expect(() => asked([stay('99')])).toThrow(UnitMissing);
});

test.each<[string, Stay[], string, string, string[]]>([
  [
    'lived in one that was merged',
    [stay('36', '2005-01', '2015-12')],
    'PV06-37-2025',
    '2025-06-20',
    ['PV06-36'],
  ],
  ['lives in one that lends its code', [stay('37')], 'PV06-37-2025', '2025-06-20', ['PV06-37']],
  [
    'lived in two that were merged into one',
    [stay('36', '2005-01', '2015-12'), stay('37', '2016-01')],
    'PV06-37-2025',
    '2025-06-20',
    ['PV06-36', 'PV06-37'],
  ],
  [
    'asked after the merger',
    [stay('36', '2005-01', '2015-12')],
    'PV06-37-2025',
    '2025-07-02',
    ['PV06-37-2025'],
  ],
  ['the national look-up before March 2025', [stay('01')], 'V06', '2025-02-20', ['TTLLTPQG']],
  ['the national look-up since', [stay('01')], 'V06', '2025-03-20', ['V06']],
])(
  'who had the files of a unit’s question on an earlier day: %s',
  (_what, lived, code, earlier, had) => {
    const unit = UNITS.find((each) => each.code === code);
    if (unit === undefined) throw new Error(code);
    const days = { today: '2025-08-04', earlier };
    expect(askedThen(unit, { residenceHistory: lived }, days, UNITS)).toEqual(had);
  },
);

test.each(['STATELESS', 'UNDETERMINED'] as const)(
  '%s: the whole country is searched',
  (nationality) => {
    expect(asked([stay('01')], '2023-09-18', { nationality })).toEqual([
      ['PV06-01', 'RESIDENCE'],
      ['TTLLTPQG', 'NO_NATIONALITY'],
    ]);
  },
);
