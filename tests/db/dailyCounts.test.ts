import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { transferFlow } from '../../domain/flow/transferFlow.ts';
import { DAY_MS } from '../../domain/instant.ts';
import { allOf, fillStock, NOW, STOCK } from '../support/boardStock.ts';
import { actorIn, commandOf, opened, openedTransfer } from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { live } from '../support/livedCases.ts';
import { at } from '../support/nationalCalendar.ts';
import { HANOI } from '../support/scenes.ts';
import { put } from '../support/stockOfCases.ts';

let database: TestDatabase;
let db: DatabasePool;

/** Before anything else that is counted by day. */
const OLD = at('2023-03-06');

beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 4 });
  await fillStock(db);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const account = (username: string) =>
  db.oneFirst(sql.type(z.object({ id: z.string() }))`
    SELECT id FROM accounts WHERE username = ${username}
  `);

/** A record that the Centre gives back, sent again two days later. */
async function sentTwice() {
  const records = actorIn('RECORD_OFFICER', await account(HANOI.records));
  const receiver = actorIn('CENTRE_RECEIVER', await account('tiepnhan.tt'));
  const lived = await live(db, transferFlow, openedTransfer(NOW - 9 * DAY_MS));
  await lived.act(commandOf('send', records), NOW - 8 * DAY_MS);
  await lived.act(commandOf('receive', receiver), NOW - 7 * DAY_MS);
  await lived.act(commandOf('returnRecord', receiver), NOW - 7 * DAY_MS);
  await lived.act(commandOf('send', records), NOW - 5 * DAY_MS);
}

/** A case that stood still for want of a supplement until it lapsed, long after its date. */
async function lapsed(caseId: string) {
  const lived = await live(db, applicationFlow, { ...opened({}, true, OLD), caseId });
  await lived.act(commandOf('requestSupplement', actorIn('LLTP_OFFICER')), OLD + DAY_MS);
  const until_ = lived.state().clocks.find(({ name }) => name === 'supplement')?.dueAt ?? 0;
  await lived.act(commandOf('lapse', actorIn('SYSTEM')), until_ + 1);
}

/** A case of two legal terms, ready after the shorter one and before its own. */
async function expunged(caseId: string) {
  const lived = await live(db, applicationFlow, { ...opened({}, true, OLD), caseId });
  const officer = actorIn('LLTP_OFFICER', await account(HANOI.officer));
  const grounds = ['EXPUNGEMENT_TO_VERIFY'];
  const answer = { requestId: `${caseId}/POLICE-1`, outcome: 'NO_RECORD', replaces: false };
  const acts = [
    commandOf('classify', officer, { regime: 'COMPLEX', grounds }),
    // Another ground: the longer term is written after the shorter one.
    commandOf('reclassify', officer, { grounds: ['FOREIGNER'] }),
    commandOf('answerVerification', actorIn('POLICE_LIAISON'), answer),
    commandOf('draft', officer, { conclusion: 'NO_RECORD' }),
    commandOf('check', actorIn('DIVISION_HEAD')),
    commandOf('sign', actorIn('DIRECTOR')),
    commandOf('issue', actorIn('SEAL_CLERK')),
  ];
  for (const command of acts) await lived.act(command, OLD + 9 * DAY_MS);
  const shorter = lived.state().clocks.find(({ name }) => name === 'expunged');
  expect(shorter?.stoppedAt).toBeGreaterThan(shorter?.dueAt ?? Infinity);
}

test('a record sent twice, a lapse and an expunged case are counted as their rows say', async () => {
  const late = () =>
    db.oneFirst(sql.type(z.object({ late: z.int() }))`
      SELECT sum(done_late)::int AS late FROM daily_counts
    `);
  const before = await late();
  await sentTwice();
  await lapsed('HN-P-2023-000980');
  await expunged('HN-P-2023-000981');
  expect(await late()).toBe(before);
  const listed = await allOf(db, null, { queue: 'doneLate' });
  expect(listed).toHaveLength(before);
  const sent = await db.one(sql.type(z.object({ done: z.int(), days: z.int() }))`
    SELECT sum(done)::int AS done, count(*) FILTER (WHERE done > 0)::int AS days
    FROM daily_counts WHERE kind = 'TRANSFER'
  `);
  expect(sent).toEqual({ done: 1, days: 1 });
});

test('the stock of each day is the list of the cases open at its end, closed since or not', async () => {
  const days = await db.any(sql.type(z.object({ date: z.string(), stock: z.int() }))`
    SELECT day::text AS date, (sum(sum(received - closed)) OVER (ORDER BY day))::int AS stock
    FROM daily_counts GROUP BY day ORDER BY day
  `);
  expect(days.some(({ stock }, index) => stock < (days[index - 1]?.stock ?? 0))).toBe(true);
  for (const { date, stock } of days) {
    const listed = await allOf(db, null, { queue: 'stock', to: date });
    expect([date, listed.length]).toEqual([date, stock]);
  }
  const now = await allOf(db, null, { queue: 'stock' });
  expect(now).toHaveLength(days.at(-1)?.stock ?? 0);
});

test('the counters are what the rows say, after repeats too', async () => {
  const [first] = STOCK;
  if (first !== undefined) await put(db, first);
  const different = await db.any(sql.type(z.object({ unit: z.string() }))`
    SELECT unit FROM (SELECT * FROM daily_counts EXCEPT SELECT * FROM counted_days) AS a
    UNION ALL SELECT unit FROM (SELECT * FROM counted_days EXCEPT SELECT * FROM daily_counts) AS b
  `);
  expect(different).toEqual([]);
});
