import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Absence } from '../../domain/absence.ts';
import { absencesOf } from '../support/absences.ts';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const { idOf, anAbsence, away, back, endAll } = absencesOf(() => office);
afterEach(endAll);

test('supervisors see two weeks ahead on which working days nobody covers', async () => {
  const supervisor = await office.as(HANOI.supervisor);
  const counted = { near: 0, uncovered: 0 };
  expect(await supervisor.must('GET', '/absences')).toMatchObject(counted);
  const account = await idOf(HANOI.seal);
  const soon = await away(
    { account, from: '2023-09-29', to: '2023-10-03', delegate: null },
    HANOI.head,
  );
  await away({ account, from: '2023-10-09', to: '2023-10-10', delegate: null }, HANOI.head);
  const { absences, ...ahead } = await supervisor.must('GET', '/absences?state=uncovered');
  expect(ahead).toMatchObject({ near: 1, uncovered: 1 });
  expect(absences).toMatchObject([
    { id: soon.id, uncoveredDays: ['2023-09-29', '2023-10-02', '2023-10-03'] },
  ]);
  const { text } = await supervisor.ask('GET', '/absences.csv?state=ahead');
  expect(text.trim().split('\n')).toHaveLength(3);
});

test.each([
  ['dates reversed', { from: '2023-09-21', to: '2023-09-20' }, 'to', 'ENDS_BEFORE_START'],
  ['a beginning in the past', { from: '2023-09-15' }, 'from', 'IN_PAST'],
  ['a date that is none', { to: '2023-09-31' }, 'to', 'WRONG_FORMAT'],
  ['more than a year', { to: '2024-10-01' }, 'to', 'ABSENCE_TOO_LONG'],
  ['a reason nobody knows', { reason: 'BORED' }, 'reason', 'NOT_A_CHOICE'],
])('%s is refused with the field', async (_, changes, path, code) => {
  const officer = await office.as(HANOI.officer);
  const { status, body } = await officer.ask('POST', '/absences', await anAbsence(changes));
  expect([status, body.fields]).toEqual([400, [expect.objectContaining({ path, code })]]);
});

test.each([
  ['oneself', HANOI.officer, 'DELEGATE_IS_SELF'],
  ['somebody of another unit', 'chuyenvien1.na', 'OF_ANOTHER_UNIT'],
  ['somebody without a role in common', HANOI.seal, 'CANNOT_COVER'],
])('%s cannot cover', async (_, username, code) => {
  const officer = await office.as(HANOI.officer);
  const entry = await anAbsence({ delegate: await idOf(username) });
  const { status, body } = await officer.ask('POST', '/absences', entry);
  expect([status, body.fields]).toEqual([
    400,
    [expect.objectContaining({ path: 'delegate', code })],
  ]);
});

test('a delegate who is absent on one of the days cannot cover', async () => {
  const account = await idOf(HANOI.otherOfficer);
  await away({ account, from: '2023-09-20', to: '2023-09-21', delegate: null }, HANOI.head);
  const officer = await office.as(HANOI.officer);
  const { body } = await officer.ask('POST', '/absences', await anAbsence());
  expect(body.fields).toMatchObject([{ path: 'delegate', code: 'DELEGATE_AWAY' }]);
});

test('of overlapping absences of one person the first stands, also when both come at once', async () => {
  const officer = await office.as(HANOI.officer);
  const entries = [
    await anAbsence({ from: '2023-10-02', to: '2023-10-06' }),
    await anAbsence({ from: '2023-10-06', to: '2023-10-10' }),
  ];
  const answers = await Promise.all(
    entries.map((entry) => officer.ask('POST', '/absences', entry)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body.code).toBe('ABSENCES_OVERLAP');
  const entered = answers.find(({ status }) => status === 201)?.body as Absence;
  await back(entered);
  const again = await officer.ask('DELETE', `/absences/${entered.id}`);
  expect([again.status, again.body.code]).toEqual([409, 'ABSENCE_OVER']);
});

test('only the person and those in charge of the unit enter and cancel an absence', async () => {
  const entry = await anAbsence();
  const colleague = await (await office.as(HANOI.otherOfficer)).ask('POST', '/absences', entry);
  expect([colleague.status, colleague.body.code]).toEqual([403, 'NOT_PERMITTED']);
  const stranger = await (await office.as('truongphong.na')).ask('POST', '/absences', entry);
  expect([stranger.status, stranger.body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
  const absence = await away({}, HANOI.supervisor);
  for (const username of [HANOI.otherOfficer, 'truongphong.na']) {
    const { status, body } = await (
      await office.as(username)
    ).ask('DELETE', `/absences/${absence.id}`);
    expect([username, status, body.code]).toEqual([username, 403, 'NOT_PERMITTED']);
  }
  await back(absence, HANOI.head);
});
