import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { absencesOf } from '../support/absences.ts';
import {
  completed,
  convictedCase,
  evaluationOf,
  told,
  tryDraft,
} from '../support/convictedCase.ts';
import { principal } from '../support/expungement.ts';
import { anAnswer, registerPens } from '../support/letters.ts';
import { type Office, openOffice } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { tryReply } from '../support/replies.ts';
import { aRecord, askedCase, HANOI, RECORD_FOUND } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const { anAbsence } = absencesOf(() => office);

/** A judgment that is told to be executed on a day. */
function doneOn(on: string) {
  return told({ principal: principal({ execution: { state: 'DONE', on } }) });
}

const PLACE = 'details.principal.execution.on';
const AHEAD = ['2023-09-19', '2050-01-01', '2999-12-31'];

test.each(AHEAD)('a liaison cannot tell that a sentence was served on %s', async (on) => {
  const { policeRequest } = await askedCase(office);
  const found = { ...RECORD_FOUND, entries: [doneOn(on)] };
  expect(await tryReply(office, policeRequest, found)).toMatchObject({
    status: 400,
    body: { fields: [{ path: `answer.entries.0.${PLACE}`, code: 'IN_FUTURE' }] },
  });
  const today = { ...RECORD_FOUND, entries: [doneOn('2023-09-18')] };
  expect((await tryReply(office, policeRequest, today)).status).toBe(200);
});

test.each(AHEAD)('an agency’s system cannot tell that a sentence was served on %s', async (on) => {
  const { policeRequest } = await askedCase(office);
  const pens = await registerPens(office, [HANOI.police]);
  const message = anAnswer(policeRequest, { outcome: 'RECORD_FOUND', entries: [doneOn(on)] });
  const jws = await pens.sign(message, 'verification-answer');
  const answer = await new Person(office.app).ask('POST', '/agency-messages', { jws });
  expect(answer).toMatchObject({
    status: 400,
    body: { fields: [{ path: `entries.0.${PLACE}`, code: 'IN_FUTURE' }] },
  });
});

test('an officer neither evaluates nor drafts a judgment that was executed on a day to come', async () => {
  const caseId = await convictedCase(office, { police: [told()] });
  const officer = await office.as(HANOI.officer);
  const unpaid = { text: '50.000 đồng', execution: { state: 'DONE', on: '2050-01-01' } } as const;
  const ahead = [doneOn('2023-09-19'), told({ civil: unpaid })];
  const fields = [PLACE, 'details.civil.execution.on'].map((path, index) => ({
    path: `entries.${index}.${path}`,
    code: 'IN_FUTURE',
  }));
  const path = `/cases/${caseId}/evaluation`;
  const evaluated = await officer.ask('POST', path, { entries: ahead });
  expect(evaluated).toMatchObject({ status: 400, body: { fields } });
  const drafted = ahead.map((entry) => ({
    ...entry,
    standing: 'NOT_EXPUNGED',
    expungedOn: null,
  }));
  const { status, body } = await tryDraft(office, caseId, 'HAS_RECORD', drafted);
  expect([status, body]).toMatchObject([
    400,
    { fields: fields.map((field) => ({ ...field, path: `paper.${field.path}` })) },
  ]);
});

test('the last probation that can be said is evaluated', async () => {
  const suspended = { kind: 'SUSPENDED', probationEnd: '2999-12-31' } as const;
  const entry = told({ principal: principal(suspended) });
  const caseId = await convictedCase(office, { police: [entry] });
  expect((await evaluationOf(office, caseId)).evaluation.conclusion).toBe('HAS_RECORD');
  expect((await completed(office, caseId, [entry])).evaluation.conclusion).toBe('HAS_RECORD');
});

test.each([
  [HANOI.officer, 'worklist', 'from=0000-01-01', 'from'],
  [HANOI.officer, 'worklist', 'from=0001-01-01', 'from'],
  [HANOI.officer, 'worklist', 'to=9998-12-31', 'to'],
  [HANOI.records, 'catalogue/offences', 'validOn=0000-01-01', 'validOn'],
])('%s asks for /%s?%s: the year is out of range', async (who, path, query, field) => {
  const answer = await (await office.as(who)).ask('GET', `/${path}?${query}`);
  expect(answer).toMatchObject({
    status: 400,
    body: { fields: [{ path: field, code: 'YEAR_OUT_OF_RANGE' }] },
  });
});

test('an outage that begins in the year 0000 is refused by its field', async () => {
  const query = 'startsAt=0000-01-01T00:00:00Z&endsAt=2023-09-18T00:00:00Z';
  const supervisor = await office.as(HANOI.supervisor);
  const { status, body } = await supervisor.ask('GET', `/outages/preview?${query}`);
  expect([status, body.code]).toEqual([400, 'INVALID_INPUT']);
});

test('a record of the year 0000 is not taken', async () => {
  const { person, judgment, ...rest } = aRecord();
  const old = {
    ...rest,
    person: { ...person, birthDate: '0000-01-01' },
    judgment: { ...judgment, date: '0000-01-02' },
  };
  const officer = await office.as(HANOI.records);
  const { status, body } = await officer.ask('POST', '/transfers', { record: old });
  const fields = body.fields.map(({ path, code }: Record<string, string>) => `${path} ${code}`);
  expect([status, fields]).toEqual([
    400,
    [
      expect.stringMatching(/person\.birthDate WRONG_FORMAT$/u),
      expect.stringMatching(/judgment\.date YEAR_OUT_OF_RANGE$/u),
    ],
  ]);
});

test.each(['', 'x', '2023-13-01'])('an absence from %j is refused by its field', async (from) => {
  const officer = await office.as(HANOI.officer);
  const { status, body } = await officer.ask('POST', '/absences', await anAbsence({ from }));
  expect([status, body.fields]).toMatchObject([400, [{ path: 'from', code: 'WRONG_FORMAT' }]]);
});
