import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const FOLDER = join(import.meta.dirname, '..', '..', 'db', 'migrations');

/** Bring an empty database to the schema before a migration, as a release before it left it. */
export async function migrateBefore(url: string, first: string): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted();
  await arrange(url, async (client) => {
    await client.query('CREATE TABLE migrations (name text PRIMARY KEY)');
    for (const name of files.filter((file) => file < first)) {
      await client.query(await readFile(join(FOLDER, name), 'utf8'));
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
  });
}

/** Do something in a database as its owner. */
export async function arrange<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An officer of old, whose id stands in what they did. */
export const OFFICER = '00000000-0000-4000-8000-000000000001';
export const HEAD = '00000000-0000-4000-8000-000000000002';

/** Two departments, an officer and a head of the first one. */
export async function writeUnits(client: pg.Client): Promise<void> {
  await client.query(`INSERT INTO units (code, kind, name, province_code, prefix) VALUES
    ('STP-01', 'STP', 'Sở Tư pháp Hà Nội', '01', 'HN'), ('STP-40', 'STP', 'Sở Tư pháp Nghệ An', '40', 'NA')`);
  await client.query(
    `INSERT INTO accounts (id, username, password_hash, display_name, title, roles, unit)
     VALUES ($1, 'hoso', 'x', 'Cán bộ', 'x', '{RECORD_OFFICER}', 'STP-01'), ($2, 'truongphong', 'x', 'Trưởng phòng', 'x', '{DIVISION_HEAD}', 'STP-01')`,
    [OFFICER, HEAD],
  );
}

export interface OldTransfer {
  caseId: string;
  unit: string;
  recordNumber: string;
  step: string;
  /** Instants at which it was sent. */
  sent: readonly string[];
  /** What its paper says. */
  paper: object;
  slip?: boolean;
}

/** A transfer as the workflow left it. */
export async function writeTransfer(
  client: pg.Client,
  { caseId, unit, recordNumber, step, sent, paper, slip = false }: OldTransfer,
): Promise<void> {
  const at = '2023-09-04T09:00:00+07:00';
  await client.query(
    `INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
     VALUES ($1, 'TRANSFER', $2, $3, 'h', '{}', true, $4, $5)`,
    [caseId, unit, paper, OFFICER, at],
  );
  await client.query(
    `INSERT INTO subjects (case_id, full_name, folded_name, birth_date)
     VALUES ($1, 'Lê Văn Cũ', 'le van cu', '1980-05-05')`,
    [caseId],
  );
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO papers (id, case_id, act, body, written_by, written_at)
     VALUES (gen_random_uuid(), $1, 'enter', $2, $3, $4) RETURNING id`,
    [caseId, paper, OFFICER, at],
  );
  for (const [index, when] of sent.entries()) {
    await client.query(
      `INSERT INTO case_events (case_id, rev, update_id, act, step, actor, actor_unit, at, codes, hash)
       VALUES ($1, $2, $3, 'send', 'SENT', $4, $5, $6, '{}', 'h')`,
      [caseId, index + 1, `send ${index}`, OFFICER, unit, when],
    );
  }
  const state = {
    sendings: sent.length,
    recordNumber,
    recordPaperId: rows[0]?.id,
    ...(slip && { slip }),
  };
  await client.query(
    `INSERT INTO cases (case_id, kind, unit, step, rev, opened_at, state)
     VALUES ($1, 'TRANSFER', $2, $3, $4, $5, $6)`,
    [caseId, unit, step, sent.length, at, state],
  );
}
