import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { type Office, openOffice } from '../support/office.ts';
import { aRecord, handIn, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('another department and the Centre do not see an application', async () => {
  const { caseId } = await handIn(office);
  for (const username of ['chuyenvien1.na', 'tiepnhan.tt']) {
    const { status, body } = await (await office.as(username)).ask('GET', `/cases/${caseId}`);
    expect([status, body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
  }
});

test('the Centre sees a transfer once it is sent, and not before', async () => {
  const records = await office.as(HANOI.records);
  const { caseId } = await records.must('POST', '/transfers', { record: aRecord() });
  const receiver = await office.as('tiepnhan.tt');
  expect(receiver.account.unit).toBe(CENTRE_UNIT);
  expect((await receiver.ask('GET', `/cases/${caseId}`)).body.code).toBe('NOT_YOUR_UNIT');
  await records.act(caseId, 'send');
  expect((await receiver.ask('GET', `/cases/${caseId}`)).status).toBe(200);
});

test('reading a case is noted: who, which, when', async () => {
  const { caseId } = await handIn(office);
  const supervisor = await office.as(HANOI.supervisor);
  await supervisor.case(caseId);
  const readers = await office.db.anyFirst(sql.type(z.object({ account: z.string() }))`
    SELECT account FROM read_audit WHERE case_id = ${caseId} AND what = 'case'
  `);
  expect(readers).toEqual([supervisor.account.id]);
});
