import { type Difference, differencesOf, same } from './differences.ts';
import type { RecordFile } from './file.ts';

/**
 * What an approved change made of a record, as a slip tells the Centre: of a new judgment or ban every
 * field with its number, of documents of execution those that are struck and the further ones, of anything
 * else what it says now.
 */
export function toldChanges(before: RecordFile, after: RecordFile): Difference[] {
  return [
    ...differencesOf(before, after)
      .filter(({ place, ref }) => place === 'person' || place === 'note' || has(before, place, ref))
      .map(onlyMoved),
    ...newRows('judgment', before.judgments, after.judgments),
    ...newRows('ban', before.bans, after.bans),
  ];
}

type Row = RecordFile['judgments'][number] | RecordFile['bans'][number];

function has({ judgments, bans }: RecordFile, place: 'judgment' | 'ban', ref: number | null) {
  return (place === 'judgment' ? judgments : bans).some((row) => row.ref === ref);
}

function newRows(
  place: 'judgment' | 'ban',
  before: readonly Row[],
  after: readonly Row[],
): Difference[] {
  const fresh = after.filter(({ ref }) => !before.some((row) => row.ref === ref));
  return fresh.flatMap((row) =>
    Object.entries(row).map(([field, value]): Difference => {
      return { place, ref: row.ref, field, before: null, after: value };
    }),
  );
}

function onlyMoved(difference: Difference): Difference {
  const { field, before, after } = difference;
  if (field !== 'executions' || !Array.isArray(before) || !Array.isArray(after)) return difference;
  const struck = without(before, after);
  return {
    ...difference,
    before: struck.length > 0 ? struck : null,
    after: without(after, before),
  };
}

function without(entries: readonly unknown[], others: readonly unknown[]): unknown[] {
  return entries.filter((entry) => !others.some((other) => same(entry, other)));
}
