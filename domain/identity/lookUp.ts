import * as z from 'zod';
import { CalendarDate, Instant, line, prose } from '../text.ts';
import { compare, Comparison, findingsOf, IDENTITY_CLASSES, prepared } from './compare.ts';
import type { Finding } from './evidence.ts';
import { Identity } from './identity.ts';
import { formsOf } from './names.ts';
import { documentNumbersOf, personalIdsOf, type SharedNumbers } from './numbers.ts';
import type { IdentityWeights } from './weights.ts';

/** A person on a judicial record in force, with what the officer needs to tell persons apart. */
export const KnownPerson = z.strictObject({
  id: z.int(),
  recordNumber: z.string().nullable(),
  /** The record that took this one in; null of one that stands. */
  mergedInto: z.string().nullable(),
  unit: z.string(),
  unitName: z.string(),
  identity: Identity,
  judgment: z
    .strictObject({ number: line(60), date: CalendarDate, court: line(150), offence: line(250) })
    .nullable(),
});
export type KnownPerson = z.infer<typeof KnownPerson>;

export const IDENTITY_DECISIONS = ['SAME_PERSON', 'OTHER_PERSON', 'UNDECIDED'] as const;
export type IdentityDecision = (typeof IDENTITY_DECISIONS)[number];

/**
 * Body of `POST /cases/{id}/look-up/decisions`: who a known person is, and why. Several ids are records
 * of one person, at other departments and under other numbers: the decision is the same for each.
 */
export const DecisionForm = z.strictObject({
  knownPersons: z.array(z.int().min(1)).min(1).max(20),
  decision: z.enum(IDENTITY_DECISIONS),
  reason: prose(2000),
});
export type DecisionForm = z.infer<typeof DecisionForm>;

/** A decision as it was given, with the class and score the officer saw. */
export const DecisionGiven = z.strictObject({
  knownPerson: z.int(),
  decision: z.enum(IDENTITY_DECISIONS),
  reason: z.string(),
  class: z.enum(IDENTITY_CLASSES),
  score: z.number(),
  decidedByName: z.string(),
  decidedAt: Instant,
});
export type DecisionGiven = z.infer<typeof DecisionGiven>;

export const Candidate = z.strictObject({
  known: KnownPerson,
  comparison: Comparison,
  /** The latest first: it stands. */
  decisions: z.array(DecisionGiven),
});
export type Candidate = z.infer<typeof Candidate>;

/** Own-database look-up for one application (TTLT 04/2012: records since 1 July 2010). */
export const LookUp = z.strictObject({
  /** False once the case has ended: only what was decided upon is shown, nothing is searched. */
  searched: z.boolean(),
  asked: Identity,
  weights: z.strictObject({ version: z.string(), citation: z.string(), verified: z.boolean() }),
  /** The likeliest first. */
  candidates: z.array(Candidate),
  /** How many more were compared and found unlikely. */
  unlikely: z.int(),
  /** Whether more persons share the keys than are compared; then a human searches further. */
  truncated: z.boolean(),
  /** Whether the reader may decide here. */
  mayDecide: z.boolean(),
});
export type LookUp = z.infer<typeof LookUp>;

/** The decision that stands on a candidate; UNDECIDED where nobody decided. */
export function decisionOn({ decisions }: Pick<Candidate, 'decisions'>): IdentityDecision {
  return decisions[0]?.decision ?? 'UNDECIDED';
}

export interface Ranked<K> {
  known: K;
  comparison: Comparison;
}

/** Known persons by how likely each is the one asked for, all classes, the likeliest first. */
export function rank<K extends { id: number; identity: Identity }>(
  asked: Identity,
  knownPersons: readonly K[],
  weights: IdentityWeights,
): Ranked<K>[] {
  const one = prepared(asked);
  const forms = remembering(formsOf);
  const shared = sharedNumbers(knownPersons.map(({ identity }) => identity));
  const strength = ({ comparison }: Ranked<K>): number =>
    IDENTITY_CLASSES.indexOf(comparison.class) * 1000 + comparison.score;
  return knownPersons
    .map((known) => {
      const comparison = compare(one, prepared(known.identity, forms), weights, shared);
      return { known, comparison };
    })
    .toSorted((a, b) => strength(b) - strength(a) || a.known.id - b.known.id);
}

function remembering<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text) ?? of(text);
    known.set(text, before);
    return before;
  };
}

/** Numbers that persons carry whose names or birth dates contradict each other. */
export function sharedNumbers(persons: readonly Identity[]): SharedNumbers {
  const carriers = new Map<string, Identity[]>();
  for (const person of persons) {
    for (const number of [...personalIdsOf(person), ...documentNumbersOf(person)]) {
      carriers.set(number, [...(carriers.get(number) ?? []), person]);
    }
  }
  const shared = new Set<string>();
  for (const [number, ones] of carriers) {
    const contradicted = ones.some((one, index) =>
      ones.slice(index + 1).some((other) => contradict(one, other)),
    );
    if (contradicted) shared.add(number);
  }
  return shared;
}

function contradict(one: Identity, other: Identity): boolean {
  const [a, b] = [prepared(one), prepared(other)];
  const found = findingsOf(a, b, new Set());
  return CONTRADICTIONS.some((finding) => found.includes(finding));
}

const CONTRADICTIONS: readonly Finding[] = ['name.DIFFERS', 'birthDate.DIFFERS'];
