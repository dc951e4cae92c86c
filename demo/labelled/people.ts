import { type Identity, identityOfSubject } from '../../domain/identity/identity.ts';
import { dayBetween } from '../calendar.ts';
import { KINH } from '../ethnicities.ts';
import { makeForeigner } from '../foreigners.ts';
import { makeName } from '../names.ts';
import { makePerson } from '../people.ts';
import { addressIn, birthPlaceIn, oldProvincesOf, pickOldProvince } from '../places.ts';
import type { Random } from '../random.ts';
import type { LabelledPair } from './pair.ts';
import { otherOrder, withoutNumbers, withoutParents } from './slips.ts';

type Pair = Pick<LabelledPair, 'asked' | 'known'>;

const TODAY = '2023-09-18';

/** A Vietnamese applicant with a personal ID and a whole date of birth. */
export function citizen(random: Random): Identity {
  for (;;) {
    const { subject } = makePerson(random, { onDate: TODAY });
    const whole = subject.birthDate.length === 10 && subject.personalId !== null;
    if (subject.nationality === 'VN' && whole) return identityOfSubject(subject);
  }
}

/** What a record tells of a person: one residence, the personal ID alone. */
export function onRecord(identity: Identity): Identity {
  const { residences } = identity;
  return { ...identity, otherNames: [], documents: [], residences: residences.slice(0, 1) };
}

function nameFor({ gender, fullName }: Identity, random: Random, keepFamily: boolean): string {
  const [family = ''] = fullName.split(' ');
  const kept = keepFamily ? { family } : {};
  for (;;) {
    const sex = gender === 'MALE' ? 'M' : 'F';
    const { full } = makeName(random, { ethnicity: KINH, gender: sex, ...kept });
    if (full !== fullName) return full;
  }
}

/** The same first six digits, as for whoever was born and registered alike; other serials. */
function otherSerial(random: Random, personalId: string | null, digits = 6): string {
  const kept = (personalId ?? '').slice(0, 12 - digits);
  for (;;) {
    const number = kept + random.digits(digits);
    if (number !== personalId) return number;
  }
}

export function renamed(random: Random): Pair {
  const asked = citizen(random);
  return { asked, known: { ...onRecord(asked), fullName: nameFor(asked, random, true) } };
}

export function genderChanged(random: Random): Pair {
  const asked = citizen(random);
  const gender = asked.gender === 'MALE' ? 'FEMALE' : 'MALE';
  const before = { ...onRecord(asked), gender } as const;
  return { asked, known: { ...before, fullName: nameFor(before, random, true) } };
}

const oldCard = (random: Random) => ({ type: 'CMND' as const, number: `0${random.digits(8)}` });

export function sameOldCard(random: Random): Pair {
  const [person, card] = [citizen(random), oldCard(random)];
  const known = { ...onRecord(person), personalId: null, documents: [card] };
  return { asked: { ...person, documents: [...person.documents, card] }, known };
}

export function oldCardLost(random: Random): Pair {
  const person = citizen(random);
  const known = { ...onRecord(person), personalId: null, documents: [oldCard(random)] };
  return { asked: person, known };
}

/** Years apart by more than a slip, as where somebody gave a wrong year to the police. */
export function wrongBirthYear(random: Random): Pair {
  const asked = citizen(random);
  const year = Number(asked.birthDate.slice(0, 4)) + random.pick([-4, -3, -2, 2, 3, 4]);
  const birthDate = dayBetween(random, `${year}-01-01`, `${year}-12-28`);
  return { asked, known: withoutNumbers(random, { ...onRecord(asked), birthDate }) };
}

/** The record under another name, the real one beside it or the alias told by the applicant. */
export function alias(random: Random): Pair {
  const person = citizen(random);
  const other = nameFor(person, random, false);
  const known = withoutNumbers(random, onRecord({ ...person, fullName: other }));
  if (random.chance(0.5)) {
    return { asked: person, known: { ...known, otherNames: [person.fullName] } };
  }
  return { asked: { ...person, otherNames: [other] }, known };
}

export function moved(random: Random): Pair {
  const asked = citizen(random);
  const residences = [addressIn(random, pickOldProvince(random).code, TODAY)];
  const known = withoutParents(random, withoutNumbers(random, onRecord(asked)));
  return { asked, known: { ...known, residences } };
}

