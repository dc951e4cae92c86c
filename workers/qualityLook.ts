import { setImmediate as otherWork } from 'node:timers/promises';
import type { CommonQueryMethods } from 'slonik';
import { findRecordsLike, listPersons } from '../db/read/alikeRecords.ts';
import type { Due, DueRecord } from '../db/read/qualityFacts.ts';
import type { LookedRecord } from '../db/write/quality.ts';
import { IDENTITY_CLASSES } from '../domain/identity/compare.ts';
import { type Identity, identityOfRecord } from '../domain/identity/identity.ts';
import { rank } from '../domain/identity/lookUp.ts';
import type { IdentityWeights } from '../domain/identity/weights.ts';
import { findIn, nextLook } from '../domain/quality/rules.ts';
import type { QualitySettings } from '../domain/quality/settings.ts';
import { readStored } from '../domain/quality/stored.ts';
import { RecordPerson } from '../domain/record/file.ts';

export interface QualityLaw {
  settings: QualitySettings;
  weights: IdentityWeights;
}

/** What the rules see in records: in each by itself, and which of them may be of one person. */
export async function lookAt(
  db: CommonQueryMethods,
  law: QualityLaw,
  records: readonly DueRecord[],
  { today }: Pick<Due, 'today'>,
): Promise<LookedRecord[]> {
  const read = records.map((record) => ({ record, ...readStored(record) }));
  const alike = await alikeOf(
    db,
    law,
    read.flatMap(({ record: { gone, subject, pairs }, facts }) =>
      gone || facts === null ? [] : [{ subject, pairs, identity: identityOfRecord(facts.file) }],
    ),
  );
  return read.map(({ record, facts, unreadable }) => {
    const { subject, version, checked, unit, name, folded, gone } = record;
    const looked = { subject, version, checked, unit, name, folded, againOn: null, unread: false };
    if (gone) return { ...looked, found: [] };
    if (facts === null) return { ...looked, found: [unreadable], unread: true };
    const whole = { ...facts, alike: [...(alike.get(subject) ?? [])] };
    const found = findIn(whole, law.settings, today);
    return { ...looked, found, againOn: nextLook(facts, law.settings, today) };
  });
}

interface Asked {
  subject: string;
  /** Records it stands in a pair with. */
  pairs: readonly string[];
  identity: Identity;
}

/** Numbers of records that may be of the same person, compared as they stand now; a pair is one from both sides. */
async function alikeOf(
  db: CommonQueryMethods,
  { settings, weights }: QualityLaw,
  asked: readonly Asked[],
): Promise<Map<string, Set<string>>> {
  const alike = new Map(asked.map(({ subject }) => [subject, new Set<string>()]));
  const candidates = asked.map(({ pairs }) => new Set(pairs));
  const like = await findRecordsLike(
    db,
    asked.map(({ identity }) => identity),
  );
  for (const { n, number } of like) candidates[n]?.add(number);
  const persons = await personsOf(db, new Set(candidates.flatMap((numbers) => [...numbers])));
  const least = IDENTITY_CLASSES.indexOf(settings.duplicateFrom);
  for (const [n, { subject, identity }] of asked.entries()) {
    const others = [...(candidates[n] ?? [])].flatMap((number, id) => {
      const other = number === subject ? undefined : persons.get(number);
      return other === undefined ? [] : [{ id, number, identity: other }];
    });
    for (const { comparison, known } of rank(identity, others, weights)) {
      if (IDENTITY_CLASSES.indexOf(comparison.class) < least) continue;
      alike.get(subject)?.add(known.number);
      alike.get(known.number)?.add(subject);
    }
    await otherWork();
  }
  return alike;
}

/** Who records are about, as they say now; one that cannot be read is nobody. */
async function personsOf(
  db: CommonQueryMethods,
  numbers: ReadonlySet<string>,
): Promise<Map<string, Identity>> {
  const rows = await listPersons(db, [...numbers]);
  return new Map(
    rows.flatMap(({ number, person }) => {
      const { data } = RecordPerson.safeParse(person);
      return data === undefined ? [] : [[number, identityOfRecord({ person: data })] as const];
    }),
  );
}
