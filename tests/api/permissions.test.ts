import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { type Permission, PERMISSIONS } from '../../domain/permission.ts';
import { type Role, ROLES } from '../../domain/role.ts';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import {
  anApplication,
  answer,
  aRecord,
  askedCase,
  decide,
  handIn,
  HANOI,
  issuedCase,
  RECORD_DRAFT,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { MAY } from './whoMay.ts';

let office: Office;
let issued: string;
beforeAll(async () => {
  office = await openOffice();
  const people = ROLES.map((role) => {
    return { username: usernameOf(role), roles: [role], unit: unitOf(role) };
  });
  await hire(office, people);
  issued = (await issuedCase(office)).caseId;
});
afterAll(() => office.close());

function usernameOf(role: Role): string {
  return `vai.${role.toLowerCase().replaceAll('_', '')}`;
}

/** Everybody who may see cases of Hà Nội at all sits there: what is left to decide is the role. */
function unitOf(role: Role): string {
  if (role === 'POLICE_LIAISON') return HANOI.police;
  if (role === 'COURT_LIAISON') return HANOI.court;
  if (role === 'POSTAL_OPERATOR') return HANOI.post;
  if (role === 'INTEGRATION') return 'MCDT-01';
  return HANOI.unit;
}

/** One request per permission; whoever may not is told so before anything else is looked at. */
const ASKS: Record<Exclude<Permission, 'conviction.read'>, () => [string, string, object?]> = {
  'application.submit': () => ['POST', '/applications', anApplication({ accept: false })],
  'transfer.enter': () => ['POST', '/transfers', { record: aRecord() }],
  'worklist.read': () => ['GET', '/worklist'],
  'case.read': () => ['GET', `/cases/${issued}`],
  'case.claim': () => ['PUT', `/cases/${issued}/claim`],
  'case.assign': () => [
    'PUT',
    `/cases/${issued}/assignment`,
    { to: '00000000-0000-4000-8000-000000000000' },
  ],
  'desk.read': () => ['GET', '/desk'],
  'desk.answer': () => ['POST', '/verifications/answers', nobodysAnswer],
  'incident.read': () => ['GET', '/deadline-incidents'],
  'law.read': () => ['GET', '/rule-sets'],
  'alarm.read': () => ['GET', '/alarms'],
  'board.read': () => ['GET', '/board/counts'],
  'holding.read': () => ['GET', `/cases/${issued}/holdings`],
  'holding.contest': () => ['POST', `/cases/${issued}/holdings/contests`, someContest],
  'holding.rule': () => [
    'POST',
    `/cases/${issued}/holdings/contests/1/ruling`,
    { ruling: 'REJECTED', reason: 'x' },
  ],
  'outage.note': () => [
    'POST',
    '/outages',
    { from: SOME_INSTANT, to: SOME_INSTANT, what: 'OTHER', reason: 'x' },
  ],
  'certificate.read': () => ['GET', `/cases/${issued}/certificate.pdf?draft=true`],
  'receipt.read': () => ['GET', `/cases/${issued}/receipt.pdf`],
  'draft.read': () => ['GET', '/drafts'],
  'draft.write': () => ['POST', '/drafts', nobodysDraft],
  'draft.approve': () => ['GET', '/drafts/00000000-0000-4000-8000-000000000000/approval'],
  'whatIf.run': () => ['GET', '/what-if'],
  'absence.enter': () => ['GET', '/absences/mine'],
  'absence.oversee': () => ['GET', '/absences'],
  'letter.read': () => ['GET', '/letters'],
  'letter.sign': () => ['POST', '/letters/signatures', nobodysLetter],
  'letter.handOut': () => ['POST', `/letters/${NOBODY}/hand-out`, {}],
  'dispute.raise': () => ['POST', `/cases/${issued}/disputes`, aContest],
  'dispute.rule': () => ['POST', `/disputes/${NOBODY}/ruling`, aRuling],
};
const nobodysDraft = {
  title: 'Thời hạn',
  change: {
    of: 'TERM',
    ruleSetId: 'NONE',
    term: 'police',
    amount: 6,
    unit: 'workingDay',
    citation: 'Dự thảo',
  },
};
const SOME_INSTANT = '2023-09-18T09:00:00+07:00';
const someContest = {
  from: SOME_INSTANT,
  to: SOME_INSTANT,
  toHolder: 'APPLICANT',
  toUnit: null,
  reason: 'x',
};
const NOBODY = '00000000-0000-4000-8000-000000000000';
const nobodysLetter = { letters: [{ id: NOBODY, promisedOn: '2023-09-20' }] };
const aContest = { clock: 'send', day: null, wanted: null, reason: 'Sai hạn' };
const aRuling = { outcome: 'DISMISSED', reason: 'Đúng hạn', citation: 'Điều 48' };
const nobodysAnswer = {
  requestId: 'HN-P-2023-999999/POLICE-1',
  answer: {
    outcome: 'NO_RECORD',
    entries: [],
    needed: null,
    reason: null,
    expectedAt: null,
    replaces: false,
    confirmed: false,
  },
};

test('every permission is asked by a route of this table', () => {
  const asked = [...Object.keys(ASKS), 'conviction.read'];
  expect(asked.toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
});

test.each(Object.keys(ASKS) as (keyof typeof ASKS)[])(
  '%s is for the roles of its office and nobody else',
  async (permission) => {
    const allowed: Role[] = [];
    for (const role of ROLES) {
      const person = await office.as(usernameOf(role));
      const { body } = await person.ask(...ASKS[permission]());
      if (body?.code !== 'NOT_PERMITTED') allowed.push(role);
    }
    expect(allowed.toSorted()).toEqual([...MAY[permission]].toSorted());
  },
);

test.each(Object.keys(ASKS) as (keyof typeof ASKS)[])(
  '%s is refused to whoever has not signed in',
  async (permission) => {
    const stranger = new Person(office.app);
    const { status, body } = await stranger.ask(...ASKS[permission]());
    expect([status, body.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
  },
);

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
