import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hire } from '../support/accounts.ts';
import { type Office, openOffice } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { tryReply } from '../support/replies.ts';
import { ANSWER, askedCase, HANOI, issuedCase } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test.each(['congan.na', 'chuyenvien1.na', HANOI.courtLiaison])(
  '%s, who has nothing to do with a case, hears the same of it wherever it stands',
  async (stranger) => {
    const { caseId } = await askedCase(office);
    const person = await office.as(stranger);
    for (const rev of [1, 2, 9]) {
      for (const act of ['classify', 'sign', 'extendClock'] as const) {
        const { status, body } = await person.tryAct(caseId, rev, act, ACTS[act]);
        expect([act, rev, status, body.code]).toEqual([act, rev, 403, 'NOT_YOUR_UNIT']);
      }
    }
  },
);

const ACTS = {
  classify: { codes: { regime: 'SIMPLE', grounds: [] } },
  sign: {},
  extendClock: {
    codes: { clock: 'legal', basis: 'CARD_INDEX' },
    paper: { reason: 'Tra cứu' },
  },
};

test('a liaison who was not asked hears the same of an open and of an ended case', async () => {
  const open = await askedCase(office);
  const { caseId } = await issuedCase(office);
  const director = await office.as(HANOI.director);
  await director.act(caseId, 'recall', { paper: { reason: 'Kiểm tra' } });
  const liaison = await office.as('congan.na');
  for (const requestId of [open.policeRequest, `${caseId}/POLICE-1`]) {
    const form = { requestId, basis: 'CARD_INDEX', reason: 'Tra cứu' };
    for (const [path, body] of [
      ['/verifications/extensions', form],
      ['/verifications/answers', { requestId, answer: ANSWER }],
    ] as const) {
      const { status, body: said } = await liaison.ask('POST', path, body);
      expect([path, status, said.code]).toEqual([path, 403, 'NOT_THE_ASKED_AGENCY']);
    }
  }
  expect((await tryReply(office, open.policeRequest)).status).toBe(200);
});

test('an act under the key of somebody else is no repeat of that one’s act', async () => {
  const { caseId } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const { line } = await officer.case(caseId);
  const key = randomUUID();
  const reclassify = {
    codes: { grounds: ['SEVERAL_RESIDENCES'] },
    paper: { reason: 'Nhiều nơi cư trú' },
  };
  const done = await officer.tryAct(caseId, line.rev, 'reclassify', reclassify, { key });
  expect(done).toMatchObject({ status: 200 });
  const other = await office.as(HANOI.otherOfficer);
  const again = await other.tryAct(caseId, line.rev, 'reclassify', reclassify, { key });
  expect([again.status, again.body.code]).toEqual([409, 'STALE_REVISION']);
});

test('a packet under the key of somebody else is refused', async () => {
  await askedCase(office);
  await hire(office, [{ username: 'congan.la', roles: ['POLICE_LIAISON'], unit: HANOI.police }]);
  const key = randomUUID();
  const order = { most: 10 };
  const first = await office.as(HANOI.policeLiaison);
  expect((await first.ask('POST', '/packets', order, { key })).status).toBe(201);
  const other = await office.as('congan.la');
  const { status, body } = await other.ask('POST', '/packets', order, { key });
  expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
});

test.each(['/quality', '/quality.csv', '/findings', '/findings.csv'])(
  'the figures of another unit are refused at %s, not left out',
  async (path) => {
    await hire(office, [{ username: 'hoso.na', roles: ['RECORD_OFFICER'], unit: 'STP-40' }]);
    const officer = await office.as('hoso.na');
    const { status, body } = await officer.ask('GET', `${path}?unit=${HANOI.unit}`);
    expect([status, body?.code]).toEqual([403, 'NOT_YOUR_UNIT']);
    expect((await officer.ask('GET', `${path}?unit=STP-40`)).status).toBe(200);
  },
);

test('guesses of a tracking code are counted together, wherever they are made', async () => {
  const guesser = new Person(office.app);
  const guess = { code: 'ABCDEFGHJK', birthDate: '1990-01-01' };
  const paths = [
    ['/public/tracking', guess],
    ['/public/disputes', { ...guess, day: null, reason: 'x' }],
    [`/public/letters/${randomUUID()}/paper.pdf`, guess],
  ] as const;
  const codes: string[] = [];
  for (let n = 0; n < 33; n += 1) {
    const [path, body] = paths[n % 3] ?? paths[0];
    codes.push((await guesser.ask('POST', path, body)).body.code);
  }
  expect(new Set(codes.slice(0, 30))).toEqual(new Set(['TRACKING_NOT_FOUND']));
  expect(new Set(codes.slice(30))).toEqual(new Set(['TOO_MANY_REQUESTS']));
});
