import * as z from 'zod';
import { compareBirthDates } from './dates.ts';
import { type CodeOf, type Field, type Finding, FINDINGS } from './evidence.ts';
import type { Identity } from './identity.ts';
import { compareNames, formsOf, type NameForms } from './names.ts';
import { compareDocuments, comparePersonalIds, type SharedNumbers } from './numbers.ts';
import { compareBirthPlaces, compareResidences, partsOf, type PlaceParts } from './places.ts';
import type { IdentityWeights } from './weights.ts';

/** From the weakest to the strongest. Whatever the class, a human decides who the person is. */
export const IDENTITY_CLASSES = ['UNLIKELY', 'POSSIBLE', 'CERTAIN'] as const;
export type IdentityClass = (typeof IDENTITY_CLASSES)[number];

/** What one field contributes: the finding and its weight, above zero for, below against. */
export const Contribution = z.strictObject({
  finding: z.enum(FINDINGS),
  weight: z.number(),
});

export const Comparison = z.strictObject({
  class: z.enum(IDENTITY_CLASSES),
  /** Sum of the contributions. */
  score: z.number(),
  contributions: z.array(Contribution),
});
export type Comparison = z.infer<typeof Comparison>;

/** A person with names and places prepared, for one who is compared with many. */
export interface Compared {
  identity: Identity;
  full: NameForms;
  others: readonly NameForms[];
  father: NameForms | null;
  mother: NameForms | null;
  birthPlace: PlaceParts | null;
  residences: readonly PlaceParts[];
}

/** `forms` may remember names: those who are compared with one person share many. */
export function prepared(identity: Identity, forms = formsOf): Compared {
  const { fullName, otherNames, fatherName, motherName, birthPlace, residences } = identity;
  return {
    identity,
    full: forms(fullName),
    others: otherNames.map((name) => forms(name)),
    father: fatherName === null ? null : forms(fatherName),
    mother: motherName === null ? null : forms(motherName),
    birthPlace: birthPlace === null ? null : partsOf(birthPlace),
    residences: residences.map(partsOf),
  };
}

/** What speaks for and against two persons being one, and the class that follows; symmetric. */
export function compare(
  one: Compared,
  other: Compared,
  weights: IdentityWeights,
  shared: SharedNumbers,
): Comparison {
  const contributions = findingsOf(one, other, shared).map((finding) => ({
    finding,
    weight: weights.weights[finding],
  }));
  const score = contributions.reduce((sum, { weight }) => sum + weight, 0);
  const found = new Set(contributions.map(({ finding }) => finding));
  const rounded = Math.round(score * 100) / 100;
  return { class: classOf(found, rounded, weights), score: rounded, contributions };
}

function classOf(
  found: ReadonlySet<Finding>,
  score: number,
  { certain, possibleFrom }: IdentityWeights,
): IdentityClass {
  const has = (findings: readonly Finding[]): boolean =>
    findings.some((finding) => found.has(finding));
  if (has(certain.key) && has(certain.agree) && !has(certain.never)) return 'CERTAIN';
  // A number in common is looked at by a human whatever else contradicts it: identity theft, twins.
  return score >= possibleFrom || has(certain.key) ? 'POSSIBLE' : 'UNLIKELY';
}

/** Every field that both sides tell, by what it says. */
export function findingsOf(one: Compared, other: Compared, shared: SharedNumbers): Finding[] {
  const [a, b] = [one.identity, other.identity];
  const personalId = comparePersonalIds(a, b, shared);
  const found: { [F in Field]: CodeOf<F> | null } = {
    personalId,
    document: compareDocuments(a, b, shared),
    name: nameCode(one, other),
    birthDate: compareBirthDates(a.birthDate, b.birthDate),
    gender: genderCode(a, b, personalId),
    father: parentCode(one.father, other.father),
    mother: parentCode(one.mother, other.mother),
    birthPlace: birthPlaceCode(one.birthPlace, other.birthPlace),
    residence:
      one.residences.length === 0 || other.residences.length === 0
        ? null
        : compareResidences(one.residences, other.residences),
  };
  return Object.entries(found).flatMap(([field, code]) =>
    code === null ? [] : [`${field}.${code}` as Finding],
  );
}

const AGREEING: readonly CodeOf<'name'>[] = ['SAME', 'WITHOUT_MARKS', 'OTHER_ORDER'];

/** The full names as they are, unless another name of either side agrees and they do not. */
function nameCode(one: Compared, other: Compared): CodeOf<'name'> {
  const code = compareNames(one.full, other.full);
  if (AGREEING.includes(code) || one.others.length + other.others.length === 0) return code;
  const pairs = [one.full, ...one.others].flatMap((name) =>
    [other.full, ...other.others].map((known) => compareNames(name, known)),
  );
  return pairs.some((each) => AGREEING.includes(each)) ? 'ALIAS' : code;
}

/** Two genders that are stated; OTHER is a statement that contradicts nobody. */
function genderCode(
  { gender }: Identity,
  { gender: known }: Identity,
  personalId: CodeOf<'personalId'> | null,
): CodeOf<'gender'> | null {
  if (gender === known) return 'SAME';
  if (gender === 'OTHER' || known === 'OTHER') return null;
  const sameId = personalId === 'SAME' || personalId === 'SAME_BUT_SHARED';
  return sameId ? 'DIFFERS_SAME_ID' : 'DIFFERS';
}

function parentCode(one: NameForms | null, other: NameForms | null): CodeOf<'father'> | null {
  if (one === null || other === null) return null;
  const code = compareNames(one, other);
  if (code === 'SAME' || code === 'DIFFERS') return code;
  return 'SIMILAR';
}

function birthPlaceCode(
  one: PlaceParts | null,
  other: PlaceParts | null,
): CodeOf<'birthPlace'> | null {
  return one === null || other === null ? null : compareBirthPlaces(one, other);
}
