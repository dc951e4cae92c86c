import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import { openOffice, type Office, SIGN_INS_PER_MINUTE } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { anApplication, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const signIn = (username: string, password: string) =>
  new Person(office.app).ask('POST', '/sessions', { username, password });

test('the cookie of a session is for this site’s requests only and unreadable to scripts', async () => {
  const { status, headers } = await signIn(HANOI.desk, DEMO_PASSWORD);
  expect(status).toBe(201);
  const cookie = String(headers['set-cookie']);
  expect(cookie).toMatch(/^lltp=[^;]+;/u);
  expect(cookie).toMatch(/HttpOnly/u);
  expect(cookie).toMatch(/SameSite=Strict/iu);
  expect(cookie).toMatch(/Path=\//u);
});

test('a wrong password and an unknown name are refused alike', async () => {
  const [wrong, unknown] = await Promise.all([
    signIn(HANOI.desk, 'mật khẩu sai'),
    signIn('khong.co', DEMO_PASSWORD),
  ]);
  const shown = ({ status, body }: typeof wrong) => [status, body.code, body.detail];
  expect(shown(wrong)).toEqual([401, 'SIGN_IN_FAILED', wrong.body.detail]);
  expect(shown(unknown)).toEqual(shown(wrong));
  expect(wrong.headers['set-cookie']).toBeUndefined();
});

test('signing out ends the session, also for a copy of its cookie', async () => {
  const person = await office.signIn(HANOI.desk);
  const { cookie } = person;
  expect((await person.ask('GET', '/session')).status).toBe(200);
  expect((await person.ask('DELETE', '/session')).status).toBe(204);
  const copy = await new Person(office.app).ask('GET', '/session', undefined, {
    headers: { cookie },
  });
  expect([copy.status, copy.body.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
});

test('a locked account cannot sign in, and its open session ends', async () => {
  const username = 'phogiamdoc.hn';
  const person = await office.signIn(username);
  await office.db.query(sql.typeAlias('void')`
    UPDATE accounts SET active = false WHERE username = ${username}
  `);
  expect((await signIn(username, DEMO_PASSWORD)).body.code).toBe('SIGN_IN_FAILED');
  await until(async () => (await person.ask('GET', '/session')).status === 401);
});

test.each([
  { what: 'without token', headers: { 'x-csrf-token': '' } },
  { what: 'with another token', headers: { 'x-csrf-token': 'made.up' } },
])('a changing request $what is refused', async ({ headers }) => {
  const person = await office.as(HANOI.desk);
  const answer = await person.ask('POST', '/applications', anApplication(), { headers });
  expect([answer.status, answer.body.code]).toEqual([403, 'CSRF_TOKEN_WRONG']);
});

test('the token of one session does not serve another', async () => {
  const [one, other] = [await office.signIn(HANOI.desk), await office.signIn(HANOI.officer)];
  const { csrfToken } = await one.must('GET', '/session');
  const headers = { 'x-csrf-token': String(csrfToken) };
  const answer = await other.ask('PUT', '/cases/HN-P-2023-000001/claim', undefined, { headers });
  expect([answer.status, answer.body.code]).toEqual([403, 'CSRF_TOKEN_WRONG']);
});

test('guessing passwords is slowed down by address, not for everybody', async () => {
  const guesser = new Person(office.app);
  const guess = () => guesser.ask('POST', '/sessions', { username: HANOI.desk, password: 'x' });
  const codes: string[] = [];
  for (let attempt = 0; attempt <= SIGN_INS_PER_MINUTE; attempt += 1) {
    codes.push((await guess()).body.code);
  }
  expect(codes.slice(0, -1)).toEqual(codes.slice(0, -1).map(() => 'SIGN_IN_FAILED'));
  expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS');
  expect((await signIn(HANOI.desk, DEMO_PASSWORD)).status).toBe(201);
});

test('guessing tracking codes is slowed down', async () => {
  const guesser = new Person(office.app);
  const guess = { code: 'ABCDEFGHJK', birthDate: '1990-01-01' };
  const codes: string[] = [];
  for (let attempt = 0; attempt < 31; attempt += 1) {
    codes.push((await guesser.ask('POST', '/public/tracking', guess)).body.code);
  }
  expect(codes.slice(0, 30)).toEqual(codes.slice(0, 30).map(() => 'TRACKING_NOT_FOUND'));
  expect(codes[30]).toBe('TOO_MANY_REQUESTS');
});

test('a tracking code does not open with another birth date', async () => {
  const desk = await office.as(HANOI.desk);
  const application = anApplication();
  const { trackingCode } = await desk.must('POST', '/applications', application);
  const track = (birthDate: string) =>
    new Person(office.app).ask('POST', '/public/tracking', { code: trackingCode, birthDate });
  expect((await track(application.subject.birthDate)).status).toBe(200);
  expect((await track('1901-01-01')).body.code).toBe('TRACKING_NOT_FOUND');
});

test('pages are told not to run foreign scripts nor to be framed by others', async () => {
  const { headers } = await new Person(office.app).ask('GET', '/facts');
  expect(headers['content-security-policy']).toMatch(/script-src 'self'/u);
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'/u);
  expect(headers['x-content-type-options']).toBe('nosniff');
});
