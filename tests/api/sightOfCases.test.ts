import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addressOf, routesOf } from '../support/routes.ts';
import { aRecord, askedCase, handIn, HANOI } from '../support/scenes.ts';

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
    SELECT account FROM read_audit WHERE ${caseId} = ANY (subjects) AND what = 'case'
  `);
  expect(readers).toEqual([supervisor.account.id]);
});

async function anEnteredTransfer(): Promise<{ caseId: string }> {
  return (await office.as(HANOI.records)).must('POST', '/transfers', { record: aRecord() });
}

test.each([
  { what: 'an application', opened: () => askedCase(office) },
  { what: 'a transfer', opened: anEnteredTransfer },
])('no page of $what tells an officer of another department anything', async ({ opened }) => {
  const { caseId } = await opened();
  const { line } = await (await office.as(HANOI.head)).case(caseId);
  const values = { caseId, clock: 'total' };
  const pages = routesOf(office.app).filter(
    ({ method, path }) => method === 'GET' && path.includes(':caseId'),
  );
  expect(pages.length).toBeGreaterThan(12);
  for (const username of ['chuyenvien1.na', 'hoso.na', 'truongphong.na', 'giamdoc.na']) {
    const stranger = await office.as(username);
    for (const { path } of pages) {
      const { status, body, text } = await stranger.ask('GET', addressOf(path, values));
      expect([path, status]).toEqual([path, status === 404 ? 404 : 403]);
      expect(body.code).toMatch(/^[A-Z_]+$/u);
      expect(text).not.toContain(line.subjectName);
    }
  }
});

test('who has no business with a case does not hear of it by giving it back', async () => {
  const { caseId } = await handIn(office);
  const { line } = await (await office.as(HANOI.desk)).case(caseId);
  for (const username of ['chuyenvien1.na', 'tiepnhan.tt']) {
    const stranger = await office.as(username);
    const { status, body, text } = await stranger.ask('DELETE', `/cases/${caseId}/claim`);
    expect([status, body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
    expect(text).not.toContain(line.subjectName);
  }
  const own = await (await office.as(HANOI.officer)).must('DELETE', `/cases/${caseId}/claim`);
  expect(own).toMatchObject({ caseId, holder: null });
});

test('a liaison who asks for longer does not hear whether another unit was asked', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const court = await office.as(HANOI.courtLiaison);
  const form = { basis: 'CARD_INDEX', reason: 'Phải tra cứu tàng thư' };
  for (const requestId of [policeRequest, `${caseId}/COURT-1`]) {
    const { status, body } = await court.ask('POST', '/verifications/extensions', {
      ...form,
      requestId,
    });
    expect([status, body.code]).toEqual([403, 'NOT_THE_ASKED_AGENCY']);
  }
});
