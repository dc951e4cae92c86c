import type { Permission } from '../../domain/permission.ts';
import { aCodeRequest } from '../support/offences.ts';
import { anApplication, aRecord } from '../support/scenes.ts';

/** One request per permission; whoever may not is told so before anything else is looked at. */
export const ASKS: Record<
  Exclude<Permission, 'conviction.read'>,
  (issued: string) => [string, string, object?]
> = {
  'application.submit': () => ['POST', '/applications', anApplication({ accept: false })],
  'transfer.enter': () => ['POST', '/transfers', { record: aRecord() }],
  'paper.register': () => ['GET', '/exchange/papers'],
  'exchange.read': () => ['GET', '/exchange/share'],
  'reconciliation.begin': () => ['POST', '/exchange/reconciliations', { unit: 'NOWHERE' }],
  'reconciliation.read': () => ['GET', '/exchange/reconciliations'],
  'reconciliation.settle': () => [
    'POST',
    '/exchange/reconciliations/HN-D-2023-999999/settlements',
    { keys: ['x'], settlement: 'EXPLAINED', note: 'x' },
  ],
  'code.request': () => ['POST', '/catalogue/requests', { request: aCodeRequest() }],
  'worklist.read': () => ['GET', '/worklist'],
  'case.read': (issued) => ['GET', `/cases/${issued}`],
  'identity.read': (issued) => ['GET', `/cases/${issued}/look-up`],
  'identity.decide': (issued) => [
    'POST',
    `/cases/${issued}/look-up/decisions`,
    { knownPersons: [1], decision: 'OTHER_PERSON', reason: 'x' },
  ],
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
  'integration.read': () => ['GET', '/integrations'],
  'integration.mend': () => ['POST', '/integrations/resends/previews', { messageIds: ['x'] }],
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
    { from: SOME_INSTANT, to: SOME_INSTANT, what: 'OTHER', reason: 'x', token: 'x' },
  ],
  'certificate.read': (issued) => ['GET', `/cases/${issued}/certificate.pdf?draft=true`],
  'receipt.read': (issued) => ['GET', `/cases/${issued}/receipt.pdf`],
  'refusal.read': (issued) => ['GET', `/cases/${issued}/refusal.pdf`],
  'draft.read': () => ['GET', '/drafts'],
  'draft.write': () => ['POST', '/drafts', nobodysDraft],
  'draft.approve': () => ['GET', '/drafts/00000000-0000-4000-8000-000000000000/approval'],
  'reading.list': (issued) => ['GET', `/cases/${issued}/readings`],
  'whatIf.run': () => ['GET', '/what-if'],
  'absence.enter': () => ['GET', '/absences/mine'],
  'absence.oversee': () => ['GET', '/absences'],
  'letter.read': () => ['GET', '/letters'],
  'letter.sign': () => ['POST', '/letters/signatures', nobodysLetter],
  'letter.handOut': () => ['POST', `/letters/${NOBODY}/hand-out`, {}],
  'notice.fetch': () => ['GET', '/notices'],
  'dispute.raise': (issued) => ['POST', `/cases/${issued}/disputes`, aContest],
  'dispute.rule': () => ['POST', `/disputes/${NOBODY}/ruling`, aRuling],
  'record.read': () => ['GET', '/records'],
  'finding.read': () => ['GET', '/findings'],
  'finding.settle': () => [
    'POST',
    '/findings/2147483647/settlement',
    { state: 'SET_ASIDE', reason: 'x' },
  ],
  'campaign.run': () => ['POST', `/campaigns/${NOBODY}/end`],
  'campaign.answer': () => ['GET', '/campaign-shares'],
  'quality.read': () => ['GET', '/quality'],
  'record.propose': () => [
    'POST',
    '/records/25HN2023/99999/proposals',
    { kind: 'MERGE', details: {}, reason: 'x', version: 1 },
  ],
  'record.approve': () => [
    'POST',
    `/record-proposals/${NOBODY}/decision`,
    { approve: false, reason: 'x' },
  ],
  'record.normalise': () => ['GET', '/record-normalisations/words'],
  'recordNotice.read': () => ['GET', '/record-notices'],
  'recordNotice.apply': () => ['POST', `/record-notices/${NOBODY}/application`],
  'catalogue.read': () => ['GET', '/catalogue/offences'],
  'catalogue.import': () => ['POST', `/catalogue/releases/${NOBODY}/discard`],
  'supply.read': () => ['GET', '/supplies'],
  'supply.receive': () => [
    'POST',
    `/supplies/${NOBODY}/settlement`,
    { state: 'KEPT', reason: 'x' },
  ],
  'catalogue.release': () => ['POST', `/catalogue/releases/${NOBODY}/publication`, { token: 'x' }],
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
