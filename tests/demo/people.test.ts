import { expect, test } from '@jest/globals';
import { ageOn } from '../../demo/calendar.ts';
import { makePerson } from '../../demo/people.ts';
import type { DemoPerson } from '../../demo/people.ts';
import { seededRandom } from '../../demo/random.ts';
import { phonePrefixes, provinces, provincesOn } from '../../demo/reference.ts';
import { complexGroundsOf, Subject } from '../../domain/application.ts';
import { personalIdWarnings } from '../../domain/personalId.ts';

const TODAY = '2023-09-18';
const OLD_CODES = new Set(provinces().flatMap(({ set, code }) => (set === '63' ? [code] : [])));

function crowd(seed: string, count: number, onDate = TODAY): DemoPerson[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => makePerson(random, { onDate, dataErrors: true }));
}

const people = crowd('năm nghìn người', 5_000);
const subjects = people.map(({ subject }) => subject);
const citizens = people.filter(({ subject }) => subject.nationality === 'VN');

function warningsOf({ subject }: DemoPerson): string[] {
  const { personalId, birthDate } = subject;
  const gender = subject.gender;
  return personalId === null
    ? []
    : personalIdWarnings(personalId, { birthDate, gender }, OLD_CODES);
}

test('the same seed makes the same people', () => {
  expect(crowd('hai lần', 50)).toEqual(crowd('hai lần', 50));
});

test.each(['2015-04-06', '2020-02-29', '2023-09-18', '2025-03-01', '2026-09-18'])(
  'people of %s pass the schema of an application unchanged',
  (onDate) => {
    for (const { subject } of crowd(onDate, 300, onDate)) {
      expect(Subject.parse(subject)).toEqual(subject);
    }
  },
);

test('5,000 people have the profile of applicants', () => {
  const grounds = subjects.flatMap((subject) => complexGroundsOf(subject));
  const count = (is: (person: DemoPerson) => boolean): number => people.filter(is).length;
  expect({
    women: count(({ subject }) => subject.gender === 'FEMALE'),
    several: grounds.filter((ground) => ground === 'SEVERAL_RESIDENCES').length,
    abroad: count(
      ({ subject }) =>
        subject.nationality === 'VN' && complexGroundsOf(subject).includes('TIME_ABROAD'),
    ),
    foreigners: grounds.filter((ground) => ground === 'FOREIGNER').length,
    complex: count(({ subject }) => complexGroundsOf(subject).length > 0),
    military: count(({ subject }) => subject.hasMilitaryService),
    convicted: count(({ truth }) => truth.isConvicted),
    wrongIds: count(({ truth }) => truth.hasWrongId),
    withoutId: count(({ subject }) => subject.personalId === null),
    notKinh: citizens.filter(({ subject }) => subject.ethnicity !== 'Kinh').length,
  }).toEqual({
    women: 2425,
    several: 373,
    abroad: 103,
    foreigners: 77,
    complex: 553,
    military: 95,
    convicted: 141,
    wrongIds: 48,
    withoutId: 149,
    notKinh: 214,
  });
});

test('arrivals follow September 2023: Hồ Chí Minh City, Hà Nội and Nghệ An lead', () => {
  const counts = new Map<string, number>();
  for (const { permanentResidence } of subjects) {
    const code = permanentResidence?.provinceCode ?? 'none';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const leading = [...counts].sort(([, one], [, other]) => other - one).slice(0, 3);
  expect(leading.map(([code]) => code)).toEqual(['79', '01', '40']);
});

test('applicants are 16 to 75 years old', () => {
  const ages = subjects
    .filter(({ birthDate }) => birthDate.length === 10)
    .map(({ birthDate }) => ageOn(birthDate, TODAY));
  expect(Math.min(...ages)).toBe(16);
  expect(Math.max(...ages)).toBeLessThanOrEqual(75);
});

test('a personal ID agrees with birth and gender unless it was made wrong (NĐ 137/2015 Art. 13)', () => {
  for (const person of people) {
    expect(warningsOf(person).length > 0).toBe(person.truth.hasWrongId);
  }
  const random = seededRandom('không lỗi');
  const clean = Array.from({ length: 1_000 }, () => makePerson(random, { onDate: TODAY }));
  expect(clean.flatMap(warningsOf)).toEqual([]);
});

test('who has a personal ID shows the card that carries it; who has none shows another paper', () => {
  for (const { personalId, documents } of subjects) {
    const card = documents.find(({ type }) => type === 'CCCD');
    expect(card?.number ?? null).toBe(personalId);
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.every(({ issuedOn }) => issuedOn !== null && issuedOn <= TODAY)).toBe(true);
  }
});

