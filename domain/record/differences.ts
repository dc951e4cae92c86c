import * as z from 'zod';
import type { RecordFile } from './file.ts';

/** One field that two contents of a record do not have in common; values as shown, null where absent. */
export const Difference = z.strictObject({
  place: z.enum(['person', 'judgment', 'ban', 'note']),
  /** Number of the judgment or ban; null for the others. */
  ref: z.int().nullable(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type Difference = z.infer<typeof Difference>;

/** What changed from one content of a record to another, field by field. */
export function differencesOf(before: RecordFile, after: RecordFile): Difference[] {
  return [
    ...fieldsOf('person', null, before.person, after.person),
    ...rowsOf('judgment', before.judgments, after.judgments),
    ...rowsOf('ban', before.bans, after.bans),
    ...fieldsOf('note', null, { note: before.note }, { note: after.note }),
  ];
}

interface Row {
  ref: number;
}

function rowsOf(place: 'judgment' | 'ban', before: readonly Row[], after: readonly Row[]) {
  const refs = new Set([...before, ...after].map(({ ref }) => ref));
  return [...refs].flatMap((ref) => {
    const find = (rows: readonly Row[]): object => rows.find((row) => row.ref === ref) ?? {};
    return fieldsOf(place, ref, find(before), find(after));
  });
}

function fieldsOf(
  place: Difference['place'],
  ref: number | null,
  before: object,
  after: object,
): Difference[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const fields = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...fields]
    .filter((field) => field !== 'ref' && !same(old[field] ?? null, now[field] ?? null))
    .map((field) => {
      return { place, ref, field, before: old[field] ?? null, after: now[field] ?? null };
    });
}

/** Whether two values say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [first, second] = [Object.entries(a), b as Record<string, unknown>];
  return (
    first.length === Object.keys(b).length &&
    first.every(([key, value]) => same(value, second[key]))
  );
}
