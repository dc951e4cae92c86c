import { expect, test } from '@jest/globals';
import { enterRecord } from '../support/knownPeople.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
import { addressOf, routesOf } from '../support/routes.ts';
import { HANOI } from '../support/scenes.ts';

const desk = openRecordDesk();
const NAME = 'Khổng Thị Quế Trân';
/** Who sees cases of Hà Nội and may not know of convictions. */
const UNKNOWING = [HANOI.desk, HANOI.seal, HANOI.supervisor, 'giamsat.tt'];

let made = 0;
/** A transfer of somebody's record, another person each time. */
async function aTransfer() {
  made += 1;
  const person = { fullName: NAME, birthDate: `1969-03-0${made}`, personalId: null };
  return enterRecord(desk.office, person);
}

async function found(username: string, query: string) {
  const { cases } = await (await desk.office.as(username)).must('GET', `/worklist?${query}`);
  return cases as { caseId: string; subjectName: string | null }[];
}

test('lists tell who may not know of convictions number, step and clock of a transfer and no name', async () => {
  const { caseId } = await aTransfer();
  const query = 'queue=all&kind=TRANSFER&limit=200';
  const lineFor = async (username: string) =>
    (await found(username, query)).find((line) => line.caseId === caseId);
  const known = await lineFor(HANOI.head);
  expect(known).toMatchObject({ subjectName: NAME, step: 'ENTERED' });
  for (const username of UNKNOWING) {
    expect([username, await lineFor(username)]).toEqual([
      username,
      { ...known, subjectName: null },
    ]);
    const { text } = await (await desk.office.as(username)).ask('GET', `/worklist.csv?${query}`);
    expect([text.includes(caseId), text.includes(NAME)]).toEqual([true, false]);
  }
  const { text } = await desk.officer.ask('GET', `/worklist.csv?${query}`);
  expect(text).toContain(NAME);
});

test('neither a name nor a record number finds them a transfer; its own number does', async () => {
  const { caseId, recordNumber } = await aTransfer();
  const foundBy = async (username: string, q: string) =>
    (await found(username, `queue=received&q=${encodeURIComponent(q)}`)).some(
      (line) => line.caseId === caseId,
    );
  for (const q of [NAME, 'que tran', recordNumber, caseId]) {
    expect([q, await foundBy(HANOI.records, q)]).toEqual([q, true]);
    for (const username of UNKNOWING) {
      expect([username, q, await foundBy(username, q)]).toEqual([username, q, q === caseId]);
    }
  }
});

test('whoever gives a transfer to somebody else sees no name of it either', async () => {
  const { caseId } = await aTransfer();
  const supervisor = await desk.office.as(HANOI.supervisor);
  const to = desk.officer.account.id;
  const { included } = await supervisor.must('POST', '/bulk/previews', {
    action: 'assign',
    caseIds: [caseId],
    to,
  });
  expect(included).toMatchObject([{ caseId, subjectName: null }]);
  const line = await supervisor.must('PUT', `/cases/${caseId}/assignment`, { to });
  expect(line).toMatchObject({ caseId, subjectName: null, holder: { id: to } });
});

test('no page of the whole system names them whose record is sent', async () => {
  const { caseId, recordNumber } = await aTransfer();
  const pages = routesOf(desk.office.app)
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => addressOf(path, { caseId, clock: 'total', number: recordNumber }))
    // A stream of ids that does not end.
    .filter((path) => !path.endsWith('/changes'));
  expect(pages.length).toBeGreaterThan(100);
  const walk = async (username: string) => {
    const person = await desk.office.as(username);
    const [told, opened]: [string[], string[]] = [[], []];
    for (const path of pages) {
      const { status, text } = await person.ask('GET', path);
      if (status === 200) opened.push(path);
      if (text.includes(NAME) || text.includes(recordNumber)) told.push(path);
    }
    return { told, opened };
  };
  expect((await walk(HANOI.records)).told.length).toBeGreaterThan(4);
  for (const username of [...UNKNOWING, 'quantri']) {
    const { told, opened } = await walk(username);
    expect([username, told]).toEqual([username, []]);
    // What they may open was looked at, not only refusals.
    const own = [`/cases/${caseId}`, `/cases/${caseId}/events`, '/worklist', '/worklist.csv'];
    const expected = username === 'quantri' ? [`/cases/${caseId}/readings`] : own;
    expect(opened).toEqual(expect.arrayContaining(expected.map((path) => `/api/v1${path}`)));
  }
});
