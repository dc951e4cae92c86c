import * as z from 'zod';
import { RecordFile, RecordPerson } from '../record/file.ts';
import { type Found, type RecordFacts, sideOf } from './rules.ts';

const Stored = z.object({
  file: RecordFile,
  civilStatus: RecordPerson.pick({ fullName: true, gender: true, birthDate: true }).nullable(),
});

/** A record as its book has it: its facts, or the finding that it cannot be read. */
export type ReadRecord =
  { facts: Omit<RecordFacts, 'alike'>; unreadable: null } | { facts: null; unreadable: Found };

/**
 * Read what a book has of a record. What is not of the form of a record makes it unreadable; `place` is the
 * first such field, never what stands in it.
 */
export function readStored(stored: { file: unknown; civilStatus: unknown }): ReadRecord {
  const { data, error } = Stored.safeParse(stored);
  if (data !== undefined) return { facts: data, unreadable: null };
  const place = error.issues[0]?.path.map(String).join('.') ?? '';
  return { facts: null, unreadable: unreadableAt(place) };
}

/** The finding that something cannot be read at a field; empty where no field is known. */
export function unreadableAt(place: string): Found {
  const rule = 'UNREADABLE';
  return { rule, side: sideOf(rule), place, judgedOn: null, source: 'DEPARTMENT' };
}
