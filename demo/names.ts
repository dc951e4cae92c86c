import type { Random } from './random.ts';
import { familyNames, givenNames, middleNames } from './reference.ts';
import type { FamilyName, GivenName, MiddleName } from './reference.ts';

type NameGender = 'M' | 'F';

interface PersonName {
  /** As it is written, NFC: family, middle, given; the family name last among the Ê Đê. */
  full: string;
  family: string;
}

interface NameRequest {
  /** As in data/family-names.csv. */
  ethnicity: string;
  gender: NameGender;
  /** Family name to carry on; chosen by weight when absent. */
  family?: string;
}

/**
 * A name of this ethnicity and gender, each part by its weight in data/; no word occurs twice in it.
 *
 * Throws when data/ has no names of the ethnicity.
 */
export function makeName(random: Random, { ethnicity, gender, family }: NameRequest): PersonName {
  const pools = poolsOf(ethnicity, gender);
  const first = pools.family[0];
  if (!first) throw new Error(`data/family-names.csv has no names of ethnicity ${ethnicity}.`);
  const familyName = family ?? random.weighted(pools.family, byPercent).name;
  const middle = chosen(random, pools.middle, [familyName]);
  const given = chosen(random, pools.given, [familyName, middle]);
  if (first.name_order === 'FAMILY_FIRST') {
    return { full: joined(familyName, middle, given), family: familyName };
  }
  return { full: joined(withMarker(middle, given), familyName), family: familyName };
}

interface Pools {
  family: readonly FamilyName[];
  middle: readonly MiddleName[];
  given: readonly GivenName[];
}

const poolsByGroup = new Map<string, Pools>();

function poolsOf(ethnicity: string, gender: NameGender): Pools {
  const group = `${ethnicity}/${gender}`;
  const known = poolsByGroup.get(group);
  if (known) return known;
  const isOfGroup = (row: { ethnicity: string; gender: string }): boolean =>
    row.ethnicity === ethnicity && row.gender === gender;
  const pools = {
    family: familyNames().filter((row) => row.ethnicity === ethnicity),
    middle: middleNames().filter(isOfGroup),
    given: givenNames().filter(isOfGroup),
  };
  poolsByGroup.set(group, pools);
  return pools;
}

function byPercent(row: { percent: number }): number {
  return row.percent;
}

/** One name by weight that has no word in common with the others. */
function chosen(
  random: Random,
  pool: readonly { name: string; percent: number }[],
  others: readonly string[],
): string {
  for (;;) {
    const { name } = random.weighted(pool, byPercent);
    if (!others.some((other) => sharesWord(name, other))) return name;
  }
}

function sharesWord(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  const words = other.split(' ');
  return one.split(' ').some((word) => words.includes(word));
}

/** “Y Thanh”, but “H'Hen”: the marker that ends in an apostrophe is written closed up. */
function withMarker(marker: string, given: string): string {
  return marker.endsWith("'") ? marker + given : joined(marker, given);
}

function joined(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .normalize('NFC');
}
