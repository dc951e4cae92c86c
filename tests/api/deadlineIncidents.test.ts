import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI, handIn } from '../support/scenes.ts';

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  await hire(office, [
    { username: 'vai.giamsat', roles: ['SUPERVISOR'], unit: HANOI.unit },
    { username: 'vai.giamsathcm', roles: ['SUPERVISOR'], unit: 'STP-79' },
    { username: 'vai.giamsatqg', roles: ['SUPERVISOR'], unit: CENTRE_UNIT },
    { username: 'vai.quantri', roles: ['SYSTEM_ADMIN'], unit: CENTRE_UNIT },
  ]);
  ({ caseId } = await handIn(office));
  for (const [clock, cleared] of [
    ['total', null],
    ['send', '2023-09-20T00:00:00Z'],
    ['police', null],
  ]) {
    await office.db.query(sql.typeAlias('void')`
      INSERT INTO deadline_incidents (case_id, clock, stored_at, first_at, second_at,
        first_explanation, second_explanation, found_at, cleared_at)
      VALUES (${caseId}, ${clock ?? ''}, '2023-09-29T16:59:59.999Z', '2023-09-28T16:59:59.999Z', NULL,
        ${JSON.stringify(FIRST)}::jsonb, ${JSON.stringify(SECOND)}::jsonb,
        '2023-09-19T18:00:00Z', ${cleared ?? null}::timestamptz)
    `);
  }
});
afterAll(() => office.close());

const FIRST = {
  amount: 10,
  unit: 'calendarDay',
  error: null,
  days: [{ date: '2023-09-18', kind: 'START', nature: 'WORKING', counted: 0 }],
};
const SECOND = { givenBack: null, error: '2023-09-18 is not among the dates', days: [] };

const list = async (username: string, query = '') =>
  (await office.as(username)).ask('GET', `/deadline-incidents${query}`);

test('a supervisor sees the unit’s open incidents with both explanations side by side', async () => {
  const { status, body } = await list('vai.giamsat');
  expect(status).toBe(200);
  expect(body.incidents.map(({ clock }: { clock: string }) => clock).toSorted()).toEqual([
    'police',
    'total',
  ]);
  expect(body.incidents[0]).toMatchObject({
    caseId,
    unit: HANOI.unit,
    storedAt: '2023-09-29T16:59:59.999Z',
    firstAt: '2023-09-28T16:59:59.999Z',
    secondAt: null,
    firstExplanation: FIRST,
    secondExplanation: SECOND,
    clearedAt: null,
  });
  expect(body).toMatchObject({ next: null, round: null });
});

test('another unit sees none of them and may not ask for them', async () => {
  expect((await list('vai.giamsathcm')).body.incidents).toEqual([]);
  const asked = await list('vai.giamsathcm', `?unit=${HANOI.unit}`);
  expect([asked.status, asked.body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
});

test.each(['vai.giamsatqg', 'vai.quantri'])(
  '%s sees those of all units, or of one',
  async (who) => {
    expect((await list(who)).body.incidents).toHaveLength(2);
    expect((await list(who, '?unit=STP-79')).body.incidents).toEqual([]);
  },
);

test('cleared ones are asked for; pages follow each other without repeating', async () => {
  const cleared = await list('vai.quantri', '?state=cleared');
  expect(cleared.body.incidents.map(({ clock }: { clock: string }) => clock)).toEqual(['send']);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(
      'vai.quantri',
      `?state=all&limit=1&after=${encodeURIComponent(after)}`,
    );
    seen.push(...page.body.incidents.map(({ id }: { id: string }) => id));
    after = page.body.next;
  }
  expect(new Set(seen).size).toBe(3);
  expect(seen).toHaveLength(3);
});

test('the oldest come first when asked for, a case is found by its number, and all go into a file', async () => {
  const instants = async (query: string): Promise<string[]> => {
    const { incidents } = (await list('vai.quantri', query)).body;
    return incidents.map(({ foundAt }: { foundAt: string }) => foundAt);
  };
  await office.db.query(sql.typeAlias('void')`
    UPDATE deadline_incidents SET found_at = '2023-09-18T18:00:00Z' WHERE clock = 'police'
  `);
  const newest = await instants('?state=all');
  expect(newest).toEqual(newest.toSorted().toReversed());
  expect(await instants('?state=all&order=oldest')).toEqual(newest.toReversed());
  const { next } = (await list('vai.quantri', '?state=all&order=oldest&limit=1')).body;
  const rest = await instants(`?state=all&order=oldest&after=${encodeURIComponent(next)}`);
  expect(rest).toEqual(newest.toReversed().slice(1));
  expect(await instants(`?q=${caseId.toLowerCase()}`)).toHaveLength(2);
  expect(await instants('?q=HN-P-2023-999999')).toEqual([]);
  const admin = await office.as('vai.quantri');
  const { text, headers } = await admin.ask('GET', '/deadline-incidents.csv?state=all');
  expect(headers['content-type']).toMatch(/^text\/csv/u);
  expect(text.match(new RegExp(caseId, 'gu'))).toHaveLength(3);
  const elsewhere = await office.as('vai.giamsathcm');
  expect((await elsewhere.ask('GET', '/deadline-incidents.csv')).text).not.toContain(caseId);
});

test('a state that is none is named by its field', async () => {
  const { status, body } = await list('vai.quantri', '?state=lost');
  expect([status, body.fields[0].path]).toEqual([400, 'state']);
});