function foreigner(random: Random): Identity {
  const birthDate = dayBetween(random, '1960-01-01', '2000-12-28');
  const gender = random.pick(['MALE', 'FEMALE'] as const);
  const provinceCode = pickOldProvince(random).code;
  return identityOfSubject(
    makeForeigner(random, { gender, birthDate, provinceCode, onDate: TODAY }),
  );
}

export function foreignerOtherOrder(random: Random): Pair {
  const asked = foreigner(random);
  const known = withoutParents(random, withoutNumbers(random, onRecord(asked)));
  return { asked, known: otherOrder(random, known) };
}

export function foreignerNewPassport(random: Random): Pair {
  const asked = foreigner(random);
  const documents = [{ type: 'PASSPORT' as const, number: `N${random.digits(8)}` }];
  return { asked, known: withoutParents(random, { ...onRecord(asked), documents }) };
}

export function edeOtherOrder(random: Random): Pair {
  const person = citizen(random);
  const gender = person.gender === 'MALE' ? 'M' : 'F';
  const asked = { ...person, fullName: makeName(random, { ethnicity: 'Ê Đê', gender }).full };
  return { asked, known: otherOrder(random, withoutNumbers(random, onRecord(asked))) };
}

/** Born the same day of the same parents; numbers close together or not. */
export function twins(random: Random, { sameName }: { sameName: boolean }): Pair {
  const asked = citizen(random);
  const fullName = sameName ? asked.fullName : nameFor(asked, random, true);
  const personalId = otherSerial(random, asked.personalId, random.pick([1, 2, 6]));
  return { asked, known: { ...onRecord(asked), fullName, personalId } };
}

export function twinWithTheOthersNumber(random: Random): Pair {
  const { asked, known } = twins(random, { sameName: false });
  return { asked, known: { ...known, personalId: asked.personalId } };
}

export function siblings(random: Random): Pair {
  const { asked, known } = twins(random, { sameName: false });
  const year = Number(asked.birthDate.slice(0, 4)) + random.pick([-6, -4, -3, -2, 2, 3, 5]);
  const birthDate = dayBetween(random, `${year}-01-01`, `${year}-12-28`);
  return { asked, known: { ...known, birthDate } };
}

export function homonym(random: Random, { sameDay }: { sameDay: boolean }): Pair {
  const [asked, other] = [citizen(random), citizen(random)];
  const district = asked.residences[0]?.split(', ').slice(1).join(', ') ?? '';
  const { fullName, gender, birthPlace } = asked;
  const year = asked.birthDate.slice(0, 4);
  const birthDate = sameDay
    ? asked.birthDate
    : dayBetween(random, `${Number(year) - 8}-01-01`, `${Number(year) + 8}-12-28`);
  const personalId = otherSerial(random, asked.personalId);
  const known = { ...onRecord(other), fullName, gender, birthPlace, birthDate, personalId };
  return { asked, known: { ...known, residences: [`Thôn Đoài, ${district}`] } };
}

/** Somebody else's record under this person's number. */
export function stolenNumber(random: Random): Pair {
  const [asked, other] = [citizen(random), citizen(random)];
  return { asked, known: { ...onRecord(other), personalId: asked.personalId } };
}

/** Old 9-digit numbers were given per province: two persons may have carried one. */
export function oldCardReused(random: Random, { sameName }: { sameName: boolean }): Pair {
  const [first, other, card] = [citizen(random), citizen(random), oldCard(random)];
  const asked = { ...first, documents: [...first.documents, card] };
  const known = { ...onRecord(other), personalId: null, documents: [card] };
  const { fullName, gender } = asked;
  return { asked, known: sameName ? { ...known, fullName, gender } : known };
}

export function strangersSameDay(random: Random): Pair {
  const [asked, other] = [citizen(random), citizen(random)];
  const { gender, birthDate } = asked;
  const [old] = oldProvincesOf('01', TODAY);
  const birthPlace = old === undefined ? other.birthPlace : birthPlaceIn(random, old);
  const known = withoutNumbers(random, { ...onRecord(other), gender, birthDate, birthPlace });
  return { asked, known };
}
