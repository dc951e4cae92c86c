import type { Subject } from '../domain/application.ts';
import { addDays } from '../domain/instant.ts';
import type { DateText } from '../domain/instant.ts';
import { addYears, ageOn, dayBetween } from './calendar.ts';
import { inSentence } from './places.ts';
import type { Random } from './random.ts';
import { phonePrefixes } from './reference.ts';
import type { Province } from './reference.ts';

type IdentityDocument = Subject['documents'][number];

/** Who the papers are for: a Vietnamese person of at least 14. */
interface Holder {
  gender: 'MALE' | 'FEMALE';
  birthDate: DateText;
  /** Province of the 63 where the birth was registered. */
  birthProvince: Province;
}

export interface Papers {
  personalId: string | null;
  documents: IdentityDocument[];
}

// First cards under the Law on Citizen Identification; chip cards; and the last day of the old card.
export const FIRST_CARDS_ON: DateText = '2016-01-01';
const CHIP_CARDS_ON: DateText = '2021-01-01';
const LAST_OLD_CARD_DAY: DateText = '2024-12-31';

/** Birthdays at which a card must be renewed (Law 59/2014 Art. 21). */
const RENEWAL_AGES = [60, 40, 25];

/**
 * Identity papers as held on a day: a CCCD with the personal ID, the old 9-digit CMND beside it now
 * and then, rarely the CMND alone; before 2016 the CMND only. Never nothing.
 */
export function makePapers(random: Random, holder: Holder, onDate: DateText): Papers {
  const hasNewCard = onDate >= FIRST_CARDS_ON && random.chance(newCardShare(onDate));
  const oldCard = makeOldCard(random, holder, { validOn: onDate, lastDay: onDate });
  if (!hasNewCard && oldCard !== null && onDate <= LAST_OLD_CARD_DAY) {
    return { personalId: null, documents: [oldCard] };
  }
  const personalId = makePersonalId(random, holder);
  const card = makeCard(random, { holder, personalId, onDate });
  const replaced = random.chance(0.4)
    ? makeOldCard(random, holder, { validOn: card.issuedOn, lastDay: addDays(card.issuedOn, -1) })
    : null;
  return {
    personalId,
    documents: replaced === null ? [card] : [card, { ...replaced, former: true }],
  };
}

/** Personal ID: birth province, century and gender, year, six digits (NĐ 137/2015 Art. 13). */
function makePersonalId(random: Random, { gender, birthDate, birthProvince }: Holder): string {
  const century = Number(birthDate.slice(0, 2)) - 19;
  const centuryAndGender = century * 2 + (gender === 'MALE' ? 0 : 1);
  return `0${birthProvince.code}${centuryAndGender}${birthDate.slice(2, 4)}${random.digits(6)}`;
}

/** The same ID with a wrong gender digit or birth year, as data errors look; still 12 digits. */
export function contradictingId(random: Random, personalId: string): string {
  if (random.chance(0.5)) {
    const flipped = Number(personalId.charAt(3)) ^ 1;
    return `${personalId.slice(0, 3)}${flipped}${personalId.slice(4)}`;
  }
  const year = (Number(personalId.slice(4, 6)) + random.int(1, 9)) % 100;
  return `${personalId.slice(0, 4)}${String(year).padStart(2, '0')}${personalId.slice(6)}`;
}

/** A mobile number in use since 2018: ten digits, a current prefix (data/phone-prefixes.csv). */
export function makePhone(random: Random): string {
  const current = phonePrefixes().filter(({ kind }) => kind !== 'old_11_digit');
  const { prefix, subscriber_digits: count } = random.pick(current);
  return prefix + random.digits(count);
}

/** Share of applicants with the 12-digit card; before mid-2021 many still had the old one. */
function newCardShare(onDate: DateText): number {
  return onDate < '2021-07-01' ? 0.4 : 0.985;
}

function makeCard(
  random: Random,
  { holder, personalId, onDate }: { holder: Holder; personalId: string; onDate: DateText },
): IdentityDocument & { issuedOn: DateText } {
  const since = latest(
    FIRST_CARDS_ON,
    addYears(holder.birthDate, 14),
    renewalWindow(holder, onDate),
  );
  const isChipCard = onDate > CHIP_CARDS_ON && random.chance(0.85);
  const issuedOn = dayBetween(random, isChipCard ? latest(since, CHIP_CARDS_ON) : since, onDate);
  return { type: 'CCCD', number: personalId, issuedOn, issuedBy: issuerOn(issuedOn) };
}

/** A card issued in the two years before a renewal birthday stays valid to the next one. */
function renewalWindow({ birthDate }: Holder, onDate: DateText): DateText {
  const reached = RENEWAL_AGES.find((age) => ageOn(birthDate, onDate) >= age);
  return reached === undefined ? addYears(birthDate, 14) : addYears(birthDate, reached - 2);
}

/** Who issued CCCD on a day; names of the department from memory. */
function issuerOn(date: DateText): string {
  if (date < '2018-10-10') {
    return 'Cục Cảnh sát đăng ký quản lý cư trú và dữ liệu quốc gia về dân cư';
  }
  if (date < '2024-07-01') return 'Cục Cảnh sát quản lý hành chính về trật tự xã hội';
  return 'Bộ Công an';
}

/** A CMND still valid on a day (15 years), issued to the end of 2020; null for who had none. */
function makeOldCard(
  random: Random,
  { birthDate, birthProvince }: Holder,
  { validOn, lastDay }: { validOn: DateText; lastDay: DateText },
): IdentityDocument | null {
  const from = latest(addYears(birthDate, 14), addDays(addYears(validOn, -15), 1));
  const to = lastDay < CHIP_CARDS_ON ? lastDay : addDays(CHIP_CARDS_ON, -1);
  if (from > to) return null;
  return {
    type: 'CMND',
    number: `${random.int(0, 3)}${random.digits(8)}`,
    issuedOn: dayBetween(random, from, to),
    issuedBy: `Công an ${inSentence(birthProvince.name)}`,
  };
}

function latest(...dates: readonly DateText[]): DateText {
  return dates.reduce((last, date) => (date > last ? date : last));
}
