import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { sql } from '../../db/sql.ts';
import * as z from 'zod';
import { REFUSAL_TEXTS } from '../../domain/wording/refusals.ts';
import { FIELD_TEXTS } from '../../domain/wording/fields.ts';
import { openOffice, type Office } from '../support/office.ts';
import { anApplication, HANOI } from '../support/scenes.ts';
import { rowCounts } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Bad {
  what: string;
  spoil: (good: ApplicationSubmission) => unknown;
  status?: number;
  code?: string;
  path: string;
  field: string;
}

const subjectWith = (changes: object) => (good: ApplicationSubmission) => ({
  ...good,
  subject: { ...good.subject, ...changes },
});

test.each<Bad>([
  {
    what: 'an unknown field',
    spoil: (good) => ({ ...good, colour: 'red' }),
    code: 'UNKNOWN_FIELD',
    path: 'colour',
    field: 'UNKNOWN_FIELD',
  },
  {
    what: 'an unknown field of the person',
    spoil: subjectWith({ salary: 1 }),
    code: 'UNKNOWN_FIELD',
    path: 'subject.salary',
    field: 'UNKNOWN_FIELD',
  },
  {
    what: 'a number where text belongs',
    spoil: (good) => ({ ...good, purpose: 7 }),
    path: 'purpose',
    field: 'WRONG_TYPE',
  },
  {
    what: 'a missing field',
    spoil: ({ purpose: _purpose, ...rest }) => rest,
    path: 'purpose',
    field: 'REQUIRED',
  },
  {
    what: 'text where a whole number belongs',
    spoil: (good) => ({ ...good, copies: '2' }),
    path: 'copies',
    field: 'WRONG_TYPE',
  },
  {
    what: 'a channel nobody knows',
    spoil: (good) => ({ ...good, channel: 'FAX' }),
    path: 'channel',
    field: 'NOT_A_CHOICE',
  },
  {
    what: 'a personal ID of 13 digits',
    spoil: subjectWith({ personalId: '0010850123456' }),
    path: 'subject.personalId',
    field: 'WRONG_FORMAT',
  },
  {
    what: 'a personal ID with a letter',
    spoil: subjectWith({ personalId: '00108501234O' }),
    path: 'subject.personalId',
    field: 'WRONG_FORMAT',
  },
  {
    what: 'a date that does not exist',
    spoil: subjectWith({ birthDate: '1985-02-30' }),
    path: 'subject.birthDate',
    field: 'WRONG_FORMAT',
  },
  {
    what: 'a birth in the future',
    spoil: subjectWith({ birthDate: '2030-01-01' }),
    path: 'subject.birthDate',
    field: 'IN_FUTURE',
  },
  {
    what: 'a name of 300 characters',
    spoil: subjectWith({ fullName: 'A'.repeat(300) }),
    path: 'subject.fullName',
    field: 'TOO_LONG',
  },
  {
    what: 'a name with a control character',
    spoil: subjectWith({ fullName: 'Trần\u0000Văn' }),
    path: 'subject.fullName',
    field: 'CONTROL_CHARACTER',
  },
  {
    what: 'a name with a mark that turns the writing round',
    spoil: subjectWith({ fullName: 'Trần \u202EVăn' }),
    path: 'subject.fullName',
    field: 'CONTROL_CHARACTER',
  },
  {
    what: 'a name made of digits',
    spoil: subjectWith({ fullName: '12345' }),
    path: 'subject.fullName',
    field: 'NOT_A_NAME',
  },
  {
    what: 'an empty residence history',
    spoil: subjectWith({ residenceHistory: [] }),
    path: 'subject.residenceHistory',
    field: 'TOO_SHORT',
  },
  {
    what: 'a residence that ends before it starts',
    spoil: subjectWith({
      residenceHistory: [
        { from: '2010-05', to: '2009-01', place: 'Hà Nội', provinceCode: '01', countryCode: 'VN' },
      ],
    }),
    path: 'subject.residenceHistory.0.to',
    field: 'ENDS_BEFORE_START',
  },
  {
    what: 'a province that does not exist',
    spoil: subjectWith({ permanentResidence: { text: 'Đâu đó', provinceCode: '99' } }),
    status: 422,
    code: 'UNKNOWN_PROVINCE',
    path: 'subject.permanentResidence.provinceCode',
    field: 'UNKNOWN_PROVINCE',
  },
  {
    what: 'post without an address',
    spoil: (good) => ({ ...good, delivery: 'POST', deliveryAddress: null }),
    path: 'deliveryAddress',
    field: 'ADDRESS_FOR_POST',
  },
  {
    what: 'neither ID nor document',
    spoil: subjectWith({ personalId: null, documents: [] }),
    path: 'subject.personalId',
    field: 'ID_OR_DOCUMENT',
  },
])('$what is refused by name in both languages and changes nothing', async (bad) => {
  const { status = 400, code = 'INVALID_INPUT', path, field } = bad;
  const desk = await office.as(HANOI.desk);
  const before = await rowCounts(office);
  const body = bad.spoil(anApplication()) as object;
  for (const language of ['vi', 'en'] as const) {
    const answer = await desk.ask('POST', '/applications', body, {
      headers: { 'accept-language': language },
    });
    const message = FIELD_TEXTS[field]?.[language];
    expect(message).toMatch(/\S/u);
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/u);
    expect(answer.body.detail).toBe(REFUSAL_TEXTS[code as 'INVALID_INPUT'][language]);
    expect(answer.body.fields).toContainEqual({ path, code: field, message });
  }
  expect(await rowCounts(office)).toEqual(before);
});

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

test('an unpaid fee and an agent who asks for certificate No. 2 are refused', async () => {
  const desk = await office.as(HANOI.desk);
  const unpaid = await desk.ask('POST', '/applications', anApplication({ feeSettled: false }));
  expect([unpaid.status, unpaid.body.code]).toEqual([409, 'FEE_NOT_SETTLED']);
  const agent = {
    fullName: 'Lê Thị Mẫu',
    personalId: null,
    relation: 'AUTHORISED' as const,
    powerOfAttorneyNumber: '12/UQ',
  };
  const second = anApplication({ agent, certificateType: 'NO_2' });
  const answer = await desk.ask('POST', '/applications', second);
  expect([answer.status, answer.body.code]).toEqual([422, 'AGENT_MAY_NOT_ASK_NO_2']);
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
