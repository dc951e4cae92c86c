import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANSWER_COLUMNS, QUESTION_COLUMNS } from '../../domain/answerSheet.ts';
import type { PacketUpload } from '../../domain/packet.ts';
import { anAnswer, registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { downloadPacket, rowsOf, savedSheet, upload } from '../support/packets.ts';
import { Person } from '../support/person.ts';
import { ANSWER, askedCase, HANOI, JUDGMENT } from '../support/scenes.ts';
import { rowCounts, withoutEvidence } from '../support/traces.ts';

let office: Office;
let pens: Awaited<ReturnType<typeof registerPens>>;
beforeAll(async () => {
  office = await openOffice();
  pens = await registerPens(office, [HANOI.police]);
});
afterAll(() => office.close());

const PASSED = { outcome: 'CANNOT_ANSWER_YET' as const, reason: 'Kho', expectedAt: '2023-09-18' };
const TO_COME = {
  outcome: 'RECORD_FOUND' as const,
  entries: [{ ...JUDGMENT, judgmentDate: '2099-01-01' }],
};

test.each([
  ['promises a day gone by', PASSED, 'expectedAt', 'NOT_AHEAD'],
  ['tells of a judgment to come', TO_COME, 'entries.0.judgmentDate', 'IN_FUTURE'],
])(
  'an answer that %s is refused at the field, typed and signed',
  async (_what, said, path, code) => {
    const { policeRequest } = await askedCase(office);
    const before = await rowCounts(office);
    const liaison = await office.as(HANOI.policeLiaison);
    const body = { requestId: policeRequest, answer: { ...ANSWER, ...said, confirmed: true } };
    const typed = await liaison.ask('POST', '/verifications/answers', body);
    expect(typed.status).toBe(400);
    expect(typed.body.fields).toMatchObject([{ path: `answer.${path}`, code }]);
    const jws = await pens.sign(anAnswer(policeRequest, said), 'verification-answer');
    const signed = await new Person(office.app).ask('POST', '/agency-messages', { jws });
    expect(signed).toMatchObject({ status: 400, body: { fields: [{ path, code }] } });
    expect(withoutEvidence(await rowCounts(office))).toEqual(withoutEvidence(before));
  },
);

const SHEET_PASSED = {
  [ANSWER_COLUMNS.outcome]: '4',
  [ANSWER_COLUMNS.reason]: 'Kho',
  [ANSWER_COLUMNS.expectedAt]: '01/09/2023',
};
const SHEET_TO_COME = {
  [ANSWER_COLUMNS.outcome]: '2',
  [ANSWER_COLUMNS.judgmentNumber]: JUDGMENT.judgmentNumber,
  [ANSWER_COLUMNS.judgmentDate]: '01/01/2099',
  [ANSWER_COLUMNS.court]: JUDGMENT.court,
  [ANSWER_COLUMNS.offence]: JUDGMENT.offence,
  [ANSWER_COLUMNS.provision]: JUDGMENT.provision,
  [ANSWER_COLUMNS.penalty]: JUDGMENT.penalty,
  [ANSWER_COLUMNS.executionStatus]: JUDGMENT.executionStatus,
};

test.each([
  ['promises a day gone by', SHEET_PASSED, 'expectedAt', 'NOT_AHEAD'],
  ['tells of a judgment to come', SHEET_TO_COME, 'entries.0.judgmentDate', 'IN_FUTURE'],
])('the preview of a packet refuses a row that %s', async (_what, cells, path, code) => {
  const { policeRequest } = await askedCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  const { file, lines } = await downloadPacket(liaison);
  const line = lines.find((one) => one[QUESTION_COLUMNS.requestId] === policeRequest);
  const { body } = await upload(liaison, file, savedSheet([{ ...line, ...cells }]));
  const { rows } = await rowsOf(liaison, (body as PacketUpload).id);
  expect(rows).toMatchObject([{ code: 'INVALID_INPUT', fields: [{ path, code }] }]);
});
