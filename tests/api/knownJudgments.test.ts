import { expect, test } from '@jest/globals';
import type { RecordTold } from '../../domain/record/knownJudgment.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
import { aRecord, HANOI } from '../support/scenes.ts';

const desk = openRecordDesk();
const { number, date, court } = aRecord().judgment;
const person = {
  fullName: 'Tô Thị Hai',
  birthDate: '1971-03-04',
  personalId: '001171000777',
} as const;

async function holding(asked: Record<string, string>, username: string = HANOI.records) {
  const officer = await desk.office.as(username);
  const query = new URLSearchParams({ number, date, court, ...asked });
  const { records } = await officer.must('GET', `/transfers/known-judgments?${query.toString()}`);
  return records.map(({ record }: RecordTold) => record?.recordNumber ?? null);
}

test('a judgment that a record of the same person holds is told of, and entering it again warns', async () => {
  const first = await enterRecord(desk.office, person);
  expect(first).toMatchObject({ warnings: [] });
  const { recordNumber } = first;
  const byName = { fullName: 'Tô Thị Hai', birthDate: person.birthDate };
  expect(await holding({ personalId: person.personalId })).toEqual([recordNumber]);
  expect(await holding(byName)).toEqual([recordNumber]);
  const spelled = {
    number: number.toLowerCase().replaceAll('/', ' / '),
    court: court.toUpperCase(),
  };
  expect(await holding({ ...byName, ...spelled })).toEqual([recordNumber]);

  expect(await holding({ ...byName, number: '9/2001/HSST' })).toEqual([]);
  expect(await holding({ ...byName, date: '2001-01-01' })).toEqual([]);
  expect(await holding({ ...byName, court: 'Tòa án nhân dân huyện khác' })).toEqual([]);
  expect(await holding({ fullName: 'Tô Thị Ba', birthDate: person.birthDate })).toEqual([]);

  const second = await enterRecord(desk.office, person);
  expect(second).toMatchObject({ warnings: ['JUDGMENT_KNOWN'] });
  const other = { ...person, fullName: 'Tô Văn Khác', personalId: null };
  expect(await enterRecord(desk.office, other)).toMatchObject({ warnings: [] });
});

test('the record that holds it is told of, however many of the same person hold others', async () => {
  const many = { fullName: 'Tô Văn Đông', birthDate: '1973-03-04', personalId: null };
  for (let n = 1; n <= 10; n += 1)
    await enterRecord(desk.office, many, HANOI.records, `${n}/1999/HSST`);
  const { recordNumber } = await enterRecord(desk.office, many);
  const { fullName, birthDate } = many;
  expect(await holding({ fullName, birthDate })).toEqual([recordNumber]);
  expect(await enterRecord(desk.office, many)).toMatchObject({ warnings: ['JUDGMENT_KNOWN'] });
});

test('of other departments it is told that they have one, and neither number nor transfer', async () => {
  const both = { fullName: 'Tô Thị Xa', birthDate: '1974-03-04', personalId: null };
  const { caseId, recordNumber } = await enterRecord(desk.office, both);
  await enterRecord(desk.office, both);
  const { fullName, birthDate } = both;
  const query = new URLSearchParams({ number, date, court, fullName, birthDate });
  const path = `/transfers/known-judgments?${query.toString()}`;
  const elsewhere = await desk.office.as('hoso.hcm');
  const { body, text } = await elsewhere.ask('GET', path);
  expect(body).toEqual({ records: [{ unit: HANOI.unit, record: null }] });
  expect([caseId, recordNumber].filter((word) => text.includes(word))).toEqual([]);
  const own = await enterRecord(desk.office, both, 'hoso.hcm');
  expect((await elsewhere.must('GET', path)).records).toEqual([
    {
      unit: elsewhere.account.unit,
      record: { recordNumber: own.recordNumber, caseId: own.caseId },
    },
    { unit: HANOI.unit, record: null },
  ]);
});

test('what was told on saving stays on the page of the transfer until the record names another judgment', async () => {
  const twice = { fullName: 'Tô Thị Lại', birthDate: '1975-03-04', personalId: null };
  const first = await enterRecord(desk.office, twice);
  const { caseId } = await enterRecord(desk.office, twice);
  const knownTo = async (username: string, of: string = caseId) =>
    (await (await desk.office.as(username)).must('GET', `/transfers/${of}`)).known;
  const told = { recordNumber: first.recordNumber, caseId: first.caseId };
  expect(await knownTo(HANOI.records)).toEqual([{ unit: HANOI.unit, record: told }]);
  expect(await knownTo(HANOI.records, first.caseId)).toHaveLength(1);
  // Whoever knows of convictions and reads no records is told that there is one.
  expect(await knownTo(HANOI.officer)).toEqual([{ unit: HANOI.unit, record: null }]);

  const { record } = await desk.officer.case(caseId);
  const other = { ...record?.judgment, number: '41/2003/HSST' };
  await desk.officer.act(caseId, 'correct', { paper: { ...record, judgment: other } });
  expect(await knownTo(HANOI.records)).toEqual([]);
  expect(await knownTo(HANOI.records, first.caseId)).toEqual([]);
});

test('the Centre is told of a record by number only once it has its copy', async () => {
  const twice = { fullName: 'Tô Thị Gửi', birthDate: '1976-03-04', personalId: null };
  const first = await enterRecord(desk.office, twice);
  const second = await enterRecord(desk.office, twice);
  await desk.officer.act(second.caseId, 'send');
  const approver = await desk.office.as('duyet.tt');
  const { known } = await approver.must('GET', `/transfers/${second.caseId}`);
  expect(known).toEqual([{ unit: HANOI.unit, record: null }]);
  expect((await approver.ask('GET', `/records/${first.recordNumber}`)).status).toBe(404);
});

test('a record that was given up holds nothing', async () => {
  const given = { fullName: 'Tô Thị Bỏ', birthDate: '1972-03-04', personalId: null };
  const { caseId } = await enterRecord(desk.office, given);
  await desk.officer.act(caseId, 'abandon', { paper: { reason: 'Lập nhầm người' } });
  const { fullName, birthDate } = given;
  expect(await holding({ fullName, birthDate })).toEqual([]);
  expect(await enterRecord(desk.office, given)).toMatchObject({ warnings: [] });
});

test('nobody but who enters records may ask', async () => {
  const other = await desk.office.as(HANOI.officer);
  const query = new URLSearchParams({ number, date, court, personalId: person.personalId });
  const answer = await other.ask('GET', `/transfers/known-judgments?${query.toString()}`);
  expect(answer.status).toBe(403);
});
