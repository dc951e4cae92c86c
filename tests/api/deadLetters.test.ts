import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { DeadLetter } from '../../domain/integration.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { answer, askedCase, HANOI, RECORD_FOUND } from '../support/scenes.ts';
import { nameOf } from '../support/tellingCase.ts';
import { until } from '../support/until.ts';

let office: Office;
let admin: Person;
beforeAll(async () => {
  office = await openOffice();
  admin = await office.as('quantri');
});
afterAll(() => office.close());

const letters = async (query = ''): Promise<DeadLetter[]> =>
  (await admin.must('GET', `/integrations/dead-letters${query}`)).letters;

const preview = (messageIds: readonly string[]) =>
  admin.must('POST', '/integrations/resends/previews', { messageIds });

const order = (token: string) => admin.must('POST', `/integrations/resends/${token}`);

function refusedFor(messageId: string) {
  return until(async () => {
    const code = await office.db.maybeOneFirst(sql.type(z.object({ code: z.string().nullable() }))`
      SELECT rejected_code AS code FROM outgoing_messages WHERE id = ${messageId}
    `);
    return code !== null;
  });
}

/** A case whose question to the court was refused for good. */
async function courtRefused() {
  office.agencies.mood.rejecting.add(HANOI.court);
  const asked = await askedCase(office);
  await answer(office, asked.policeRequest, RECORD_FOUND);
  const messageId = `${asked.caseId}/COURT-1/round-1`;
  await refusedFor(messageId);
  office.agencies.mood.rejecting.delete(HANOI.court);
  return { ...asked, messageId };
}

/** A case whose question the police refused for good, and an order to send it again that nobody has taken. */
async function orderedCase() {
  office.agencies.mood.rejecting.add(HANOI.police);
  const asked = await askedCase(office);
  const messageId = `${asked.policeRequest}/round-1`;
  await refusedFor(messageId);
  return { ...asked, messageId };
}

test('an administrator sends a question to a court again without learning whom it is about', async () => {
  const { caseId, messageId } = await courtRefused();
  const { token: _none, ...before } = await preview([messageId]);
  expect(before).toEqual({ included: [], excluded: [{ messageId, why: 'NOT_FOUND' }] });
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    id: expect.stringMatching(/^[\da-f-]{36}$/u),
    caseId: null,
    unit: null,
    unitName: null,
    kind: 'VERIFICATION_REQUEST',
    code: 'INVALID_MESSAGE',
  });
  const key = letter?.id ?? '';
  expect((await letters())[0]?.id).toBe(key);
  const found = await Promise.all(
    [`?q=${caseId}`, `?unit=${HANOI.court}`, `?after=${encodeURIComponent(messageId)}`].map(
      letters,
    ),
  );
  expect(found).toEqual([[], [], []]);
  expect((await preview([key, messageId])).excluded).toEqual([{ messageId, why: 'NOT_FOUND' }]);

  const { token, included } = await preview([key]);
  const file = await admin.ask('GET', '/dead-letters.csv');
  const told = JSON.stringify([letter, included, file.text]);
  for (const needle of [caseId, HANOI.court, await nameOf(office, HANOI.court), 'COURT'])
    expect(told).not.toContain(needle);
  expect(await order(token)).toEqual({ ordered: 1 });
  await until(async () => (await letters()).length === 0);
  const asked = office.agencies.asked.filter(({ toUnit }) => toUnit === HANOI.court);
  expect(asked.map((one) => one.messageId)).toEqual([messageId]);
});

test('pages go on behind a letter whose name says nothing', async () => {
  const made = [await courtRefused(), await courtRefused(), await orderedCase()];
  office.agencies.mood.rejecting.delete(HANOI.police);
  const first = await admin.must('GET', '/integrations/dead-letters?limit=1');
  const second = await admin.must('GET', `/integrations/dead-letters?limit=1&after=${first.next}`);
  const third = await letters(`?after=${second.next}`);
  expect([first.letters[0].caseId, second.letters[0].caseId]).toEqual([null, null]);
  expect(third).toMatchObject([{ id: made[2]?.messageId, unit: HANOI.police }]);
});

test.each([
  {
    what: 'answered',
    meanwhile: ({ policeRequest }: { policeRequest: string }) => answer(office, policeRequest),
  },
  {
    what: 'withdrawn with its case',
    meanwhile: async ({ caseId }: { caseId: string }) => {
      const desk = await office.as(HANOI.desk);
      await desk.act(caseId, 'withdraw', { paper: { reason: 'Không còn nhu cầu' } });
    },
  },
  {
    what: 'of a case that is closed',
    meanwhile: ({ caseId }: { caseId: string }) =>
      office.db.query(sql.typeAlias('void')`
        UPDATE cases SET closed_at = now() WHERE case_id = ${caseId}
      `),
  },
])('a question $what since the order is not sent again', async ({ meanwhile }) => {
  const asked = await orderedCase();
  const { token } = await preview([asked.messageId]);
  office.agencies.mood.rejecting.delete(HANOI.police);
  // Not its turn yet: what the worker finds when it takes the order has changed by then.
  await office.db.query(sql.typeAlias('void')`
    ALTER TABLE resend_orders ALTER COLUMN next_at SET DEFAULT now() + interval '1 hour'
  `);
  await order(token);
  await meanwhile(asked);
  await office.db.query(sql.typeAlias('void')`
    ALTER TABLE resend_orders ALTER COLUMN next_at SET DEFAULT now()
  `);
  await office.db.query(sql.typeAlias('void')`UPDATE resend_orders SET next_at = now()`);
  const outcome = await until(() =>
    office.db.maybeOneFirst(sql.type(z.object({ outcome: z.string().nullable() }))`
      SELECT outcome FROM resend_orders WHERE message_id = ${asked.messageId}
    `),
  );
  expect(outcome).toBe('NO_LONGER_NEEDED');
  const sent = office.agencies.asked.filter(({ messageId }) => messageId === asked.messageId);
  expect(sent).toEqual([]);
});
