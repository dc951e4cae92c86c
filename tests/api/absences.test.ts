import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { absencesOf } from '../support/absences.ts';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answeredCase, CLEAN_DRAFT, handIn, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await hire(office, [
    { username: 'haivai.hn', roles: ['LLTP_OFFICER', 'DIVISION_HEAD'] },
    { username: 'chuyenvien3.hn', roles: ['LLTP_OFFICER'] },
  ]);
});
afterAll(() => office.close());

const { idOf, away, back, endAll } = absencesOf(() => office);
afterEach(endAll);

async function holderOf(caseId: string): Promise<string | null> {
  const { line } = await (await office.as(HANOI.head)).case(caseId);
  return line.holder?.id ?? null;
}

/** A draft of the officer that waits for the head. */
async function drafted(): Promise<string> {
  const { caseId } = await answeredCase(office);
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  return caseId;
}

/** A draft goes back to its author. */
async function giveBack(caseId: string, by: string = HANOI.head): Promise<void> {
  const paper = { reason: 'Chưa nêu căn cứ' };
  await (await office.as(by)).act(caseId, 'return', { paper });
}

test('work that would come back to somebody absent goes to the delegate and returns untouched', async () => {
  const caseId = await drafted();
  const absence = await away();
  await giveBack(caseId);
  expect(await holderOf(caseId)).toBe(await idOf(HANOI.otherOfficer));
  const mine = await (await office.as(HANOI.otherOfficer)).must('GET', '/absences/mine');
  expect(mine.covering).toMatchObject([{ id: absence.id, covered: 1, reason: null }]);
  await back(absence);
  expect(await holderOf(caseId)).toBe(await idOf(HANOI.officer));
});

test('work on the desk moves when the absence begins, and back when its days are over', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  await officer.must('PUT', `/cases/${caseId}/claim`);
  const { id } = await away({ from: '2023-09-19', to: '2023-09-20' });
  expect(await holderOf(caseId)).toBe(officer.account.id);
  await becomes(id, '2023-09-18', '2023-09-19');
  await until(async () => (await holderOf(caseId)) === (await idOf(HANOI.otherOfficer)));
  await becomes(id, '2023-09-14', '2023-09-15');
  await until(async () => (await holderOf(caseId)) === officer.account.id);
});

/** Days pass: the dates of an absence as they lie from today. */
async function becomes(id: string, from: string, to: string): Promise<void> {
  await office.db.query(sql.typeAlias('void')`
    UPDATE absences SET from_on = ${from}::date, to_on = ${to}::date WHERE id = ${id}
  `);
}

test('what the delegate did is recorded in the name of both, under the delegate’s own roles', async () => {
  const caseId = await drafted();
  const absence = await away();
  await giveBack(caseId);
  const delegate = await office.as(HANOI.otherOfficer);
  await delegate.act(caseId, 'draft', CLEAN_DRAFT);
  const { events, chainIntact } = await delegate.must('GET', `/cases/${caseId}/events`);
  const last = events.at(-1);
  const { displayName } = (await office.as(HANOI.officer)).account;
  expect(last).toMatchObject({
    act: 'draft',
    actor: delegate.account.id,
    actedForName: displayName,
  });
  expect(chainIntact).toBe(true);
  const { line } = await delegate.case(caseId);
  const check = await delegate.tryAct(caseId, line.rev, 'check');
  expect([check.status, check.body.code]).toEqual([403, 'NOT_YOUR_ROLE']);
  await back(absence);
});

test('what the delegate touched stays with the delegate, no longer in another’s name', async () => {
  const caseId = await drafted();
  const absence = await away();
  await giveBack(caseId);
  const delegate = await office.as(HANOI.otherOfficer);
  const grounds = ['EXPUNGEMENT_TO_VERIFY'];
  const paper = { reason: 'Thêm nơi cư trú' };
  await delegate.act(caseId, 'reclassify', { codes: { grounds }, paper });
  await back(absence);
  expect(await holderOf(caseId)).toBe(delegate.account.id);
  await delegate.act(caseId, 'draft', CLEAN_DRAFT);
  const { events } = await delegate.must('GET', `/cases/${caseId}/events`);
  expect(events.at(-2).actedForName).not.toBeNull();
  expect(events.at(-1).actedForName).toBeNull();
});

