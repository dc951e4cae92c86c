import type { Subject } from '../domain/application.ts';
import { addDays } from '../domain/instant.ts';
import type { DateText } from '../domain/instant.ts';
import { addYears, ageOn, dayBetween } from './calendar.ts';
import { isMatrilineal, pickEthnicity } from './ethnicities.ts';
import { makeForeigner } from './foreigners.ts';
import { makeName } from './names.ts';
import { contradictingId, makePapers, makePhone } from './papers.ts';
import type { Papers } from './papers.ts';
import { birthPlaceIn, codeOn, oldProvincesOf, pickOldProvince } from './places.ts';
import type { Random } from './random.ts';
import type { Province } from './reference.ts';
import { makeResidence } from './residence.ts';

interface PersonRequest {
  /** Province of residence, as coded on that day; chosen by real arrivals when absent. */
  provinceCode?: string;
  onDate: DateText;
  /** Lets about 1 % of personal IDs contradict birth year or gender, as data errors do. */
  dataErrors?: boolean;
}

/** A made-up person: what the form says, and what is true behind it. */
export interface DemoPerson {
  /** The application's own shape; passes `Subject` of domain/application.ts. */
  subject: Subject;
  /** For the simulated agencies, never part of an application. */
  truth: {
    /** Police and courts hold a conviction (3 %). */
    isConvicted: boolean;
    /** The personal ID was made to contradict the other facts. */
    hasWrongId: boolean;
  };
}

const FOREIGNER_SHARE = 0.015;
const CONVICTED_SHARE = 0.03;
const WRONG_ID_SHARE = 0.01;

/** Ages of applicants, mostly people who look for work here or abroad; a guess. */
const AGES = [
  { from: 16, to: 17, share: 1 },
  { from: 18, to: 24, share: 30 },
  { from: 25, to: 34, share: 38 },
  { from: 35, to: 44, share: 18 },
  { from: 45, to: 54, share: 8 },
  { from: 55, to: 64, share: 4 },
  { from: 65, to: 75, share: 1 },
];

/**
 * A believable applicant of 16 to 75: 1.5 % foreigners, 10 % with several provinces or time abroad,
 * 2 % with military service, 3 % convicted. Two people may by chance share a personal ID.
 *
 * Throws when no province has the code on that day.
 */
export function makePerson(random: Random, request: PersonRequest): DemoPerson {
  const { onDate } = request;
  const home = request.provinceCode
    ? random.pick(oldProvincesOf(request.provinceCode, onDate))
    : pickOldProvince(random);
  const gender = random.chance(0.51) ? 'MALE' : 'FEMALE';
  const facts = { gender, birthDate: makeBirthDate(random, onDate), home, onDate } as const;
  const isConvicted = random.chance(CONVICTED_SHARE);
  if (random.chance(FOREIGNER_SHARE)) {
    const subject = makeForeigner(random, { ...facts, provinceCode: codeOn(home, onDate) });
    return { subject, truth: { isConvicted, hasWrongId: false } };
  }
  const subject = makeCitizen(random, facts);
  const { personalId } = subject;
  if (!request.dataErrors || personalId === null || !random.chance(WRONG_ID_SHARE)) {
    return { subject, truth: { isConvicted, hasWrongId: false } };
  }
  const wrong = withId(subject, contradictingId(random, personalId));
  return { subject: wrong, truth: { isConvicted, hasWrongId: true } };
}

interface CitizenFacts {
  gender: 'MALE' | 'FEMALE';
  birthDate: DateText;
  /** Province of the 63 where the person has permanent residence. */
  home: Province;
  onDate: DateText;
}

function makeCitizen(random: Random, facts: CitizenFacts): Subject {
  const { gender, birthDate, home, onDate } = facts;
  const ethnicity = pickEthnicity(random, home.code);
  const birthProvince = random.chance(0.9) ? home : pickOldProvince(random);
  const papers: Papers = makePapers(random, { gender, birthDate, birthProvince }, onDate);
  const provinceCode = codeOn(home, onDate);
  const { permanent, temporary, history } = makeResidence(random, {
    provinceCode,
    birthDate,
    onDate,
  });
  const age = ageOn(birthDate, onDate);
  return {
    ...makeFamily(random, { ethnicity, gender, age }),
    gender,
    // Elderly people may know their year of birth only.
    birthDate: age >= 55 && random.chance(0.04) ? birthDate.slice(0, 4) : birthDate,
    birthPlace: birthPlaceIn(random, birthProvince),
    nationality: 'VN',
    ethnicity,
    ...papers,
    permanentResidence: permanent,
    temporaryResidence: temporary,
    residenceHistory: history,
    hasMilitaryService: hasServed(random, gender, age),
    phone: makePhone(random),
    email: random.chance(0.35) ? `nguoi.dan.${random.digits(8)}@example.com` : null,
  };
}

type Family = Pick<Subject, 'fullName' | 'otherNames' | 'fatherName' | 'motherName' | 'spouseName'>;

function makeFamily(
  random: Random,
  { ethnicity, gender, age }: { ethnicity: string; gender: 'MALE' | 'FEMALE'; age: number },
): Family {
  const father = makeName(random, { ethnicity, gender: 'M' });
  const mother = makeName(random, { ethnicity, gender: 'F' });
  const { family } = isMatrilineal(ethnicity) ? mother : father;
  const isMan = gender === 'MALE';
  const ownName = (): string =>
    makeName(random, { ethnicity, gender: isMan ? 'M' : 'F', family }).full;
  const spouseName = (): string => makeName(random, { ethnicity, gender: isMan ? 'F' : 'M' }).full;
  return {
    fullName: ownName(),
    otherNames: random.chance(0.02) ? [ownName()] : [],
    fatherName: random.chance(0.01) ? null : father.full,
    motherName: mother.full,
    spouseName: random.chance(marriedShare(age)) ? spouseName() : null,
  };
}

function marriedShare(age: number): number {
  if (age < 20) return 0;
  return age < 28 ? 0.3 : 0.8;
}

/** Makes up 2 % of all applicants: about one man in 26, one woman in 300, from 20 on. */
function hasServed(random: Random, gender: 'MALE' | 'FEMALE', age: number): boolean {
  return age >= 20 && random.chance(gender === 'MALE' ? 0.042 : 0.003);
}

function makeBirthDate(random: Random, onDate: DateText): DateText {
  const band = random.weighted(AGES, ({ share }) => share);
  const age = random.int(band.from, band.to);
  return dayBetween(random, addDays(addYears(onDate, -age - 1), 1), addYears(onDate, -age));
}

function withId(subject: Subject, personalId: string): Subject {
  const documents = subject.documents.map((document) =>
    document.type === 'CCCD' ? { ...document, number: personalId } : document,
  );
  return { ...subject, personalId, documents };
}
