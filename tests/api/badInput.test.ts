import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import * as z from 'zod';
import { REFUSAL_TEXTS } from '../../domain/wording/refusals.ts';
import { FIELD_TEXTS } from '../../domain/wording/fields.ts';
import { BAD_APPLICATIONS } from './badApplications.ts';
import { openOffice, type Office } from '../support/office.ts';
import { anApplication, HANOI } from '../support/scenes.ts';
import { rowCounts } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test.each(BAD_APPLICATIONS)(
  '$what is refused by name in both languages and changes nothing',
  async (bad) => {
    const { status = 400, code = 'INVALID_INPUT', path, field } = bad;
    const desk = await office.as(HANOI.desk);
    const before = await rowCounts(office);
    const body = bad.spoil(anApplication()) as object;
    for (const language of ['vi', 'en'] as const) {
      const answer = await desk.ask('POST', '/applications', body, {
        headers: { 'accept-language': language },
      });
      const said = FIELD_TEXTS[field]?.[language] ?? '';
      expect(said).toMatch(/\S/u);
      expect(answer).toMatchObject({ status, body: { code, status } });
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/u);
      expect(answer.body.detail).toBe(REFUSAL_TEXTS[code as 'INVALID_INPUT'][language]);
      const told = answer.body.fields.find((one: { path: string }) => one.path === path);
      expect(told).toEqual({ path, code: field, message: expect.any(String) });
      // What the field expects may follow.
      expect(told.message === said || told.message.startsWith(`${said}. `)).toBe(true);
    }
    expect(await rowCounts(office)).toEqual(before);
  },
);

test.each([
  {
    what: 'a body of 20 MB',
    body: JSON.stringify({ note: 'x'.repeat(20_000_000) }),
    code: 'BODY_TOO_LARGE',
    status: 413,
  },
  { what: 'broken JSON', body: '{"unit":', code: 'INVALID_INPUT', status: 400 },
  { what: 'an array', body: '[]', code: 'INVALID_INPUT', status: 400 },
])('$what is refused and changes nothing', async ({ body, code, status }) => {
  const desk = await office.as(HANOI.desk);
  const before = await rowCounts(office);
  const answer = await desk.ask('POST', '/applications', body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await rowCounts(office)).toEqual(before);
});

test('a body that is not JSON is refused', async () => {
  const desk = await office.as(HANOI.desk);
  const answer = await desk.ask('POST', '/applications', '<dossier/>', {
    headers: { 'content-type': 'application/xml' },
  });
  expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA']);
});

test.each([
  { what: 'a department that does not exist', unit: 'STP-99', code: 'UNKNOWN_UNIT', status: 422 },
  { what: 'the police as department', unit: HANOI.police, code: 'UNKNOWN_UNIT', status: 422 },
  { what: 'another department', unit: 'STP-40', code: 'NOT_YOUR_UNIT', status: 403 },
])('$what is refused and changes nothing', async ({ unit, code, status }) => {
  const desk = await office.as(HANOI.desk);
  const before = await rowCounts(office);
  const answer = await desk.ask('POST', '/applications', anApplication({ unit }));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await rowCounts(office)).toEqual(before);
});

test('an unpaid fee is refused', async () => {
  const desk = await office.as(HANOI.desk);
  const unpaid = await desk.ask('POST', '/applications', anApplication({ feeSettled: false }));
  expect([unpaid.status, unpaid.body.code]).toEqual([409, 'FEE_NOT_SETTLED']);
});

test('hard case 17: an agent who asks for certificate No. 2 is refused, a parent of a minor is not, nor an agent for No. 1', async () => {
  const desk = await office.as(HANOI.desk);
  const agent = {
    fullName: 'Lê Thị Mẫu',
    personalId: null,
    relation: 'AUTHORISED' as const,
    powerOfAttorneyNumber: '12/UQ',
  };
  const papers = ['APPLICATION_FORM', 'IDENTITY_COPY', 'POWER_OF_ATTORNEY'] as const;
  const second = anApplication({ agent, certificateType: 'NO_2' });
  const answer = await desk.ask('POST', '/applications', second);
  expect([answer.status, answer.body.code]).toEqual([422, 'AGENT_MAY_NOT_ASK_NO_2']);
  const parent = { ...agent, relation: 'PARENT' as const, powerOfAttorneyNumber: null };
  const ofAdult = { ...second, agent: parent };
  const refused = await desk.ask('POST', '/applications', ofAdult);
  expect([refused.status, refused.body.code]).toEqual([422, 'AGENT_MAY_NOT_ASK_NO_2']);
  const ofMinor = { ...ofAdult, subject: { ...second.subject, birthDate: '2010-06-01' } };
  for (const may of [anApplication({ agent, papers: [...papers] }), ofMinor]) {
    expect((await desk.ask('POST', '/applications', may)).status).toBe(201);
  }
});

test('a decomposed name is stored composed', async () => {
  const desk = await office.as(HANOI.desk);
  const application = anApplication();
  const fullName = 'Nguyễn Thị Hồng Ánh';
  const { subject } = application;
  const decomposed = {
    ...application,
    subject: { ...subject, fullName: fullName.normalize('NFD') },
  };
  expect(decomposed.subject.fullName).not.toBe(fullName);
  const { caseId } = await desk.must('POST', '/applications', decomposed);
  expect((await desk.case(caseId)).application?.subject.fullName).toBe(fullName);
  const stored = await office.db.oneFirst(sql.type(z.object({ name: z.string() }))`
    SELECT full_name AS name FROM subjects WHERE case_id = ${caseId}
  `);
  expect(stored).toBe(fullName);
});

test.each([
  {
    what: 'birth year',
    id: '001199000001',
    born: '1985-02-11',
    gender: 'FEMALE',
    warning: 'ID_BIRTH_YEAR_DIFFERS',
  },
  {
    what: 'gender',
    id: '001185000001',
    born: '1985-02-11',
    gender: 'MALE',
    warning: 'ID_GENDER_DIFFERS',
  },
  {
    what: 'province',
    id: '999085000001',
    born: '1985-02-11',
    gender: 'MALE',
    warning: 'ID_PROVINCE_UNKNOWN',
  },
] as const)('an ID that contradicts the $what is a warning, not a refusal', async (each) => {
  const desk = await office.as(HANOI.desk);
  const application = anApplication();
  const person = { personalId: each.id, birthDate: each.born, gender: each.gender };
  const subject = { ...application.subject, ...person };
  const answer = await desk.ask('POST', '/applications', { ...application, subject });
  expect(answer).toMatchObject({ status: 201, body: { warnings: [each.warning] } });
});
