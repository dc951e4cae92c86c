import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Permission, PERMISSIONS } from '../../domain/permission.ts';
import { type Role, ROLES } from '../../domain/role.ts';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { anApplication, aRecord, HANOI, issuedCase } from '../support/scenes.ts';

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

/** Everybody of a department or of the Centre who works on cases or watches over them. */
const OFFICES: readonly Role[] = [
  'ONE_STOP_OFFICER',
  'LLTP_OFFICER',
  'DIVISION_HEAD',
  'DIRECTOR',
  'SEAL_CLERK',
  'RECORD_OFFICER',
  'SUPERVISOR',
  'CENTRE_RECEIVER',
  'CENTRE_REVIEWER',
  'CENTRE_APPROVER',
];
/** Who may do what, by hand (domain notes §5); the acts of a case have their own table. */
const MAY: Record<keyof typeof ASKS, readonly Role[]> = {
  'application.submit': ['ONE_STOP_OFFICER', 'INTEGRATION'],
  'transfer.enter': ['RECORD_OFFICER'],
  'worklist.read': OFFICES,
  'case.read': OFFICES,
  'case.claim': [
    'ONE_STOP_OFFICER',
    'LLTP_OFFICER',
    'DIVISION_HEAD',
    'DIRECTOR',
    'SEAL_CLERK',
    'RECORD_OFFICER',
    'CENTRE_RECEIVER',
    'CENTRE_REVIEWER',
    'CENTRE_APPROVER',
  ],
  'case.assign': ['DIVISION_HEAD', 'SUPERVISOR'],
  'desk.read': ['POLICE_LIAISON', 'COURT_LIAISON'],
  'desk.answer': ['POLICE_LIAISON', 'COURT_LIAISON'],
  'law.read': ['SYSTEM_ADMIN', 'SUPERVISOR', 'DIVISION_HEAD', 'DIRECTOR'],
  'alarm.read': ['SYSTEM_ADMIN'],
  'board.read': ['DIVISION_HEAD', 'DIRECTOR', 'SUPERVISOR'],
  'incident.read': ['SUPERVISOR', 'SYSTEM_ADMIN'],
  'holding.read': [
    'ONE_STOP_OFFICER',
    'LLTP_OFFICER',
    'DIVISION_HEAD',
    'DIRECTOR',
    'SEAL_CLERK',
    'RECORD_OFFICER',
    'SUPERVISOR',
    'CENTRE_RECEIVER',
    'CENTRE_REVIEWER',
    'CENTRE_APPROVER',
    'POLICE_LIAISON',
    'COURT_LIAISON',
    'POSTAL_OPERATOR',
  ],
  'holding.contest': [
    'ONE_STOP_OFFICER',
    'LLTP_OFFICER',
    'DIVISION_HEAD',
    'DIRECTOR',
    'SEAL_CLERK',
    'RECORD_OFFICER',
    'CENTRE_RECEIVER',
    'CENTRE_REVIEWER',
    'CENTRE_APPROVER',
    'POLICE_LIAISON',
    'COURT_LIAISON',
    'POSTAL_OPERATOR',
  ],
  'holding.rule': ['DIRECTOR', 'SUPERVISOR'],
  'outage.note': ['SYSTEM_ADMIN'],
  'certificate.read': ['LLTP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', 'SEAL_CLERK'],
  'receipt.read': ['ONE_STOP_OFFICER', 'LLTP_OFFICER', 'DIVISION_HEAD'],
  'draft.read': ['SYSTEM_ADMIN', 'DIRECTOR'],
  'draft.write': ['SYSTEM_ADMIN'],
  'draft.approve': ['SYSTEM_ADMIN', 'DIRECTOR'],
  'whatIf.run': ['SUPERVISOR', 'DIVISION_HEAD', 'DIRECTOR', 'SYSTEM_ADMIN'],
  'absence.enter': [
    'ONE_STOP_OFFICER',
    'LLTP_OFFICER',
    'DIVISION_HEAD',
    'DIRECTOR',
    'SEAL_CLERK',
    'RECORD_OFFICER',
    'SUPERVISOR',
    'CENTRE_RECEIVER',
    'CENTRE_REVIEWER',
    'CENTRE_APPROVER',
  ],
  'absence.oversee': ['DIVISION_HEAD', 'SUPERVISOR'],
  'letter.read': ['ONE_STOP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', 'SUPERVISOR'],
  'letter.sign': ['DIVISION_HEAD', 'DIRECTOR'],
  'letter.handOut': ['ONE_STOP_OFFICER', 'DIVISION_HEAD'],
  'dispute.raise': [
    'ONE_STOP_OFFICER',
    'LLTP_OFFICER',
    'DIVISION_HEAD',
    'DIRECTOR',
    'SEAL_CLERK',
    'RECORD_OFFICER',
    'SUPERVISOR',
    'CENTRE_RECEIVER',
    'CENTRE_REVIEWER',
    'CENTRE_APPROVER',
  ],
  'dispute.rule': ['SUPERVISOR'],
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
