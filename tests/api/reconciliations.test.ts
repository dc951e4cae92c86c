import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { trialOffice, trialSlip } from '../support/exchange.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { differencesOf, RUNS, settle } from '../support/reconciliations.ts';
import { aRecord, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';

let office: Office;
let province: Person;
beforeAll(async () => {
  office = await openOffice();
  province = await office.as(HANOI.records);
});
afterAll(() => office.close());

const begin = () => province.ask('POST', RUNS, { unit: HANOI.unit });
const run = (caseId: string) => province.must('GET', `${RUNS}/${caseId}`);

/** End a run whatever is open of it, so that the next test may begin its own. */
async function callOff(caseId: string): Promise<void> {
  await province.act(caseId, 'cancelReconciliation', { paper: { reason: 'Mở nhầm kỳ.' } });
}

/** How often it was noted that somebody took away what a run found. */
function readsOf(caseId: string): Promise<number> {
  return office.db.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM read_audit WHERE ${caseId} = ANY (subjects) AND what = 'reconciliation.csv'
  `);
}

/** A record on its way; gives its numbers. */
function entered(name: string): Promise<{ caseId: string; recordNumber: string }> {
  return province.must('POST', '/transfers', { record: aRecord(name) });
}

async function madeOfficial(caseId: string): Promise<void> {
  const { receiver, takeOver } = await trialOffice(office);
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  await takeOver(caseId);
}

test('what the Centre has not is mended only once both sides agree, and then the run is closed', async () => {
  const { caseId, recordNumber } = await entered('Trần Văn Thiếu');
  const { status, body } = await begin();
  expect([status, body.step, body.unit]).toEqual([201, 'SETTLING', 'STP-01']);
  expect(body.hereCount - body.thereCount).toBe(body.findings);
  const found = await differencesOf(province, body.caseId);
  expect(found).toContainEqual(
    expect.objectContaining({
      number: recordNumber,
      personName: 'Trần Văn Thiếu',
      finding: 'MISSING_THERE',
      state: 'OPEN',
    }),
  );
  const early = await settle(province, body.caseId, [recordNumber], 'SLIP');
  expect([early.status, early.body.code]).toEqual([409, 'STILL_DIFFERENT']);
  await expect(province.act(body.caseId, 'closeReconciliation')).rejects.toThrow(
    'DIFFERENCES_UNSETTLED',
  );

  await madeOfficial(caseId);
  const mended = await settle(province, body.caseId, [recordNumber], 'SLIP');
  expect(mended.status).toBe(200);
  const rest = (await differencesOf(province, body.caseId)).filter(({ state }) => state === 'OPEN');
  if (rest.length > 0)
    await settle(
      province,
      body.caseId,
      rest.map(({ key }) => key),
    );
  await province.act(body.caseId, 'closeReconciliation');
  const ended = await run(body.caseId);
  expect(ended).toMatchObject({
    step: 'RECONCILED',
    open: 0,
    endedBy: province.account.displayName,
    endedAt: expect.any(String),
  });
  const [line] = (await differencesOf(province, body.caseId)).filter(
    ({ number }) => number === recordNumber,
  );
  expect(line).toMatchObject({
    settlement: 'SLIP',
    settledBy: province.account.displayName,
    note: 'Đã kiểm tra.',
  });
  const late = await settle(province, body.caseId, [recordNumber]);
  expect(late.body.code).toBe('RECONCILIATION_NOT_OPEN');
});

test('a slip that is under way differs until the Centre has appended it', async () => {
  const { caseId, recordNumber } = await entered('Trần Văn Bổ Sung');
  await madeOfficial(caseId);
  const { document } = trialSlip(1);
  const slip = await province.must('POST', '/slips', {
    recordNumber,
    slip: { judgment: null, document: { ...document, date: '2023-03-02' } },
  });
  const { body } = await begin();
  const personName = 'Trần Văn Bổ Sung';
  const finding = { number: slip.caseId, personName, finding: 'MISSING_THERE' };
  expect(await differencesOf(province, body.caseId)).toContainEqual(
    expect.objectContaining(finding),
  );
  const ask = { keys: [slip.caseId], note: 'Trung tâm đã nhận phiếu chưa?' };
  await (await office.as('tiepnhan.tt')).must('POST', `${RUNS}/${body.caseId}/questions`, ask);
  await madeOfficial(slip.caseId);
  // Comparing again finds by itself what is mended.
  await province.must('POST', `${RUNS}/${body.caseId}/comparison`);
  const lines = await differencesOf(province, body.caseId);
  expect(lines).toContainEqual(
    expect.objectContaining({
      number: slip.caseId,
      state: 'SETTLED',
      settlement: 'COMPARED_AGAIN',
      question: ask.note,
    }),
  );
  await callOff(body.caseId);
});

test('a record that only one side has changed differs until the other side has it too', async () => {
  const { caseId, recordNumber } = await entered('Trần Văn Sai Khác');
  await madeOfficial(caseId);
  const path = `/records/${recordNumber}/judgments/1/offence`;
  const notice = await province.must('POST', path, { code: 'BLHS2015-173' });
  const { body } = await begin();
  const [line] = (await differencesOf(province, body.caseId)).filter(
    ({ number }) => number === recordNumber,
  );
  expect(line).toMatchObject({ finding: 'DIFFERENT', state: 'OPEN' });
  const byName = await province.must(
    'GET',
    `${RUNS}/${body.caseId}/differences?q=${encodeURIComponent('van sai KHAC')}`,
  );
  expect(byName.differences).toMatchObject([{ number: recordNumber }]);
  const before = await readsOf(body.caseId);
  await province.ask('GET', `${RUNS}/${body.caseId}/differences.csv`);
  expect(await readsOf(body.caseId)).toBe(before + 1);
  const early = await settle(province, body.caseId, [recordNumber], 'AMENDMENT');
  expect(early.body.code).toBe('STILL_DIFFERENT');
  const centre = await office.as('kiemtra.tt');
  await centre.must('POST', `/record-notices/${notice.id}/application`);
  expect((await settle(province, body.caseId, [recordNumber], 'AMENDMENT')).status).toBe(200);
  await callOff(body.caseId);
});

test('with the Centre whole books are compared: no period is taken, and what is old differs too', async () => {
  const { recordNumber } = await entered('Trần Văn Kỳ Trước');
  await office.db.query(sql.typeAlias('void')`
    UPDATE cases SET opened_at = '2023-03-01T09:00:00+07:00'
    WHERE case_id = (SELECT case_id FROM records WHERE book = 'PROVINCE' AND number = ${recordNumber})
  `);
  const narrowed = await province.ask('POST', RUNS, { unit: HANOI.unit, period: '2023-Q3' });
  expect([narrowed.status, narrowed.body.fields]).toMatchObject([
    400,
    [{ path: 'period', code: 'WHOLE_BOOKS' }],
  ]);
  const { body } = await begin();
  const found = await differencesOf(province, body.caseId);
  expect(found.map(({ number }) => number)).toContain(recordNumber);
  await callOff(body.caseId);
});

test('one run of two books at a time; a new one begins after it is called off', async () => {
  const first = await begin();
  expect(first.status).toBe(201);
  const second = await begin();
  expect([second.status, second.body.code]).toEqual([409, 'RECONCILIATION_OPEN']);
  await callOff(first.body.caseId);
  expect(await run(first.body.caseId)).toMatchObject({ step: 'CALLED_OFF' });
  const again = await begin();
  expect(again.status).toBe(201);
  await callOff(again.body.caseId);
});

test('a run that is begun while workers are away is compared when they are back', async () => {
  let caseId = '';
  await office.withoutWorkers(async () => {
    const { status, body } = await begin();
    expect([status, body.step, body.hereCount]).toEqual([201, 'LISTING', null]);
    caseId = body.caseId;
  });
  await until(async () => (await run(caseId)).step === 'SETTLING', { withinMs: 60_000 });
  const open = (await differencesOf(province, caseId)).map(({ key }) => key);
  await office.withoutWorkers(async () => {
    // Differences are settled in the database; only the end waits for the case.
    if (open.length > 0) expect((await settle(province, caseId, open)).status).toBe(200);
  });
  await province.act(caseId, 'closeReconciliation');
  expect(await run(caseId)).toMatchObject({ step: 'RECONCILED', open: 0 });
}, 120_000);

test('each side sees its own: the Centre all, another department none, a supervisor no names', async () => {
  await entered('Trần Văn Che');
  const { body } = await begin();
  const path = `${RUNS}/${body.caseId}`;
  const { other, receiver } = await trialOffice(office);
  expect((await other.ask('GET', path)).body.code).toBe('NOT_YOUR_UNIT');
  const { runs } = await other.must('GET', `${RUNS}?which=all`);
  expect(runs).toEqual([]);
  const foreign = await other.ask('POST', RUNS, { unit: HANOI.unit });
  expect(foreign.body.code).toBe('NOT_YOUR_UNIT');
  const [key = ''] = (await differencesOf(receiver, body.caseId)).map((line) => line.key);
  expect((await settle(other, body.caseId, [key])).body.code).toBe('NOT_YOUR_UNIT');
  expect((await settle(receiver, body.caseId, ['khong-co'])).body.code).toBe('NOT_FOUND');
  const supervisor = await office.as(HANOI.supervisor);
  expect(await supervisor.must('GET', path)).toMatchObject({ findings: body.findings });
  expect((await supervisor.ask('GET', `${path}/differences`)).status).toBe(403);
  expect((await settle(supervisor, body.caseId, [key])).status).toBe(403);
  await callOff(body.caseId);
});

test('lists are filtered, sorted, cut and exported', async () => {
  for (const name of ['Trần Văn Xếp', 'Trần Văn Lọc']) await entered(name);
  const { body } = await begin();
  const path = `${RUNS}/${body.caseId}/differences`;
  const all = await province.must('GET', `${path}?sort=number&descending=true`);
  const numbers = all.differences.map(({ number }: { number: string }) => number);
  expect(numbers).toEqual(numbers.toSorted().toReversed());
  const one = await province.must('GET', `${path}?limit=1&page=2`);
  expect(one).toMatchObject({ total: all.total, differences: [{}] });
  const none = await province.must('GET', `${path}?state=SETTLED`);
  expect(none.total).toBe(0);
  const csv = await province.ask('GET', `${path}.csv?finding=MISSING_THERE`);
  expect(csv.text).toContain(numbers.at(-1));
  const runs = await province.must('GET', `${RUNS}?counterpart=CENTRE&q=2023-Q3&which=open`);
  expect(runs.runs).toMatchObject([{ caseId: body.caseId, period: '2023-Q3' }]);
  const minutes = await province.ask('GET', `${RUNS}/${body.caseId}/minutes.pdf`);
  expect(minutes.headers['content-type']).toBe('application/pdf');
  await callOff(body.caseId);
});
