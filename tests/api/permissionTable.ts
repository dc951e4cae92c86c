import type { Permission } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';
import { anApplication, aRecord } from '../support/scenes.ts';

/** One request per permission; whoever may not is told so before anything else is looked at. */
export const ASKS: Record<
  Exclude<Permission, 'conviction.read'>,
  (issued: string) => [string, string, object?]
> = {
  'application.submit': () => ['POST', '/applications', anApplication({ accept: false })],
  'transfer.enter': () => ['POST', '/transfers', { record: aRecord() }],
  'worklist.read': () => ['GET', '/worklist'],
  'case.read': (issued) => ['GET', `/cases/${issued}`],
  'case.claim': (issued) => ['PUT', `/cases/${issued}/claim`],
  'case.assign': (issued) => [
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
  'holding.read': (issued) => ['GET', `/cases/${issued}/holdings`],
  'holding.contest': (issued) => ['POST', `/cases/${issued}/holdings/contests`, someContest],
  'holding.rule': (issued) => [
    'POST',
    `/cases/${issued}/holdings/contests/1/ruling`,
    { ruling: 'REJECTED', reason: 'x' },
  ],
  'outage.note': () => [
    'POST',
    '/outages',
    { from: SOME_INSTANT, to: SOME_INSTANT, what: 'OTHER', reason: 'x' },
  ],
  'certificate.read': (issued) => ['GET', `/cases/${issued}/certificate.pdf?draft=true`],
  'receipt.read': (issued) => ['GET', `/cases/${issued}/receipt.pdf`],
  'draft.read': () => ['GET', '/drafts'],
  'draft.write': () => ['POST', '/drafts', nobodysDraft],
  'draft.approve': () => ['GET', '/drafts/00000000-0000-4000-8000-000000000000/approval'],
  'whatIf.run': () => ['GET', '/what-if'],
  'absence.enter': () => ['GET', '/absences/mine'],
  'absence.oversee': () => ['GET', '/absences'],
  'letter.read': () => ['GET', '/letters'],
  'letter.sign': () => ['POST', '/letters/signatures', nobodysLetter],
  'letter.handOut': () => ['POST', `/letters/${NOBODY}/hand-out`, {}],
  'notice.fetch': () => ['GET', '/notices'],
  'dispute.raise': (issued) => ['POST', `/cases/${issued}/disputes`, aContest],
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
/** Whoever answers for an asked agency. */
const LIAISONS: readonly Role[] = [
  'POLICE_LIAISON',
  'COURT_LIAISON',
  'MILITARY_COURT_LIAISON',
  'CENTRE_LIAISON',
  'PROCURACY_LIAISON',
  'ENFORCEMENT_LIAISON',
  'COMMUNE_LIAISON',
];
/** Who may do what, by hand (domain notes §5); the acts of a case have their own table. */
export const MAY: Record<keyof typeof ASKS, readonly Role[]> = {
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
  'desk.read': LIAISONS,
  'desk.answer': LIAISONS,
  'law.read': ['SYSTEM_ADMIN', 'SUPERVISOR', 'DIVISION_HEAD', 'DIRECTOR'],
  'alarm.read': ['SYSTEM_ADMIN'],
  'board.read': ['DIVISION_HEAD', 'DIRECTOR', 'SUPERVISOR'],
  'incident.read': ['DIRECTOR', 'SUPERVISOR', 'SYSTEM_ADMIN'],
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
    ...LIAISONS,
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
    ...LIAISONS,
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
  'notice.fetch': ['INTEGRATION'],
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
  'dispute.rule': ['DIRECTOR', 'SUPERVISOR'],
};
