import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type pg from 'pg';
import { migrate } from '../../db/migrate.ts';
import { emptyDatabase, type TestDatabase } from '../support/databases.ts';
import { aRecord } from '../support/scenes.ts';
import {
  arrange,
  HEAD,
  migrateBefore,
  OFFICER,
  writeTransfer,
  writeUnits,
} from '../support/upgrade.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

const DAY = (day: number): string => `2023-09-0${day}T10:00:00+07:00`;
const NUMBER = '01HN2023/00001';
const SLIP = 'HN-T-2023-000002';
const DOCUMENT = {
  type: 'Giấy chứng nhận chấp hành xong án phạt tù',
  number: '12/GCN',
  date: '2023-03-02',
  issuedBy: 'Trại giam Mẫu',
  content: 'Đã chấp hành xong.',
};
const ENTRY = {
  kind: 'COMPLETION',
  number: '12/gcn',
  date: '2023-03-02',
  issuer: 'Trại giam  mẫu',
  content: 'Đã chấp hành xong hình phạt 9 tháng tù',
};

/** A record in both books, and a slip of before 0032 that the Centre took over. */
async function writeOldSlip(client: pg.Client, slip: object): Promise<void> {
  await writeUnits(client);
  const record = {
    unit: 'STP-01',
    recordNumber: NUMBER,
    step: 'OFFICIALLY_UPDATED',
    sent: [DAY(4)],
  };
  await writeTransfer(client, { ...record, caseId: 'HN-T-2023-000001', paper: aRecord() });
  await writeTransfer(client, { ...record, caseId: SLIP, paper: slip, slip: true });
  await client.query(`
    SELECT open_record(jsonb_build_object('book', 'PROVINCE', 'number', '${NUMBER}', 'unit', 'STP-01', 'caseId', p.case_id,
      'body', record_file(p.body), 'cause', 'OPENED', 'sourceId', p.id, 'foldedName', 'x', 'at', '${DAY(4)}', 'by', '${OFFICER}'))
    FROM papers p WHERE case_id = 'HN-T-2023-000001'`);
  await client.query(`INSERT INTO official_records SELECT '${NUMBER}', case_id, id, '${DAY(5)}' FROM papers
    WHERE case_id = 'HN-T-2023-000001'`);
  await client.query(`INSERT INTO slips VALUES ('${SLIP}', '${NUMBER}', 'x')`);
  await client.query(`INSERT INTO official_slips SELECT case_id, '${NUMBER}', id, '${DAY(7)}' FROM papers
    WHERE case_id = '${SLIP}'`);
}

/** A change that the head approved in the department's own record: `at` is set to `made`. */
async function approve(
  client: pg.Client,
  { kind, details, at, made }: { kind: string; details: object; at: string; made: object },
): Promise<void> {
  await client.query(
    `INSERT INTO record_proposals (id, number, base, kind, details, reason, proposed_by, proposed_at, state, decided_by, decided_at)
     VALUES (gen_random_uuid(), $1, 1, $2, $3, 'x', $4, $6, 'APPROVED', $5, $6)`,
    [NUMBER, kind, details, OFFICER, HEAD, DAY(6)],
  );
  await client.query(
    `SELECT append_versions(jsonb_build_object('book', 'PROVINCE', 'cause', p.kind, 'sourceId', p.id, 'by', '${OFFICER}',
       'at', '${DAY(6)}', 'rows', jsonb_build_array(jsonb_build_object('number', p.number, 'base', 1, 'foldedName', 'x',
       'body', jsonb_set(v.body, $1::text[], $2::jsonb)))))
     FROM record_proposals p JOIN record_versions v ON v.book = 'PROVINCE' AND v.number = p.number`,
    [at, made],
  );
}

function approveEntry(client: pg.Client, entry: object): Promise<void> {
  const at = '{judgments,0,executions,0}';
  return approve(client, { kind: 'EXECUTION', details: { ref: 1, entry }, at, made: entry });
}

interface Said {
  judgments: { ref: number; executions: object[]; principalPenalty: string }[];
  versions: number;
  /** Whether the slip tells of an approved change. */
  told: boolean;
}

/** What both books say, the province's first. */
function books(): Promise<Said[]> {
  return arrange(database.url, async (client) => {
    const { rows } = await client.query<Said>(`
      SELECT h.body -> 'judgments' AS judgments, r.head AS versions,
        (SELECT proposal IS NOT NULL FROM slips) AS told
      FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
      ORDER BY r.book DESC`);
    return rows;
  });
}

/** Write the books as they were before 0032, and bring them to now. */
async function upgraded(work: (client: pg.Client) => Promise<void>): Promise<Said[]> {
  await migrateBefore(database.url, '0032');
  await arrange(database.url, work);
  await migrate(database.url);
  return books();
}

test('a document that an old slip told of and the head had approved stands once in both books', async () => {
  const both = await upgraded(async (client) => {
    await writeOldSlip(client, { judgment: null, document: DOCUMENT });
    await approveEntry(client, ENTRY);
  });
  expect(both.map(({ judgments }) => judgments.map(({ executions }) => executions))).toEqual([
    [[ENTRY]],
    [[ENTRY]],
  ]);
  expect(both).toMatchObject([
    { versions: 4, told: true },
    { versions: 3, told: true },
  ]);
  const { rows } = await arrange(database.url, (client) =>
    client.query<{ cause: string }>(
      `SELECT cause FROM record_versions WHERE book = 'PROVINCE' ORDER BY version`,
    ),
  );
  expect(rows.map(({ cause }) => cause)).toEqual(['OPENED', 'EXECUTION', 'SLIP', 'SLIP_TWICE']);
});

test('an old slip of another document stands beside what was approved', async () => {
  const both = await upgraded(async (client) => {
    await writeOldSlip(client, { judgment: null, document: DOCUMENT });
    await approveEntry(client, { ...ENTRY, number: '13/GCN' });
  });
  expect(both.map(({ judgments }) => judgments[0]?.executions.length)).toEqual([2, 1]);
  expect(both).toMatchObject([
    { versions: 3, told: false },
    { versions: 2, told: false },
  ]);
});

test.each([
  ['in the same words', {}],
  ['in other spelling', { court: 'TÒA ÁN  nhân dân Quận Ba Đình' }],
])(
  'a judgment that an old slip and the head had %s is one judgment, alike in both books',
  async (_, words) => {
    const { judgment } = aRecord();
    const typed = {
      ...judgment,
      number: '45/2023/HSST',
      date: '2023-02-01',
      effectiveDate: '2023-03-01',
    };
    const approved = { ...typed, ...words, principalPenalty: '15 tháng tù' };
    const bare = { offenceCode: null, catalogueVersion: null, executions: [], abolished: null };
    const [own, copy] = await upgraded(async (client) => {
      await writeOldSlip(client, { judgment: typed, document: null });
      await approve(client, {
        kind: 'FURTHER_JUDGMENT',
        details: { judgment: approved },
        at: '{judgments,1}',
        made: { ...approved, ...bare, ref: 2 },
      });
    });
    expect(own?.judgments.map(({ ref, principalPenalty }) => [ref, principalPenalty])).toEqual([
      [1, judgment.principalPenalty],
      [2, '15 tháng tù'],
    ]);
    expect(copy?.judgments).toEqual(own?.judgments);
    expect([own?.told, copy?.told]).toEqual([true, true]);
  },
);
