import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SuppliedInformation } from '../../domain/supply/information.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { COURT, differencesOf, RUNS, sendList, settle } from '../support/reconciliations.ts';
import { HANOI } from '../support/scenes.ts';
import { aJudgment } from '../support/supplies.ts';
import { until } from '../support/until.ts';

const BORN = '11/02/1985';
/** Saturday, the last of the quarter; half an hour of it is left, which takes half a minute. */
const LAST_HOUR = Date.parse('2023-09-30T23:30:00+07:00');
const SPEED = 60;

let office: Office;
let officer: Person;
beforeAll(async () => {
  office = await openOffice({ from: LAST_HOUR, speed: SPEED });
  officer = await office.as(HANOI.records);
});
afterAll(() => office.close());

function receive(name: string, changes: Partial<SuppliedInformation> = {}) {
  const arrivedOn = '2023-08-15';
  const supply = aJudgment(name, { arrivedOn, ...changes });
  return officer.must('POST', '/supplies', { supply, channel: 'PAPER' });
}

const begin = async (period: string): Promise<string> =>
  (await officer.must('POST', RUNS, { unit: HANOI.unit, supplier: COURT, period })).caseId;

test('at the end of a quarter the calendar begins it with every court that supplied', async () => {
  await receive('Lê Văn Lịch', { number: '1/2022/HSST', arrivedOn: '2023-07-03' });
  const begun = await until(
    async () => {
      const { runs } = await officer.must('GET', `${RUNS}?counterpart=SUPPLIER`);
      return runs[0]?.rev > 0 ? runs[0] : null;
    },
    { withinMs: 60_000, everyMs: 500 },
  );
  expect(begun).toMatchObject({
    supplierName: COURT.name,
    period: '2023-Q3',
    step: 'LISTING',
    startedBy: null,
    rule: { verified: true, citation: expect.stringContaining('111/2010') },
  });
  const { runs, total } = await officer.must('GET', `${RUNS}?which=all&counterpart=SUPPLIER`);
  expect([total, runs.length]).toEqual([1, 1]);
  await officer.act(begun.caseId, 'cancelReconciliation', { paper: { reason: 'Thử' } });
}, 120_000);

test('a supplier’s list against the book: missing on either side, differing, entered late, explained', async () => {
  await receive('Lê Văn Khớp', { number: '2/2022/HSST' });
  await receive('Lê Văn Khác', { number: '3/2022/HSST' });
  await receive('Lê Văn Thừa', { number: '4/2022/HSST' });
  const caseId = await begin('2023-Q3');
  const withoutList = await officer.ask('POST', `${RUNS}/${caseId}/comparison`);
  expect(withoutList.body.code).toBe('SUPPLIER_LIST_MISSING');
  const listed = [
    ['Lê Văn Lịch', '1/2022/HSST', '10/05/2022', BORN],
    ['LÊ VĂN KHỚP', '2 / 2022 / HSST', '10/05/2022', BORN],
    ['Lê Văn Khác', '3/2022/HSST', '12/05/2022', BORN],
    ['Lê Văn Thiếu', '5/2022/HSST', '10/05/2022', BORN],
  ];
  expect((await sendList(officer, caseId, listed)).status).toBe(200);
  expect(await officer.must('GET', `${RUNS}/${caseId}`)).toMatchObject({
    step: 'SETTLING',
    hereCount: 4,
    thereCount: 4,
    findings: 3,
    open: 3,
  });
  const found = await differencesOf(officer, caseId);
  expect(found.map(({ number, finding, fields }) => [number, finding, ...fields])).toEqual([
    ['3/2022/HSST', 'DIFFERENT', 'date'],
    ['4/2022/HSST', 'MISSING_THERE'],
    ['5/2022/HSST', 'MISSING_HERE'],
  ]);
  const [differing, extra, missing] = found.map(({ key }) => key);

  const early = await settle(officer, caseId, [missing ?? ''], 'LATE_RECEPTION');
  expect(early.body.code).toBe('STILL_DIFFERENT');
  await receive('Lê Văn Thiếu', { number: '5/2022/HSST', arrivedOn: '2023-09-30' });
  expect((await settle(officer, caseId, [missing ?? ''], 'LATE_RECEPTION')).status).toBe(200);
  const ask = { keys: [differing], note: 'Ngày bản án là ngày nào?' };
  await officer.must('POST', `${RUNS}/${caseId}/questions`, ask);
  await expect(officer.act(caseId, 'closeReconciliation')).rejects.toThrow('DIFFERENCES_UNSETTLED');
  expect((await settle(officer, caseId, [extra ?? ''], 'AMENDMENT')).body.code).toBe(
    'STILL_DIFFERENT',
  );
  expect((await settle(officer, caseId, [extra ?? ''])).status).toBe(200);

  // The court sends a corrected list: the answered difference is gone.
  listed[2] = ['Lê Văn Khác', '3/2022/HSST', '10/05/2022', BORN];
  expect((await sendList(officer, caseId, listed)).status).toBe(200);
  const states = (await differencesOf(officer, caseId)).map((line) => line.settlement);
  expect(states).toEqual(['COMPARED_AGAIN', 'EXPLAINED', 'LATE_RECEPTION']);
  await officer.act(caseId, 'closeReconciliation');
  const { events } = await officer.must('GET', `/cases/${caseId}/events`);
  expect(events.map(({ act }: { act: string }) => act).toSorted()).toEqual(
    [
      'beginReconciliation',
      'closeReconciliation',
      'listAgain',
      'listDifferences',
      'listDifferences',
    ].toSorted(),
  );
});

test('a list with a faulty line is refused by line and column, and the run waits for another', async () => {
  const caseId = await begin('2023-Q2');
  const answer = await sendList(officer, caseId, [
    ['Lê Văn Sai', '6/2022/HSST', '31/02/2022', BORN],
    ['=1+1', '7/2022/HSST', '10/05/2022', BORN],
  ]);
  expect(answer.body.fields).toMatchObject([
    { path: 'lines.2.date', code: 'WRONG_FORMAT' },
    { path: 'lines.3.fullName', code: 'FORMULA' },
  ]);
  expect(await officer.must('GET', `${RUNS}/${caseId}`)).toMatchObject({ step: 'LISTING' });
});
