import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readPdf } from '../print/readPdf.ts';
import { trialOffice } from '../support/exchange.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { aRecord, HANOI } from '../support/scenes.ts';

const LETTERS = '/exchange/dispatches';

let office: Office;
let province: Person;
beforeAll(async () => {
  office = await openOffice();
  province = await office.as(HANOI.records);
});
afterAll(() => office.close());

async function sent(name: string): Promise<{ caseId: string; recordNumber: string }> {
  const entered = await province.must('POST', '/transfers', { record: aRecord(name) });
  await province.act(entered.caseId, 'send');
  return entered;
}

const cover = (caseIds: string[], key: string = randomUUID()) =>
  province.ask('POST', LETTERS, { caseIds }, { key });

test('what was sent goes under one number with a list, once per sending', async () => {
  const [first, second] = [await sent('Trần Văn Một'), await sent('Trần Văn Hai')];
  const waiting = await province.must('GET', `${LETTERS}/waiting`);
  expect(waiting.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual([
    first.caseId,
    second.caseId,
  ]);
  const key = randomUUID();
  const { status, body } = await cover([second.caseId, first.caseId], key);
  expect([status, body.number, body.records, body.slips]).toEqual([201, '1/CV-STP', 2, 0]);
  expect((await cover([second.caseId, first.caseId], key)).body.id).toBe(body.id);
  const twice = await cover([first.caseId]);
  expect([twice.status, twice.body.code]).toEqual([409, 'NOT_DISPATCHABLE']);

  const { dispatch } = await province.must('GET', `/transfers/${first.caseId}`);
  expect(dispatch).toEqual({ id: body.id, number: '1/CV-STP' });
  const response = await office.app.inject({
    url: `/api/v1${LETTERS}/${body.id}/paper.pdf`,
    headers: { cookie: province.cookie },
  });
  const words = readPdf(response.rawPayload).text.replace(/\s+/gu, ' ');
  for (const text of [
    'Số: 1/CV-STP',
    'Trung tâm Lý lịch tư pháp quốc gia',
    '2 bản lý lịch tư pháp và 0 phiếu',
    second.recordNumber,
    'Trần Văn Một',
    '11/02/1985',
    '7/2022/HSST',
  ]) {
    expect(words).toContain(text);
  }
});

test('a refused letter takes no number; one that is sent again needs another letter', async () => {
  const { receiver, other } = await trialOffice(office);
  const unsent = await province.must('POST', '/transfers', { record: aRecord('Trần Văn Chưa') });
  expect((await cover([unsent.caseId])).body.code).toBe('NOT_DISPATCHABLE');
  const { caseId } = await sent('Trần Văn Trả');
  const before = await cover([caseId]);
  expect(before.body.number).toBe('2/CV-STP');
  await receiver.act(caseId, 'receive');
  await receiver.act(caseId, 'returnRecord', { paper: { reason: 'Sai nơi sinh' } });
  await province.act(caseId, 'correct', { paper: aRecord('Trần Văn Trả') });
  await province.act(caseId, 'send');
  expect((await cover([caseId])).body.number).toBe('3/CV-STP');
  const { dispatches, total } = await province.must(
    'GET',
    `${LETTERS}?q=${encodeURIComponent('Trần Văn Trả')}`,
  );
  expect([total, dispatches[0].number]).toEqual([2, '3/CV-STP']);

  const path = `${LETTERS}/${before.body.id}/paper.pdf`;
  expect((await receiver.ask('GET', path)).status).toBe(200);
  expect((await other.ask('GET', path)).body.code).toBe('NOT_YOUR_UNIT');
  expect((await other.must('GET', LETTERS)).dispatches).toEqual([]);
});

test('letters made at one moment leave no gap and no double', async () => {
  const cases = [];
  for (const name of ['Ba', 'Bốn', 'Năm', 'Sáu']) cases.push(await sent(`Trần Văn ${name}`));
  const all = await Promise.all(cases.map(({ caseId }) => cover([caseId])));
  const numbers = all.map(({ body }) => Number.parseInt(body.number, 10)).toSorted((a, b) => a - b);
  expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3]);
});
