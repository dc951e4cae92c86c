import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type TwoBooks, twoBooks } from '../support/twoBooks.ts';

let office: Office;
let books: TwoBooks;
beforeAll(async () => {
  office = await openOffice();
  books = await twoBooks(office);
});
afterEach(() => books.mustBeEqual());
afterAll(() => office.close());

const KEYS = [randomUUID(), randomUUID()] as const;

/** The status of a request that comes again after its reply was lost. */
async function repeated(ask: () => Promise<{ status: number }>): Promise<number> {
  await office.db.query(
    sql.unsafe`DELETE FROM idempotency_keys WHERE key = ANY (${sql.array([...KEYS], 'uuid')})`,
  );
  return (await ask()).status;
}

test('an act and a decision that were done are answered as done when they come again, whatever stands now', async () => {
  const { province, approver, head } = books;
  const [number, into] = [await books.official(1), await books.official(2)];
  const change = await books.approved(
    number,
    'PERSON_CORRECTED',
    await books.bornIn(number, 'Huế'),
  );
  const first = await books.tell(change);
  const paper = { reason: 'Lập lại' };
  const { line } = await province.case(first);
  const giveUp = () => province.tryAct(first, line.rev, 'abandon', { paper }, { key: KEYS[0] });
  expect((await giveUp()).status).toBe(200);
  const second = await books.tell(change);
  expect(await repeated(giveUp)).toBe(200);

  await books.reviewed(second);
  const { rev } = (await approver.case(second)).line;
  const update = () => approver.tryAct(second, rev, 'updateOfficially', {}, { key: KEYS[1] });
  expect((await update()).status).toBe(200);
  const { id } = await books.change(into, 'MERGE', { from: number });
  await books.apply(id);
  expect(await repeated(update)).toBe(200);

  const further = await books.change(into, 'PERSON_CORRECTED', await books.bornIn(into, 'Vinh'));
  expect(further.answer.status).toBe(200);
  const decide = (body: object) =>
    head.ask('POST', `/record-proposals/${further.id}/decision`, body);
  const other = await decide({ approve: true, token: 'x' });
  expect(other.body.code).toBe('PROPOSAL_DECIDED');
  const { approval } = further;
  expect((await decide(approval ?? {})).status).toBe(200);
  expect((await decide({ approve: false, reason: 'Không' })).body.code).toBe('PROPOSAL_DECIDED');
  await books.takeOver(await books.tell(further.id));
});
