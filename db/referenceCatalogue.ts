import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { foldName } from '../domain/foldName.ts';
import type { ListedOffence } from '../domain/offence/offence.ts';
import { listLines, readList } from '../domain/offence/readList.ts';
import { readRows, ReferenceRefused } from './referenceFiles.ts';

const FILE = 'offences.csv';
/** The day on which the list that ships was compiled (data/README.md). */
const COMPILED_AT = '2026-11-22T00:00:00+07:00';

interface Catalogue {
  offences: readonly ListedOffence[];
  sha256: string;
}

/** The catalogue that ships. Throws {@link ReferenceRefused} with the line of the first fault. */
export async function readCatalogue(data: string): Promise<Catalogue> {
  const rows = await readRows(data, FILE);
  const headings = Object.keys(rows[0] ?? {});
  const records = rows.map((row) => headings.map((heading) => row[heading] ?? ''));
  const lines = listLines([headings, ...records], []);
  if (lines === null) throw new ReferenceRefused(FILE, '', 'lacks columns');
  const { offences, problems } = readList(lines);
  const [first] = problems;
  if (first !== undefined) {
    throw new ReferenceRefused(FILE, `line ${first.line}, ${first.column}`, first.code);
  }
  const bytes = await readFile(join(data, FILE));
  return { offences, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Make the list that ships the first release; a database that has releases keeps its own. */
export async function loadCatalogue(
  client: pg.Client,
  { offences, sha256 }: Catalogue,
): Promise<void> {
  const { rowCount } = await client.query(
    'SELECT FROM catalogue_releases WHERE version IS NOT NULL',
  );
  if (rowCount !== 0) return;
  const id = randomUUID();
  const rows = offences.map((body) => ({ body, folded: foldName(body.name) }));
  await client.query('BEGIN');
  try {
    await client.query(
      `INSERT INTO catalogue_releases (id, state, title, file_name, encoding, sha256, imported_at)
       VALUES ($1, 'DRAFT', 'Danh mục biên soạn', $2, 'UTF-8', $3, $4)`,
      [id, FILE, sha256, COMPILED_AT],
    );
    await client.query('SELECT put_offences($1, $2::jsonb, false)', [id, JSON.stringify(rows)]);
    await client.query(
      `UPDATE catalogue_releases SET state = 'PUBLISHED', version = 1, released_at = $2 WHERE id = $1`,
      [id, COMPILED_AT],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
