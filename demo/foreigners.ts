import type { Subject } from '../domain/application.ts';
import type { DateText } from '../domain/instant.ts';
import { addYears, dayBetween } from './calendar.ts';
import { COUNTRIES } from './countries.ts';
import type { Country } from './countries.ts';
import { makePhone } from './papers.ts';
import { addressIn } from './places.ts';
import type { Random } from './random.ts';
import { spread } from './residence.ts';
import type { Stop } from './residence.ts';

interface ForeignerRequest {
  gender: 'MALE' | 'FEMALE';
  birthDate: DateText;
  /** Province where the person lives in Vietnam. */
  provinceCode: string;
  onDate: DateText;
}

/**
 * A foreigner who resides in Vietnam: passport instead of a personal ID, no permanent residence
 * here, and a history that begins at home.
 */
export function makeForeigner(random: Random, request: ForeignerRequest): Subject {
  const { gender, birthDate, provinceCode, onDate } = request;
  const country = random.weighted(COUNTRIES, ({ foreignerShare }) => foreignerShare);
  const birthPlace = placeIn(random, country);
  const here = { text: addressIn(random, provinceCode, onDate), provinceCode };
  const stops: Stop[] = [
    { place: placeIn(random, country), provinceCode: null, countryCode: country.code },
    { place: here.text, provinceCode, countryCode: 'VN' },
  ];
  return {
    fullName: nameOf(random, country, gender),
    otherNames: [],
    gender,
    birthDate,
    birthPlace,
    nationality: country.code,
    ethnicity: null,
    personalId: null,
    documents: [passport(random, country, { birthDate, onDate })],
    fatherName: nameOf(random, country, 'MALE'),
    motherName: nameOf(random, country, 'FEMALE'),
    spouseName: null,
    permanentResidence: null,
    temporaryResidence: here,
    residenceHistory: spread(random, stops, { birthDate, onDate }),
    hasMilitaryService: false,
    phone: makePhone(random),
    email: null,
  };
}

function nameOf(random: Random, country: Country, gender: 'MALE' | 'FEMALE'): string {
  const family = random.pick(country.family);
  const given = random.pick(gender === 'MALE' ? country.givenMale : country.givenFemale);
  return country.order === 'FAMILY_FIRST' ? `${family} ${given}` : `${given} ${family}`;
}

function placeIn(random: Random, country: Country): string {
  return `${random.pick(country.cities)}, ${country.name}`;
}

function passport(
  random: Random,
  country: Country,
  { birthDate, onDate }: { birthDate: DateText; onDate: DateText },
): Subject['documents'][number] {
  const tenYearsAgo = addYears(onDate, -10);
  const from = birthDate > tenYearsAgo ? birthDate : tenYearsAgo;
  return {
    type: 'PASSPORT',
    number: `${random.pick(['A', 'C', 'E', 'K', 'M', 'P'])}${random.digits(8)}`,
    issuedOn: dayBetween(random, from, onDate),
    issuedBy: `Cơ quan xuất nhập cảnh ${country.name}`,
  };
}