test('an old card is older than the new one, and never issued after 2020', () => {
  const pairs = subjects.flatMap(({ documents }) => {
    const oldCard = documents.find(({ type }) => type === 'CMND');
    const newCard = documents.find(({ type }) => type === 'CCCD');
    return oldCard ? [{ oldCard: oldCard.issuedOn ?? '', newCard: newCard?.issuedOn }] : [];
  });
  expect(pairs.length).toBeGreaterThan(500);
  for (const { oldCard, newCard } of pairs) {
    expect(oldCard < '2021-01-01').toBe(true);
    expect(!newCard || oldCard < newCard).toBe(true);
  }
});

test('before 2016 nobody has a card with the personal ID', () => {
  for (const { subject } of crowd('trước 2016', 300, '2015-12-31')) {
    if (subject.nationality !== 'VN') continue;
    expect(subject.documents.map(({ type }) => type)).toEqual(['CMND']);
    expect(subject.personalId).toBeNull();
  }
});

test('residence since 14 has no gap, no overlap, and goes on today', () => {
  for (const { residenceHistory: history, birthDate } of subjects) {
    const first = `${Number(birthDate.slice(0, 4)) + 14}${birthDate.slice(4, 7)}`;
    expect(history[0]?.from.startsWith(first)).toBe(true);
    expect(history.at(-1)?.to).toBeNull();
    for (const [at, stay] of history.slice(1).entries()) {
      expect(monthAfter(history[at]?.to ?? '')).toBe(stay.from);
      expect(stay.from <= TODAY.slice(0, 7)).toBe(true);
    }
  }
});

test('who lives elsewhere than registered declares a temporary residence there', () => {
  for (const { subject } of citizens) {
    const { permanentResidence: home, temporaryResidence: away, residenceHistory } = subject;
    const now = residenceHistory.at(-1)?.provinceCode;
    expect(away?.provinceCode ?? home?.provinceCode).toBe(now);
    expect(away?.provinceCode).not.toBe(home?.provinceCode);
  }
});

test('foreigners show a passport and live in Vietnam now', () => {
  const foreigners = subjects.filter(({ nationality }) => nationality !== 'VN');
  for (const foreigner of foreigners) {
    expect(foreigner.documents.map(({ type }) => type)).toEqual(['PASSPORT']);
    expect(foreigner.residenceHistory.at(-1)?.countryCode).toBe('VN');
    expect(foreigner.temporaryResidence).not.toBeNull();
  }
});

test('phone numbers have ten digits and a prefix in use', () => {
  const inUse = phonePrefixes().flatMap(({ kind, prefix }) =>
    kind === 'old_11_digit' ? [] : [prefix],
  );
  for (const { phone } of subjects) {
    expect(phone).toMatch(/^0\d{9}$/);
    expect(inUse).toContain(phone?.slice(0, 3));
  }
});

test.each(['2023-09-18', '2026-09-18'])('on %s every province has people of its own', (onDate) => {
  const random = seededRandom(onDate);
  for (const { code, name } of provincesOn(onDate)) {
    const { subject } = makePerson(random, { onDate, provinceCode: code });
    const home = subject.permanentResidence ?? subject.temporaryResidence;
    expect(home?.provinceCode).toBe(code);
    expect(home?.text.toLowerCase().endsWith(name.toLowerCase())).toBe(true);
  }
});

test('a code that names no province on the day is an error', () => {
  const random = seededRandom('27');
  const request = { onDate: '2025-07-01', provinceCode: '27' };
  expect(() => makePerson(random, request)).toThrow('No province has code 27 on 2025-07-01.');
});

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
