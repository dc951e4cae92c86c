import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Office, openOffice } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { anApplication, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const ZERO = 'ABCD\u0000EF';

test.each([
  ['/sessions', { username: 'a\u0000b', password: 'x' }, 'username'],
  ['/public/tracking', { code: ZERO, birthDate: '1990-01-01' }, 'code'],
  ['/public/disputes', { code: ZERO, birthDate: '1990-01-01', day: null, reason: 'x' }, 'code'],
  [
    '/public/letters/00000000-0000-4000-8000-000000000000/paper.pdf',
    { code: ZERO, birthDate: '1990-01-01' },
    'code',
  ],
])(
  'whoever is signed out and sends a zero to %s is refused by its field',
  async (path, body, field) => {
    const answer = await new Person(office.app).ask('POST', path, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', fields: [{ path: field, code: 'CONTROL_CHARACTER' }] },
    });
  },
);

test.each([
  ['a zero', '\u0000', '/applications', () => anApplication({ unit: 'STP-40\u0000' }), 'unit'],
  ['half a letter', '\ud83d', '/saved-filters', () => ({ name: 'x', query: '\ud83d' }), 'query'],
  ['a zero', '\u0000', '/what-if', () => ({ change: { base: '\u0000' } }), 'change.base'],
  ['a zero', '\u0000', '/applications', () => ({ docs: [{}, { 'x\u0000': 1 }] }), 'docs.1'],
])('%s (%j) in the body of %s is refused by its field', async (_, _text, path, body, field) => {
  const desk = await office.as(HANOI.desk);
  const answer = await desk.ask('POST', path, body());
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', fields: [{ path: field, code: 'CONTROL_CHARACTER' }] },
  });
});

test('a body of brackets alone is refused', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const { status, body } = await (await office.as(HANOI.desk)).ask('POST', '/applications', deep);
  expect([status, body.code]).toEqual([400, 'INVALID_INPUT']);
});
