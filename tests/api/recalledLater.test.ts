import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { decide, deliver, HANOI, handIn, issuedCase } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const REASON = { paper: { reason: 'Bản án đến sau khi phiếu đã giao' } };

/** A certificate in the applicant's hands: its case and its public code. */
async function delivered(): Promise<{ caseId: string; code: string }> {
  const { caseId } = await issuedCase(office);
  await deliver(office, caseId);
  await office.client.workflow.getHandle(caseId).result();
  const { certificates } = await (await office.as(HANOI.officer)).case(caseId);
  return { caseId, code: certificates[0]?.verificationCode ?? '' };
}

async function statusOf(code: string): Promise<string> {
  const { body } = await (await office.as(HANOI.desk)).ask('GET', `/public/certificates/${code}`);
  return body.status;
}

function lines(caseId: string) {
  return office.db.any(sql.type(z.object({ rev: z.int(), act: z.string() }))`
    SELECT rev, act FROM case_events WHERE case_id = ${caseId} ORDER BY rev DESC LIMIT 2
  `);
}

test('hard case 30: a certificate an employer holds already is recalled, and the case lives on to a new one', async () => {
  const { caseId, code } = await delivered();
  const officer = await office.as(HANOI.officer);
  const director = await office.as(HANOI.director);
  const ended = await director.case(caseId);
  expect(ended.acts).toEqual([expect.objectContaining({ act: 'recall', refusal: null })]);
  expect(await statusOf(code)).toBe('VALID');

  await director.act(caseId, 'recall', REASON);
  expect(await statusOf(code)).toBe('RECALLED');
  const { line } = await officer.case(caseId);
  expect(line).toMatchObject({ step: 'EVALUATING', closedAt: null, rev: ended.line.rev + 1 });
  expect(line.holder?.id).toBe(officer.account.id);
  const { chainIntact } = await officer.must('GET', `/cases/${caseId}/events`);
  expect(chainIntact).toBe(true);
  expect((await office.client.workflow.getHandle(caseId).describe()).status.name).toBe('RUNNING');

  await decide(office, caseId);
  expect(await statusOf(code)).toBe('REPLACED');
  await deliver(office, caseId);
  await office.client.workflow.getHandle(caseId).result();
  expect((await officer.case(caseId)).line.step).toBe('CLOSED');
});

test('the counters of the day say what a recount says, and nobody is charged for the time between', async () => {
  const { caseId } = await delivered();
  const [closed] = await lines(caseId);
  await (await office.as(HANOI.director)).act(caseId, 'recall', REASON);
  const differing = await office.db.any(sql.unsafe`
    (SELECT * FROM daily_counts EXCEPT SELECT * FROM counted_days)
    UNION ALL (SELECT * FROM counted_days EXCEPT SELECT * FROM daily_counts)
  `);
  expect(differing).toEqual([]);
  const end = closed?.rev ?? 0;
  const held = await office.db.one(sql.unsafe`
    SELECT (SELECT max(to_at) FROM holdings WHERE case_id = ${caseId}) = ended.at AS ends,
      (SELECT from_at FROM holdings WHERE case_id = ${caseId} AND to_at IS NULL) = recalled.at AS begins
    FROM case_events ended JOIN case_events recalled USING (case_id)
    WHERE case_id = ${caseId} AND ended.rev = ${end} AND recalled.rev = ${end + 1}
  `);
  expect(held).toEqual({ ends: true, begins: true });
});

test('asked twice at once by one key, and by two directors, it is one recall', async () => {
  const { caseId } = await delivered();
  const director = await office.as(HANOI.director);
  const { rev } = (await director.case(caseId)).line;
  const deputy = await office.as('phogiamdoc.hn');
  const body = { act: 'recall', expectedRev: rev, codes: {}, ...REASON };
  const key = randomUUID();
  const ask = (who: Person, as: string) =>
    who.ask('POST', `/cases/${caseId}/acts`, body, { key: as });
  const asked = [ask(director, key), ask(director, key), ask(deputy, randomUUID())] as const;
  const answers = await Promise.all(asked);
  const [first, repeated] = answers;
  expect([repeated.status, repeated.body.code]).toEqual([first.status, first.body.code]);
  const won = answers.filter(({ status }) => status === 200);
  expect(won.map((one) => one.body.rev)).toEqual(won.map(() => rev + 1));
  expect(won.length).toBeGreaterThan(0);
  for (const lost of answers.filter(({ status }) => status !== 200)) {
    expect(['STALE_REVISION', 'CASE_WRONG_STEP']).toContain(lost.body.code);
  }
  expect(await lines(caseId)).toMatchObject([{ rev: rev + 1, act: 'recall' }, { rev }]);
});

test('only the own director recalls it, and what was withdrawn stays ended', async () => {
  const { caseId } = await delivered();
  const { rev } = (await (await office.as(HANOI.director)).case(caseId)).line;
  const tried = async (who: string): Promise<string> =>
    (await (await office.as(who)).tryAct(caseId, rev, 'recall', REASON)).body.code;
  expect(await tried(HANOI.head)).toBe('NOT_YOUR_ROLE');
  expect(await tried('giamdoc.hcm')).toBe('NOT_YOUR_UNIT');
  expect(await lines(caseId)).toMatchObject([{ rev }, { rev: rev - 1 }]);

  const { caseId: withdrawn } = await handIn(office);
  await (await office.as(HANOI.desk)).act(withdrawn, 'withdraw', REASON);
  const director = await office.as(HANOI.director);
  const { line } = await director.case(withdrawn);
  const refused = await director.tryAct(withdrawn, line.rev, 'recall', REASON);
  expect([refused.status, refused.body.code]).toEqual([409, 'CASE_CLOSED']);
});
