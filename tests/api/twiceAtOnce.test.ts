import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { absencesOf } from '../support/absences.ts';
import { hire } from '../support/accounts.ts';
import { type Office, openOffice } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { askedCase, HANOI } from '../support/scenes.ts';
import { aPaper } from '../support/supplies.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const { anAbsence } = absencesOf(() => office);

/** The same request of one person three times at once; gives the statuses and the replies. */
async function atOnce(person: Person, method: string, path: string, body?: object) {
  const key = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => person.ask(method, path, body, { key })));
  return {
    statuses: answers.map(({ status }) => status),
    texts: new Set(answers.map(({ text }) => text)),
    first: answers[0]?.body,
  };
}

test('an absence that is entered and cancelled twice at once is entered and cancelled once', async () => {
  const officer = await office.as(HANOI.officer);
  const entered = await atOnce(officer, 'POST', '/absences', await anAbsence());
  expect([entered.statuses, entered.texts.size]).toEqual([[201, 201, 201], 1]);
  const { statuses } = await atOnce(officer, 'DELETE', `/absences/${entered.first.id}`);
  expect(new Set(statuses).size).toBe(1);
  expect(statuses[0]).toBeLessThan(300);
});

test('a dispute that is opened twice at once is opened once', async () => {
  const { caseId } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const body = { clock: 'total', day: null, wanted: null, reason: 'Tính sai ngày' };
  const { statuses, texts } = await atOnce(officer, 'POST', `/cases/${caseId}/disputes`, body);
  expect([new Set(statuses).size, texts.size]).toEqual([1, 1]);
  expect(statuses[0]).toBeLessThan(300);
});

test('one key in the hands of two units enters one paper, at once and after', async () => {
  await hire(office, [{ username: 'hoso.na', roles: ['RECORD_OFFICER'], unit: 'STP-40' }]);
  const people = [await office.as(HANOI.records), await office.as('hoso.na')];
  const key = randomUUID();
  const body = { supply: aPaper('Lê Văn Khóa'), channel: 'PAPER', scans: [] };
  const enter = () =>
    Promise.all(people.map((person) => person.ask('POST', '/supplies', body, { key })));
  const codes = async () => (await enter()).map(({ status, body: said }) => said.code ?? status);
  const first = await codes();
  expect(new Set(first)).toEqual(new Set([201, 'IDEMPOTENCY_KEY_REUSED']));
  expect(await codes()).toEqual(first);
});
