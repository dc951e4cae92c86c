import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import type { Book, VersionCause } from '../../domain/record/book.ts';
import type { RecordFile } from '../../domain/record/file.ts';
import { sql } from '../sql.ts';

export interface NextVersion {
  number: string;
  /** The version it was made from. */
  base: number;
  file: RecordFile;
  reason?: string | null;
  /** The record that takes this one in; then there is no next version any more. */
  mergedInto?: string;
}

export interface VersionMaking {
  book: Book;
  cause: VersionCause;
  /** What brought it about: a proposal, a batch, a notice, a paper. */
  sourceId: string;
  by: string;
  approvedBy?: string | null;
  at: string;
}

/**
 * Write next versions of records of one book; gives the numbers written. A record that has moved on from
 * its base, or was merged away, is left as it is.
 */
export async function appendVersions(
  db: CommonQueryMethods,
  making: VersionMaking,
  versions: readonly NextVersion[],
): Promise<ReadonlySet<string>> {
  const rows = versions.map(({ file, ...version }) => {
    return { ...version, body: file, foldedName: foldName(file.person.fullName) };
  });
  const written = await db.anyFirst(sql.type(z.object({ append_versions: z.string() }))`
    SELECT append_versions(${JSON.stringify({ ...making, rows })}::jsonb)
  `);
  return new Set(written);
}
