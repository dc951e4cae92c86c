import { expect, test } from '@jest/globals';
import { enterRecord } from '../support/knownPeople.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
import { aRecord } from '../support/scenes.ts';

const desk = openRecordDesk();
const { date: GIVEN } = aRecord().judgment;
const DAY_BEFORE = new Date(Date.parse(GIVEN) - 86_400_000).toISOString().slice(0, 10);
const document = {
  ref: 1,
  kind: 'COMPLETION',
  type: 'Giấy chứng nhận chấp hành xong',
  number: '12/GCN',
  issuedBy: 'Trại giam Mẫu',
  content: 'Đã chấp hành xong.',
};

test('a slip with a document from before its judgment is refused at its date, in both languages', async () => {
  const { recordNumber } = await enterRecord(desk.office);
  const slip = (date: string) => ({
    recordNumber,
    slip: { judgment: null, document: { ...document, date } },
  });
  const early = await desk.officer.ask('POST', '/slips', slip(DAY_BEFORE));
  expect([early.status, early.body.fields]).toEqual([
    400,
    [
      {
        path: 'slip.document.date',
        code: 'DOCUMENT_BEFORE_JUDGMENT',
        message: 'Văn bản thi hành án có ngày trước ngày tuyên án',
      },
    ],
  ]);
  const sameDay = await desk.officer.ask('POST', '/slips', slip(GIVEN));
  expect(sameDay.status).toBe(201);
  const { caseId } = sameDay.body;
  const correcting = { expectedRev: 1, paper: slip(DAY_BEFORE).slip };
  const corrected = await desk.officer.ask('POST', `/cases/${caseId}/acts`, {
    act: 'correctSlip',
    ...correcting,
  });
  expect([corrected.status, corrected.body.fields]).toMatchObject([
    400,
    [{ path: 'paper.document.date', code: 'DOCUMENT_BEFORE_JUDGMENT' }],
  ]);
});

test('nor can such a document be proposed for the record', async () => {
  const { recordNumber } = await enterRecord(desk.office);
  const { number, content, kind } = document;
  const entry = { kind, number, content, issuer: document.issuedBy, date: DAY_BEFORE };
  const body = { kind: 'EXECUTION', details: { ref: 1, entry }, reason: 'x', version: 1 };
  const answer = await desk.officer.ask('POST', `/records/${recordNumber}/proposals`, body);
  expect([answer.status, answer.body.fields]).toMatchObject([
    400,
    [{ path: 'details.entry.date', code: 'DOCUMENT_BEFORE_JUDGMENT' }],
  ]);
});
