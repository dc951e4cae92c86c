import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findState } from '../../db/read/cases.ts';
import { lawAt } from '../../db/read/law.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { withFlow } from '../../domain/flow/anyCase.ts';
import type { Command } from '../../domain/flow/flow.ts';
import { step } from '../../domain/flow/judge.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answer, ANSWER, HANOI, handIn } from '../support/scenes.ts';
import { loggedActs, standing } from '../support/traces.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/**
 * Write an act into the database alone: what is left when the engine dies after the act was written
 * and before it was told so.
 */
async function writeBehindTheEngine(caseId: string, username: string, act: string, codes: object) {
  const person = await office.as(username);
  const found = await findState(office.db, caseId);
  const law = await lawAt(office.db, found?.state.openedAt ?? 0);
  if (found === null || law === null) throw new Error('nothing to write on');
  const { id, roles, unit } = person.account;
  const command = { act, actor: { id, roles, unit }, expectedRev: null, codes, paperId: null };
  const now = found.state.openedAt + 60_000;
  const transition = withFlow(found.state, (flow, state) => {
    const made = step(flow, state, command as Command, { now, law });
    if (!made.ok) throw new Error(made.code);
    const { effects, rule } = made;
    const done = { command: command as Command, updateId: randomUUID(), atMs: now, effects };
    return transitionOf(flow, state, made.state, { ...done, claims: rule.claims });
  });
  await writeTransition(office.db, transition);
}

test('an act the engine lost stands, is carried out, and the next person goes on from it', async () => {
  const { caseId } = await handIn(office);
  await writeBehindTheEngine(caseId, HANOI.officer, 'classify', { regime: 'SIMPLE', grounds: [] });
  expect((await standing(office, caseId)).step).toBe('VERIFYING');
  // Another person, another key, at the revision that everybody sees.
  await answer(office, `${caseId}/POLICE-1`, ANSWER);
  expect(await loggedActs(office, caseId)).toEqual([
    'receiveAndAccept',
    'classify',
    'answerVerification',
  ]);
  // The question that the lost act was to send has gone out too.
  await until(() => office.agencies.asked.some(({ requestId }) => requestId.startsWith(caseId)));
});

test('an act at the revision before the lost one is refused as stale and changes nothing', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.otherOfficer);
  await writeBehindTheEngine(caseId, HANOI.officer, 'classify', { regime: 'SIMPLE', grounds: [] });
  const late = await officer.tryAct(caseId, 1, 'classify', {
    codes: { regime: 'SIMPLE', grounds: [] },
  });
  expect(late.body.code).toBe('STALE_REVISION');
  const head = await office.as(HANOI.head);
  const cancelled = { codes: { ground: 'DUPLICATE' }, paper: { reason: 'Trùng hồ sơ' } };
  await head.act(caseId, 'cancel', cancelled);
  expect((await standing(office, caseId)).step).toBe('CANCELLED');
});
