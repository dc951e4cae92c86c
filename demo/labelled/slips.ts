import type { Identity } from '../../domain/identity/identity.ts';
import { addressIn, pickOldProvince } from '../places.ts';
import type { Random } from '../random.ts';

/** A change that leaves the person the same: how a clerk, a form or the years tell the same facts otherwise. */
export type Slip = (random: Random, identity: Identity) => Identity;

const LETTERS = 'a e i o u n t h g c'.split(' ');
const MARKS = /\p{M}/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** One letter of the given name typed wrong, dropped, doubled or swapped with its neighbour. */
export const typingError: Slip = (random, identity) => {
  const letters = Array.from(identity.fullName);
  const spots = letters.flatMap((letter, at) =>
    letter !== ' ' && letters[at - 1] !== ' ' && at > 0 ? [at] : [],
  );
  const at = random.pick(spots);
  const ways = [
    () => letters.splice(at, 1, random.pick(LETTERS)),
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, letters[at] ?? ''),
  ];
  random.pick(ways)();
  return { ...identity, fullName: letters.join('') };
};

/** “hòa” as “hoà”, “Lý” as “Lí” and the other way round, sometimes decomposed. */
export const otherSpelling: Slip = (random, identity) => {
  const moved = identity.fullName.split(' ').map(withToneMoved).join(' ');
  const fullName = moved
    .replace(/y(?=\p{M}*( |$))/gu, 'i')
    .normalize(random.chance(0.3) ? 'NFD' : 'NFC');
  return { ...identity, fullName };
};

/** The tone of `oa`, `oe`, `uy` on the other of the two vowels. */
function withToneMoved(word: string): string {
  const text = word.normalize('NFD');
  const found = /^(.*)([ou])(\p{M}*)([aey])(\p{M}*)$/iu.exec(text);
  if (found === null) return word;
  const [, head, one, oneMarks = '', two, twoMarks = ''] = found;
  const tone = TONES.exec(oneMarks + twoMarks)?.[0] ?? '';
  const rest = (marks: string): string => marks.replace(TONES, '');
  const onFirst = TONES.test(oneMarks);
  const first = `${one}${rest(oneMarks)}${onFirst ? '' : tone}`;
  const second = `${two}${rest(twoMarks)}${onFirst ? tone : ''}`;
  return `${head}${first}${second}`.normalize('NFC');
}

/** Another mark on one vowel of the given name: “Hùng” as “Hưng”. */
export const otherMarks: Slip = (random, identity) => {
  const words = identity.fullName.split(' ');
  const given = (words.pop() ?? '').normalize('NFD').replace(MARKS, '');
  const marked = given.replace(
    /[aeiouy]/iu,
    (vowel) => vowel + random.pick(['\u0300', '\u0301', '\u0323']),
  );
  return { ...identity, fullName: [...words, marked.normalize('NFC')].join(' ') };
};

/** Capitals without any mark, as old lists were typed. */
export const withoutMarks: Slip = (_random, identity) => ({
  ...identity,
  fullName: plain(identity.fullName),
  fatherName: identity.fatherName === null ? null : plain(identity.fatherName),
  motherName: identity.motherName === null ? null : plain(identity.motherName),
});

function plain(name: string): string {
  const folded = name.normalize('NFD').replace(MARKS, '');
  return folded.replace(/đ/gu, 'd').replace(/Đ/gu, 'D').toUpperCase();
}

export const yearOnly: Slip = (_random, identity) => ({
  ...identity,
  birthDate: identity.birthDate.slice(0, 4),
});

export const monthOnly: Slip = (_random, identity) => ({
  ...identity,
  birthDate: identity.birthDate.slice(0, 7),
});

/** One digit of the day or of the year of birth written wrong; the result is a date. */
export const dateSlip: Slip = (random, identity) => {
  const { birthDate } = identity;
  for (;;) {
    const at = random.pick([2, 3, 8, 9]);
    const slipped = birthDate.slice(0, at) + random.digits(1) + birthDate.slice(at + 1);
    const parsed = Date.parse(slipped);
    const isDate = !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === slipped;
    const isPast = slipped < '2008-01-01' && slipped > '1930';
    if (isDate && isPast && slipped !== birthDate) return { ...identity, birthDate: slipped };
  }
};

/** Day and month the other way round, where that makes a date; otherwise the year alone. */
export const dayAndMonthSwapped: Slip = (random, identity) => {
  const [year = '', month, day] = identity.birthDate.split('-');
  if (Number(day) > 12 || day === month) return yearOnly(random, identity);
  return { ...identity, birthDate: `${year}-${day}-${month}` };
};

export const withoutParents: Slip = (_random, identity) => ({
  ...identity,
  fatherName: null,
  motherName: null,
});

export const withoutNumbers: Slip = (_random, identity) => ({
  ...identity,
  personalId: null,
  documents: [],
});

/** As an older record tells: half of them another residence, a third only the province of birth. */
export const yearsApart: Slip = (random, identity) => {
  const home = random.chance(0.5) ? identity.residences : [addressOf(random)];
  const birthPlace = random.chance(0.33)
    ? (identity.birthPlace?.split(', ').at(-1) ?? null)
    : identity.birthPlace;
  return { ...identity, residences: home, birthPlace };
};

function addressOf(random: Random): string {
  return addressIn(random, pickOldProvince(random).code, '2023-09-18');
}

/** The middle name left out, where there is one. */
export const withoutMiddleName: Slip = (_random, identity) => {
  const words = identity.fullName.split(' ');
  const [first = ''] = words;
  const fullName = words.length > 2 ? `${first} ${words.at(-1)}` : identity.fullName;
  return { ...identity, fullName };
};

/** Words of the name the other way round, as foreigners' and Ê Đê names are entered. */
export const otherOrder: Slip = (_random, identity) => {
  const [first = '', ...rest] = identity.fullName.split(' ');
  return { ...identity, fullName: [...rest, first].join(' ') };
};

/** A personal ID of somebody else altogether. */
export const wrongNumber: Slip = (random, identity) => ({
  ...identity,
  personalId: `0${random.digits(11)}`,
});

/** One digit of the personal ID written wrong; without an ID nothing changes. */
export const idSlip: Slip = (random, identity) => {
  const { personalId } = identity;
  if (personalId === null) return identity;
  const at = random.int(6, 11);
  const digit = (Number(personalId[at]) + random.int(1, 9)) % 10;
  const slipped = `${personalId.slice(0, at)}${digit}${personalId.slice(at + 1)}`;
  return { ...identity, personalId: slipped, documents: [] };
};
