import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { convictedCase } from '../support/convictedCase.ts';
import { foundDesk, somebody } from '../support/foundDesk.ts';
import { enterRecord, lookUp } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI, JUDGMENT } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const { certified, decideOn, formOf, pageOf } = foundDesk(() => office);
const SECOND = { ...JUDGMENT, judgmentNumber: '45/2017/HSST', judgmentDate: '2017-08-01' };
type Subject = ReturnType<typeof somebody>;

/** Records of Hà Nội of one person; gives their numbers, in their order. */
async function recordsOf({ fullName, birthDate, personalId }: Subject, count: number) {
  const person = { fullName, birthDate, personalId, fatherName: null, motherName: null };
  const numbers: string[] = [];
  for (let n = 0; n < count; n += 1) numbers.push((await enterRecord(office, person)).recordNumber);
  return numbers;
}

/** Decide in the look-up of a case whose records these are. */
async function decideWho(caseId: string, numbers: readonly string[], decision: string) {
  const { candidates } = await lookUp(office, caseId);
  const of = candidates.filter(({ known }) => numbers.includes(known.recordNumber ?? ''));
  expect(of).toHaveLength(numbers.length);
  const knownPersons = of.map(({ known }) => known.id);
  const form = { knownPersons, decision, reason: 'Đã đối chiếu' };
  const officer = await office.as(HANOI.officer);
  await officer.must('POST', `/cases/${caseId}/look-up/decisions`, form);
}

test('a record nobody decided about is told of, however many others were decided about', async () => {
  const subject = somebody();
  const numbers = await recordsOf(subject, 12);
  const known = (recordNumber: string, same: boolean) => {
    return { recordNumber, unit: HANOI.unit, same };
  };
  const told = async (caseId: string) => (await pageOf(caseId)).known;
  const ten = numbers.slice(0, 10);
  const left = numbers.slice(10).map((number) => known(number, false));

  const others = await convictedCase(office, { police: [JUDGMENT], subject });
  expect(await told(others)).toEqual(ten.map((number) => known(number, false)));
  await decideWho(others, ten, 'OTHER_PERSON');
  expect(await told(others)).toEqual(left);

  const own = await convictedCase(office, { police: [JUDGMENT], subject });
  await decideWho(own, ten, 'SAME_PERSON');
  const [decided, open] = [(await told(own)).slice(0, 10), (await told(own)).slice(10)];
  expect(decided).toEqual(expect.arrayContaining(ten.map((number) => known(number, true))));
  expect(open).toEqual(left);
});

test('a record in which a judgment was found to stand is the person’s own, also under another name', async () => {
  const [recordNumber = ''] = await recordsOf(somebody(), 1);
  const officer = await office.as(HANOI.records);
  const { file } = await officer.must('GET', `/records/${recordNumber}`);
  const [{ number: judgmentNumber, date: judgmentDate }] = file.judgments;
  const caseId = await certified(somebody(), [
    { ...JUDGMENT, judgmentNumber, judgmentDate },
    SECOND,
  ]);
  const { known, judgments } = await pageOf(caseId);
  expect(known).toEqual([]);
  const at = judgments.findIndex(({ entry }) => entry.judgmentNumber === judgmentNumber);
  const { judgment } = await formOf(caseId, at);
  const reason = 'Đổi tên theo Quyết định 5/QĐ-UBND';
  const there = await decideOn(caseId, { outcome: 'THERE', judgment, recordNumber, reason });
  expect(there.body.known).toEqual([{ recordNumber, unit: HANOI.unit, same: true }]);
  const second = await decideOn(caseId, { outcome: 'RECORD', ...(await formOf(caseId, 1 - at)) });
  expect([second.status, second.body.code]).toEqual([409, 'RECORD_IS_THERE']);
});

test('of more records than are told of those of the own department come first', async () => {
  const subject = somebody();
  const [recordNumber = ''] = await recordsOf(subject, 1);
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO known_persons (case_id, paper_id, record_number, unit, identity, numbers, name_key, other_name_keys, birth_date, birth_year)
    SELECT case_id, gen_random_uuid(), '00AG2010/' || lpad(n::text, 5, '0'), 'STP-79', identity, numbers, name_key, other_name_keys,
      birth_date, birth_year
    FROM known_persons, generate_series(1, 12) AS n WHERE record_number = ${recordNumber}
  `);
  const caseId = await convictedCase(office, { police: [JUDGMENT], subject });
  const { known } = await pageOf(caseId);
  expect(known).toEqual([
    { recordNumber, unit: HANOI.unit, same: false },
    { recordNumber: null, unit: 'STP-79', same: false },
  ]);
});
