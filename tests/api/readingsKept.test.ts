import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import type { Reading, ReadingOf } from '../../domain/reading.ts';
import { type Office, openOffice } from '../support/office.ts';
import { minutesLater } from '../support/readings.ts';
import { answer, askedCase, handIn, HANOI, RECORD_FOUND } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** What a reader was noted to have read of a case, the latest first, as the director is told. */
async function notesOf(caseId: string, reader: string): Promise<Reading[]> {
  const director = await office.as(HANOI.director);
  const path = `/cases/${caseId}/readings?reader=${reader}&limit=200`;
  return (await director.must('GET', path)).readings;
}

const minutesOf = ({ first, last }: Reading): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 60_000);

test('the same page again within ten minutes is one reading with its first and its last instant', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  await officer.case(caseId);
  await minutesLater(office, 5);
  await officer.case(caseId);
  await minutesLater(office, 4);
  await officer.case(caseId);
  const ofPage = async () => {
    const notes = await notesOf(caseId, officer.account.id);
    return notes.filter(({ what }) => what === 'case').map((one) => [one.times, minutesOf(one)]);
  };
  expect(await ofPage()).toEqual([[3, 9]]);
  await minutesLater(office, 2);
  await officer.case(caseId);
  expect(await ofPage()).toEqual([
    [1, 0],
    [3, 9],
  ]);
  await minutesLater(office, 60);
  const head = await office.as(HANOI.head);
  await head.case(caseId);
  expect((await notesOf(caseId, head.account.id)).map(({ times }) => times)).toEqual([1]);
  expect(await ofPage()).toHaveLength(2);
});

test('to ask is a reading as well', async () => {
  const { caseId } = await handIn(office);
  const { id } = (await office.as(HANOI.director)).account;
  const timesAsked = async () =>
    (await notesOf(caseId, id)).filter(({ what }) => what === 'readings').map(({ times }) => times);
  expect([await timesAsked(), await timesAsked()]).toEqual([[1], [2]]);
});

test('of a desk nobody is noted as read longer than shown, and each load counts once for each', async () => {
  const first = await askedCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  const load = async (): Promise<void> => {
    await liaison.must('GET', '/desk?limit=200');
    await minutesLater(office, 1);
  };
  const noted = async (caseId: string) =>
    (await notesOf(caseId, liaison.account.id))
      .filter(({ what }) => what === 'desk')
      .map((one) => [one.times, minutesOf(one)]);
  await load();
  await load();
  expect(await noted(first.caseId)).toEqual([[2, 1]]);
  const second = await askedCase(office);
  await load();
  expect([await noted(first.caseId), await noted(second.caseId)]).toEqual([[[3, 2]], [[1, 0]]]);
  await answer(office, first.policeRequest, RECORD_FOUND);
  await load();
  expect([await noted(first.caseId), await noted(second.caseId)]).toEqual([[[3, 2]], [[2, 1]]]);
});

test('a note whose subjects are not all shown any more ends; the rest is noted anew', async () => {
  const [first, second] = [await askedCase(office), await askedCase(office)];
  const liaison = await office.as(HANOI.policeLiaison);
  await minutesLater(office, 60);
  await liaison.must('GET', '/desk?limit=200');
  await minutesLater(office, 3);
  await answer(office, first.policeRequest, RECORD_FOUND);
  await liaison.must('GET', '/desk?limit=200');
  const noted = async (caseId: string) =>
    (await notesOf(caseId, liaison.account.id))
      .filter(({ what }) => what === 'desk')
      .map((one) => [one.times, minutesOf(one)]);
  expect(await noted(first.caseId)).toEqual([[1, 0]]);
  expect(await noted(second.caseId)).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

test('a file is a reading each time: each is a copy that left', async () => {
  const { caseId } = await askedCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  await liaison.ask('GET', '/desk.csv');
  await liaison.ask('GET', '/desk.csv');
  const files = (await notesOf(caseId, liaison.account.id)).filter(
    ({ what }) => what === 'desk.csv',
  );
  expect(files.map(({ times }) => times)).toEqual([1, 1]);
});

test('a reading is judged by the unit it was read for, wherever the reader is now', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  const court = await office.as(HANOI.courtLiaison);
  await court.must('GET', '/desk?limit=200');
  const { id, unit } = court.account;
  const move = (to: string) =>
    office.db.query(sql.typeAlias('void')`UPDATE accounts SET unit = ${to} WHERE id = ${id}::uuid`);
  await move(HANOI.unit);
  const supervisor = await office.as(HANOI.supervisor);
  const path = `/cases/${caseId}/readings?limit=200`;
  const readers = (await supervisor.must('GET', path)).readings.map((one: Reading) => one.reader);
  expect(readers).not.toContain(id);
  expect((await notesOf(caseId, id))[0]).toMatchObject({ unit, what: 'desk' });
  // Of what it read elsewhere the new unit's supervisor is told nothing, the administrator no numbers.
  expect((await supervisor.must('GET', `/accounts/${id}/readings`)).readings).toEqual([]);
  const administrator = await office.as('quantri');
  const all = (await administrator.must('GET', `/accounts/${id}/readings`)).readings;
  expect(all.map(({ subjects }: ReadingOf) => subjects)).toEqual(all.map(() => []));
  expect(all).not.toEqual([]);
  await move(unit);
});