test('a delegate who decided on the case before is passed over: the unit’s queue has it', async () => {
  const [returnedByDelegate, returnedByHead] = [await drafted(), await drafted()];
  const absence = await away({ delegate: await idOf('haivai.hn') }, HANOI.head);
  await giveBack(returnedByDelegate, 'haivai.hn');
  expect(await holderOf(returnedByDelegate)).toBeNull();
  await giveBack(returnedByHead);
  expect(await holderOf(returnedByHead)).toBe(await idOf('haivai.hn'));
  // Whoever drafts in another's stead does not check either.
  const delegate = await office.as('haivai.hn');
  await delegate.act(returnedByHead, 'draft', CLEAN_DRAFT);
  const { line } = await delegate.case(returnedByHead);
  const check = await delegate.tryAct(returnedByHead, line.rev, 'check');
  expect([check.status, check.body.code]).toEqual([403, 'FOUR_EYES']);
  await back(absence);
  expect(await holderOf(returnedByDelegate)).toBe(await idOf(HANOI.officer));
});

test('without a delegate work waits in the unit’s queue, where a colleague may take it for good', async () => {
  const [taken, left] = [await drafted(), await drafted()];
  const absence = await away({ delegate: null });
  for (const caseId of [taken, left]) await giveBack(caseId);
  expect(await holderOf(taken)).toBeNull();
  const colleague = await office.as(HANOI.otherOfficer);
  await colleague.must('PUT', `/cases/${taken}/claim`);
  await back(absence);
  expect(await holderOf(taken)).toBe(colleague.account.id);
  expect(await holderOf(left)).toBe(await idOf(HANOI.officer));
});

test('what is assigned to somebody absent goes to the delegate, and is refused where nobody may have it', async () => {
  const absence = await away();
  const { caseId } = await handIn(office);
  const head = await office.as(HANOI.head);
  const to = await idOf(HANOI.officer);
  const line = await head.must('PUT', `/cases/${caseId}/assignment`, { to });
  expect(line.holder.id).toBe(await idOf(HANOI.otherOfficer));
  const mine = await (await office.as(HANOI.officer)).ask('PUT', `/cases/${caseId}/claim`);
  expect([mine.status, mine.body.code]).toEqual([409, 'YOU_ARE_AWAY']);
  await back(absence);
  await away({ delegate: null });
  const other = await handIn(office);
  const refused = await head.ask('PUT', `/cases/${other.caseId}/assignment`, { to });
  expect([refused.status, refused.body.code]).toEqual([409, 'COLLEAGUE_AWAY']);
  const preview = { action: 'assign', caseIds: [other.caseId], to };
  const { token } = await head.must('POST', '/bulk/previews', preview);
  const { results } = await head.must('POST', `/bulk/${token}`);
  expect(results).toMatchObject([{ ok: false, code: 'COLLEAGUE_AWAY' }]);
});

test('a delegate who goes away too hands nothing on', async () => {
  const caseId = await drafted();
  const absence = await away({ to: '2023-09-22' });
  await giveBack(caseId);
  const delegate = await office.as(HANOI.otherOfficer);
  const chain = { account: delegate.account.id, delegate: await idOf('chuyenvien3.hn') };
  await away(chain, HANOI.otherOfficer);
  expect(await holderOf(caseId)).toBeNull();
  const { absences, uncovered } = await (
    await office.as(HANOI.supervisor)
  ).must('GET', '/absences?state=uncovered');
  expect(uncovered).toBe(1);
  expect(absences).toMatchObject([
    { id: absence.id, uncoveredDays: ['2023-09-18', '2023-09-19', '2023-09-20'] },
  ]);
  await back(absence);
  expect(await holderOf(caseId)).toBe(await idOf(HANOI.officer));
});
