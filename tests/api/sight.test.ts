import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  answer,
  aRecord,
  askedCase,
  decide,
  handIn,
  HANOI,
  RECORD_DRAFT,
  RECORD_FOUND,
} from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('what is known of convictions is hidden from the counter and the supervisor', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  await answer(office, `${caseId}/COURT-1`, RECORD_FOUND);
  await decide(office, caseId, RECORD_DRAFT);
  const words = ['RECORD_FOUND', 'HAS_RECORD', 'Trộm cắp', 'HSST', 'Còn án tích'];
  const seenBy = async (username: string): Promise<string[]> => {
    const person = await office.as(username);
    const pages = await Promise.all(
      ['', '/events', '/time', '/holdings'].map((page) =>
        person.ask('GET', `/cases/${caseId}${page}`),
      ),
    );
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    return words.filter((word) => pages.some(({ text }) => text.includes(word)));
  };
  expect(await seenBy(HANOI.officer)).toEqual(words);
  for (const username of [HANOI.desk, HANOI.supervisor, HANOI.seal]) {
    expect([username, await seenBy(username)]).toEqual([username, []]);
  }
});

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
