import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { SupplyMessage } from '../../domain/supply/information.ts';
import { registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { HANOI } from '../support/scenes.ts';
import { aJudgment, aPaper } from '../support/supplies.ts';

let office: Office;
let pens: Awaited<ReturnType<typeof registerPens>>;
beforeAll(async () => {
  office = await openOffice();
  pens = await registerPens(office, [HANOI.court, HANOI.police, 'TAND-40', 'THADS-01']);
});
afterAll(() => office.close());

let sequence = 0;

/** What the court of Hà Nội signs: a judgment of somebody, or what `changes` make of it. */
function aMessage(
  supply: ReturnType<typeof aJudgment>,
  changes: Partial<SupplyMessage> = {},
): SupplyMessage {
  sequence += 1;
  const { arrivedOn: _arrivedOn, supplier, ...said } = supply;
  const { kind, name } = supplier;
  return {
    messageId: randomUUID(),
    sequence,
    fromUnit: HANOI.court,
    toUnit: HANOI.unit,
    information: { supplier: { kind, name }, ...said },
    ...changes,
  };
}

async function tell(message: SupplyMessage) {
  const jws = await pens.sign(message, 'supplied-information');
  return new Person(office.app).ask('POST', '/agency-messages', { jws });
}

function verdictsOf(messageId: string) {
  return office.db.anyFirst(sql.type(z.object({ verdict: z.string() }))`
    SELECT verdict FROM message_evidence WHERE message_id = ${messageId} ORDER BY id
  `);
}

test('a signed judgment is entered once, however often and at once it comes, under one number', async () => {
  const message = aMessage(aJudgment('Lê Thị Thông Điệp'));
  const all = await Promise.all([tell(message), tell(message), tell(message)]);
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
  const [{ entry }] = all.map(({ body }) => body);
  expect(all.map(({ body }) => body.entry)).toEqual([entry, entry, entry]);
  expect(entry).toMatchObject({ unit: HANOI.unit, year: 2023 });
  expect((await verdictsOf(message.messageId)).toSorted()).toEqual([
    'REPEATED',
    'REPEATED',
    'TAKEN',
  ]);
  const officer = await office.as(HANOI.records);
  const page = await officer.must('GET', `/supplies/${entry.id}`);
  expect(page).toMatchObject({ messageId: message.messageId });
  expect(page.line).toMatchObject({ channel: 'SIGNED', arrivedOn: '2023-09-18', late: true });
  expect(page.supply.supplier.unit).toBe(HANOI.court);
  const { total } = await officer.must('GET', '/supplies?channel=SIGNED');
  expect(total).toBe(1);
});

test('a judgment that came signed makes a record as any other', async () => {
  const { body } = await tell(aMessage(aJudgment('Lê Thị Lập Bản')));
  const officer = await office.as(HANOI.records);
  const made = await officer.must('POST', `/supplies/${body.entry.id}/record`, {});
  expect(made.recordNumber).toMatch(/^01HN2023\/\d{5}$/u);
});

test('a paper that stands in the book already is refused, again and again', async () => {
  const supply = aJudgment('Lê Thị Hai Đường');
  const officer = await office.as(HANOI.records);
  await officer.must('POST', '/supplies', { supply, channel: 'PAPER' });
  const message = aMessage(supply);
  for (let time = 0; time < 2; time += 1) {
    const { status, body } = await tell(message);
    expect([status, body.code]).toEqual([409, 'SUPPLY_ALREADY_RECEIVED']);
  }
  expect(await verdictsOf(message.messageId)).toEqual([
    'SUPPLY_ALREADY_RECEIVED',
    'SUPPLY_ALREADY_RECEIVED',
  ]);
});

const police = { fromUnit: HANOI.police };
const wrong: [string, () => SupplyMessage, number, string][] = [
  [
    'a judgment signed by police',
    () => aMessage(aJudgment('Lê Sai'), police),
    403,
    'SUPPLIER_NOT_OF_UNIT',
  ],
  [
    'a court of another province',
    () => aMessage(aJudgment('Lê Sai'), { fromUnit: 'TAND-40' }),
    422,
    'SUPPLY_OF_OTHER_PROVINCE',
  ],
  [
    'a judgment not in force',
    () => aMessage(aJudgment('Lê Sai', { effectiveDate: '2099-01-01' })),
    400,
    'INVALID_INPUT',
  ],
  [
    'a judgment without its content',
    () => aMessage({ ...aJudgment('Lê Sai'), judgment: null }),
    400,
    'INVALID_INPUT',
  ],
  [
    'a unit that keeps no book',
    () => aMessage(aJudgment('Lê Sai'), { toUnit: 'STP-XX' }),
    422,
    'UNKNOWN_UNIT',
  ],
];
test.each(wrong)(
  '%s is refused by code and kept as evidence',
  async (_what, make, status, code) => {
    const message = make();
    const answer = await tell(message);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await verdictsOf(message.messageId)).toEqual([code]);
    const { total } = await (await office.as(HANOI.records)).must('GET', '/supplies?q=le+sai');
    expect(total).toBe(0);
  },
);

test('civil enforcement and the police send what is theirs, each to whom the law names', async () => {
  const fine = await tell(aMessage(aPaper('Lê Thị Nộp Phí'), { fromUnit: 'THADS-01' }));
  expect(fine.body.entry.unit).toBe(HANOI.unit);
  const served = aPaper('Lê Văn Xong', {
    supplier: { kind: 'POLICE_ENFORCEMENT', name: 'Cơ quan thi hành án hình sự', unit: null },
    kind: 'COMPLETION_CERTIFICATE',
  });
  const toDepartment = await tell(aMessage(served, police));
  expect(toDepartment.body.fields).toMatchObject([
    { path: 'information.kind', code: 'GOES_TO_CENTRE' },
  ]);
  const toCentre = await tell(aMessage(served, { ...police, toUnit: 'TTLLTPQG' }));
  expect(toCentre.body.entry.unit).toBe('TTLLTPQG');
});
