import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Office, openOffice } from '../support/office.ts';
import { listedFor, minutesLater, said } from '../support/readings.ts';
import { answer, askedCase, handIn, HANOI, RECORD_FOUND } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const listed = (username: string, path: string) => listedFor(office, username, path);

test('whoever may not know of convictions is told of ordinary pages only, and of no court', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  const court = await office.as(HANOI.courtLiaison);
  await court.must('GET', '/desk');
  const officer = await office.as(HANOI.officer);
  await officer.must('GET', `/cases/${caseId}`);
  await officer.must('GET', `/cases/${caseId}/evaluation`);
  const path = `/cases/${caseId}/readings`;
  const byOfficer = `/accounts/${officer.account.id}/readings`;
  const director = await office.as(HANOI.director);
  expect((await director.ask('GET', path)).text).toContain(HANOI.court);
  for (const list of [path, byOfficer])
    expect((await director.ask('GET', list)).text).toContain('"evaluation"');
  const telling = [HANOI.court, court.account.displayName, 'evaluation', 'Thẩm tra'];
  for (const username of [HANOI.supervisor, 'giamsat.tt', 'quantri']) {
    const person = await office.as(username);
    const lists = [path, `${path}.csv`, `${path}?reader=${court.account.id}`];
    for (const list of [...lists, byOfficer, `${byOfficer}.csv`]) {
      const { status, text } = await person.ask('GET', list);
      expect([status, telling.filter((word) => text.includes(word))]).toEqual([200, []]);
    }
    const name = officer.account.displayName;
    expect(said(await listed(username, path))).toContainEqual([name, 'case']);
  }
});

test('that a record officer has opened an application is told to who may know of convictions only', async () => {
  const { caseId } = await handIn(office);
  const records = await office.as(HANOI.records);
  await records.case(caseId);
  const name = records.account.displayName;
  const path = `/cases/${caseId}/readings`;
  expect(said(await listed(HANOI.director, path))).toContainEqual([name, 'case']);
  for (const username of [HANOI.supervisor, 'giamsat.tt', 'quantri']) {
    const person = await office.as(username);
    expect((await person.ask('GET', path)).text).not.toContain(name);
    const own = await person.ask('GET', `/accounts/${records.account.id}/readings`);
    expect([own.status, own.text.includes(caseId)]).toEqual([200, false]);
  }
});

test('that a court’s liaison has read something is told to the administrator, of whom is not', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  const court = await office.as(HANOI.courtLiaison);
  await minutesLater(office, 60);
  await court.must('GET', '/desk');
  const administrator = await office.as('quantri');
  const path = `/accounts/${court.account.id}/readings`;
  const list = await administrator.ask('GET', path);
  expect(list.body.readings[0]).toMatchObject({ what: 'desk', subjects: [] });
  const file = await administrator.ask('GET', `${path}.csv`);
  expect(file.text).toContain('Bàn trả lời của đơn vị');
  expect(file.text + list.text).not.toContain(caseId);
});
