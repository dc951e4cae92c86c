import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { trialOffice } from '../support/exchange.ts';
import { aRow, HEADINGS, judgmentFile } from '../support/judgmentFiles.ts';
import { openOffice, type Office } from '../support/office.ts';
import { aRecord } from '../support/scenes.ts';
import { aJudgment } from '../support/supplies.ts';
import { until } from '../support/until.ts';

let office: Office;
let desks: Awaited<ReturnType<typeof trialOffice>>;
beforeAll(async () => {
  office = await openOffice();
  desks = await trialOffice(office);
});
afterAll(() => office.close());

const NAME = 'Trịnh Văn Hải Ngoại';

/** An extract of a foreign judgment, as the Supreme People's Procuracy sends it to the Centre. */
function anExtract(changes: object = {}) {
  return aJudgment(NAME, {
    supplier: { kind: 'PROCURACY', name: 'Viện kiểm sát nhân dân tối cao', unit: null },
    kind: 'FOREIGN_JUDGMENT',
    number: '4 Ks 112/21',
    issuedBy: 'Landgericht Berlin',
    arrivedOn: '2022-06-20',
    ...changes,
  });
}

const enter = (supply: object) =>
  desks.receiver.ask('POST', '/supplies', { supply, channel: 'PAPER' });

test('an extract of a foreign judgment enters the book of the Centre within its supplier’s term', async () => {
  const { status, body } = await enter(anExtract());
  expect([status, body.line.kind, body.line.state]).toEqual([201, 'FOREIGN_JUDGMENT', 'RECEIVED']);
  // Effective on Friday 10 June: ten working days later is Friday 24 June.
  expect(body.line).toMatchObject({ dueOn: '2022-06-24', late: false });
  expect(body.term.verified).toBe(true);
  const twice = await enter(anExtract());
  expect([twice.status, twice.body.code]).toEqual([409, 'SUPPLY_ALREADY_RECEIVED']);
  const { supplies } = await desks.receiver.must('GET', '/supplies?kind=FOREIGN_JUDGMENT');
  expect(supplies).toHaveLength(1);
  const wrong = await desks.province.ask('POST', '/supplies', {
    supply: anExtract({ number: '5 Ks 1/21' }),
    channel: 'PAPER',
  });
  expect(wrong.body.fields).toContainEqual(
    expect.objectContaining({ path: 'supply.kind', code: 'GOES_TO_CENTRE' }),
  );
});

test('it supplements the Centre’s copy of a record, which a record of no copy cannot be', async () => {
  const { caseId, recordNumber } = await desks.province.must('POST', '/transfers', {
    record: aRecord(NAME),
  });
  const { body } = await enter(anExtract({ number: '6 Ks 1/21' }));
  expect(body.known).toEqual([{ unit: 'STP-01', record: null }]);
  const path = `/supplies/${body.line.id}/settlement`;
  const early = await desks.receiver.ask('POST', path, { state: 'USED', recordNumber });
  expect([early.status, early.body.code]).toEqual([422, 'UNKNOWN_RECORD']);
  await desks.province.act(caseId, 'send');
  await desks.receiver.act(caseId, 'receive');
  await desks.takeOver(caseId);
  const { known } = await desks.receiver.must('GET', `/supplies/${body.line.id}`);
  expect(known).toEqual([{ unit: 'STP-01', record: { recordNumber, caseId } }]);
  const used = await desks.receiver.must('POST', path, { state: 'USED', recordNumber });
  expect(used.line).toMatchObject({ state: 'USED', recordNumber, caseId });
});

test('a file of the procuracy is entered row by row', async () => {
  const headings = [...HEADINGS, 'Loại thông tin', 'Loại nguồn', 'Đơn vị cung cấp'] as const;
  const foreign = {
    'Tòa án': 'Tribunal judiciaire de Paris',
    'Loại thông tin': 'Bản án nước ngoài',
    'Loại nguồn': 'Viện kiểm sát',
    'Đơn vị cung cấp': 'Viện kiểm sát nhân dân tối cao',
  };
  const file = judgmentFile(
    [
      { ...aRow(1), ...foreign },
      { ...aRow(2), ...foreign },
      { ...aRow(3), ...foreign, 'Loại nguồn': 'Tòa án sơ thẩm' },
    ],
    headings,
  );
  const uploaded = await desks.receiver.ask('POST', '/supply-batches?name=vksndtc.csv', file, {
    headers: { 'content-type': 'text/csv' },
    key: randomUUID(),
  });
  expect(uploaded.body.batch.rows).toMatchObject({ GOOD: 2, FAULTY: 1 });
  const { id } = uploaded.body.batch;
  const { rows } = await desks.receiver.must('GET', `/supply-batches/${id}/rows?state=FAULTY`);
  expect(rows[0].problems).toMatchObject([{ column: 'kind', code: 'NOT_OF_THIS_SUPPLIER' }]);
  await desks.receiver.must('POST', `/supply-batches/${id}/confirmation`, { leaveOut: 1 });
  await until(async () => {
    const { batch } = await desks.receiver.must('GET', `/supply-batches/${id}`);
    return batch.state === 'DONE';
  });
  const { supplies } = await desks.receiver.must('GET', `/supplies?batch=${id}`);
  expect(supplies).toHaveLength(2);
  expect(supplies[0]).toMatchObject({
    kind: 'FOREIGN_JUDGMENT',
    supplierKind: 'PROCURACY',
    channel: 'FILE',
  });
});
