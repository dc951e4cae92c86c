import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { anAnswer, registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('an answer about a case that never was is refused by that name and kept', async () => {
  const pens = await registerPens(office, [HANOI.police]);
  const message = anAnswer('HN-P-2023-999999/POLICE-1');
  const jws = await pens.sign(message, 'verification-answer');
  const { status, body } = await new Person(office.app).ask('POST', '/agency-messages', { jws });
  expect([status, body.code]).toEqual([404, 'CASE_NOT_FOUND']);
  const Kept = z.object({ state: z.string(), code: z.string().nullable() });
  const kept = await office.db.one(sql.type(Kept)`
    SELECT state, refusal_code AS code FROM agency_messages WHERE message_id = ${message.messageId}
  `);
  expect(kept).toEqual({ state: 'REFUSED', code: 'CASE_NOT_FOUND' });
});
