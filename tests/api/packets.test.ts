import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANSWER_COLUMNS, QUESTION_COLUMNS } from '../../domain/answerSheet.ts';
import type { PacketRow, PacketUpload } from '../../domain/packet.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  type Downloaded,
  downloadPacket,
  importAll,
  rowsOf,
  savedSheet,
  type SheetLine,
  upload,
} from '../support/packets.ts';
import type { Person } from '../support/person.ts';
import { answer, ANSWER, askedCase, HANOI, JUDGMENT } from '../support/scenes.ts';
import { loggedActs, rowCounts, standing } from '../support/traces.ts';

let office: Office;
let liaison: Person;
beforeAll(async () => {
  office = await openOffice();
  liaison = await office.as(HANOI.policeLiaison);
});
afterAll(() => office.close());

const { outcome: OUTCOME, needed: NEEDED, reason: REASON, expectedAt: EXPECTED } = ANSWER_COLUMNS;
const { requestId: REQUEST, fullName: NAME, birthDate: BIRTH, personalId: ID } = QUESTION_COLUMNS;
const ENTRY = {
  [ANSWER_COLUMNS.judgmentNumber]: JUDGMENT.judgmentNumber,
  [ANSWER_COLUMNS.judgmentDate]: '20/3/2015',
  [ANSWER_COLUMNS.court]: JUDGMENT.court,
  [ANSWER_COLUMNS.offence]: JUDGMENT.offence,
  [ANSWER_COLUMNS.provision]: JUDGMENT.provision,
  [ANSWER_COLUMNS.penalty]: JUDGMENT.penalty,
  [ANSWER_COLUMNS.executionStatus]: JUDGMENT.executionStatus,
};

interface Packed extends Downloaded {
  requests: string[];
  /** The sheet's line about one of these requests. */
  line: (at: number) => SheetLine;
}

/** So many cases asked of the police, in a packet of all that is open. */
async function packed(count: number): Promise<Packed> {
  const cases = [];
  for (let made = 0; made < count; made += 1) cases.push(await askedCase(office));
  const downloaded = await downloadPacket(liaison);
  const requests = cases.map(({ policeRequest }) => policeRequest);
  const line = (at: number): SheetLine => {
    const found = downloaded.lines.find((one) => one[REQUEST] === requests[at]);
    if (found === undefined) throw new Error(`no line of ${requests[at]}`);
    return found;
  };
  return { ...downloaded, requests, line };
}

async function preview({ file }: Packed, lines: readonly SheetLine[], delimiter?: string) {
  const { status, body, text } = await upload(liaison, file, savedSheet(lines, delimiter));
  if (status !== 200) throw new Error(text);
  return body as PacketUpload;
}

async function judgedRow(packet: Packed, ...lines: SheetLine[]): Promise<PacketRow> {
  const { id } = await preview(packet, lines);
  const { rows } = await rowsOf(liaison, id);
  if (rows[0] === undefined) throw new Error('no row');
  return rows[0];
}

test('answers of every kind are previewed, confirmed, imported and told row by row', async () => {
  const packet = await packed(4);
  const { requests, line } = packet;
  const before = await rowCounts(office);
  const { id, rows, outcomes } = await preview(packet, [
    { ...line(0), [OUTCOME]: '1' },
    { ...line(1), [OUTCOME]: 'Có thông tin án tích', ...ENTRY },
    { ...line(1), ...ENTRY, [ANSWER_COLUMNS.judgmentNumber]: '13/2015/HSST' },
    { ...line(2), [OUTCOME]: 'can lam ro nhan than', [NEEDED]: 'Tên cha mẹ' },
    { ...line(3), [OUTCOME]: '4', [REASON]: 'Tra kho', [EXPECTED]: '2/10/2023' },
  ]);
  expect(rows).toEqual({ READY: 4, REFUSED: 0, ON_THE_WAY: 0, DONE: 0 });
  expect(outcomes).toEqual({
    NO_RECORD: 1,
    RECORD_FOUND: 1,
    NEEDS_IDENTIFICATION: 1,
    CANNOT_ANSWER_YET: 1,
  });
  // A preview answers nothing.
  expect((await rowCounts(office))['agency_messages']).toBe(before['agency_messages']);
  const shown = await rowsOf(liaison, id);
  expect(shown.rows[1]).toMatchObject({ lines: '3-4', outcome: 'RECORD_FOUND' });
  expect(shown.rows[1]?.entries.map(({ judgmentNumber }) => judgmentNumber)).toEqual([
    '12/2015/HSST',
    '13/2015/HSST',
  ]);

  const done = await importAll(liaison, id, [requests[1] ?? '']);
  expect(done.rows).toEqual({ READY: 0, REFUSED: 0, ON_THE_WAY: 0, DONE: 4 });
  const steps = await Promise.all(requests.map((each) => standing(office, caseOf(each))));
  expect(steps.map(({ step }) => step)).toEqual([
    'EVALUATING',
    'VERIFYING',
    'VERIFYING',
    'VERIFYING',
  ]);
  const { verifications, answers } = await (
    await office.as(HANOI.officer)
  ).case(caseOf(requests[1] ?? ''));
  expect(verifications.map(({ kind }) => kind).toSorted()).toEqual(['COURT', 'POLICE']);
  expect(answers?.[0]?.entries[0]).toEqual(JUDGMENT);
  const csv = await liaison.ask('GET', `/packets/uploads/${id}/rows.csv`);
  expect(csv.text.trim().split('\n')).toHaveLength(5);
});

function caseOf(requestId: string): string {
  return requestId.split('/')[0] ?? '';
}

test('the same files again give the same upload and no second effect', async () => {
  const packet = await packed(1);
  const lines = [{ ...packet.line(0), [OUTCOME]: '1' }];
  const { id } = await preview(packet, lines);
  expect((await preview(packet, lines)).id).toBe(id);
  await importAll(liaison, id);
  const acts = await loggedActs(office, caseOf(packet.requests[0] ?? ''));
  const again = await preview(packet, lines);
  expect([again.id, again.state, again.rows.DONE]).toEqual([id, 'DONE', 1]);
  const twice = await liaison.ask('POST', `/packets/uploads/${id}/confirm`, { confirmed: [] });
  expect(twice.body.code).toBe('UPLOAD_NOT_OPEN');
  expect(await loggedActs(office, caseOf(packet.requests[0] ?? ''))).toEqual(acts);
});

test('another sheet of the same packet does not answer twice', async () => {
  const packet = await packed(2);
  const first = await preview(packet, [{ ...packet.line(0), [OUTCOME]: '1' }]);
  await importAll(liaison, first.id);
  const both = [0, 1].map((at) => ({ ...packet.line(at), [OUTCOME]: '1' }));
  const second = await preview(packet, both);
  expect(second.rows).toMatchObject({ READY: 1, REFUSED: 1 });
  const { rows } = await rowsOf(liaison, second.id);
  expect(rows.map(({ code }) => code)).toEqual(['ANSWER_ALREADY_GIVEN', null]);
});

test('a found record that nobody confirms a second time is left out', async () => {
  const packet = await packed(1);
  const { id } = await preview(packet, [{ ...packet.line(0), [OUTCOME]: '2', ...ENTRY }]);
  const { rows } = await importAll(liaison, id);
  expect(rows).toMatchObject({ REFUSED: 1, DONE: 0 });
  expect((await rowsOf(liaison, id)).rows[0]?.code).toBe('RECORD_NOT_CONFIRMED');
  expect(await standing(office, caseOf(packet.requests[0] ?? ''))).toMatchObject({ rev: 2 });
});

test.each<[what: string, changes: SheetLine]>([
  ['another name', { [NAME]: 'Nguyễn Văn Khác' }],
  ['another year of birth', { [BIRTH]: '01.01.1901' }],
  ['another personal ID', { [ID]: '001 190 099 999' }],
  ['another round', { [QUESTION_COLUMNS.round]: '2' }],
])('a line whose question says %s is refused', async (_, changes) => {
  const packet = await packed(1);
  const row = await judgedRow(packet, { ...packet.line(0), ...changes, [OUTCOME]: '1' });
  expect([row.state, row.code]).toEqual(['REFUSED', 'PACKET_ALTERED']);
});

test('what a spreadsheet program does to a sheet is not an alteration', async () => {
  const packet = await packed(1);
  const line = packet.line(0);
  const [day, month, year] = (line[BIRTH] ?? '').split('.').map(Number);
  const saved = {
    ...line,
    [BIRTH]: `${month}/${day}/${year}`,
    [ID]: (line[ID] ?? '').replaceAll(' ', '').replace(/^0+/u, ''),
    [NAME]: ` ${line[NAME]?.normalize('NFD')} `,
    [OUTCOME]: '1',
  };
  const { id } = await preview(packet, [saved], ';');
  expect((await rowsOf(liaison, id)).rows[0]).toMatchObject({ state: 'READY', code: null });
});

test('rows that say too little, twice, or something else are refused with their fields', async () => {
  const packet = await packed(1);
  const line = packet.line(0);
  const unnamed = await judgedRow(packet, { ...line, [OUTCOME]: '2' });
  expect(unnamed.fields).toMatchObject([{ path: 'entries', code: 'ENTRY_FOR_RECORD_FOUND' }]);
  const unknown = await judgedRow(packet, { ...line, [OUTCOME]: 'chắc là không' });
  expect(unknown.fields).toMatchObject([{ path: 'outcome', code: 'NOT_A_CHOICE' }]);
  const undated = await judgedRow(packet, {
    ...line,
    [OUTCOME]: '4',
    [REASON]: 'Kho',
    [EXPECTED]: '31/02/2023',
  });
  expect(undated.fields).toMatchObject([{ path: 'expectedAt' }]);
  const twice = await judgedRow(packet, { ...line, [OUTCOME]: '1' }, { ...line, [OUTCOME]: '5' });
  expect(twice.code).toBe('ANSWERED_TWICE');
  const foreign = await judgedRow(packet, { ...line, [REQUEST]: 'X/POLICE-1', [OUTCOME]: '1' });
  expect(foreign.code).toBe('NOT_IN_PACKET');
});

test('requests that were answered, withdrawn, put again or taken meanwhile are refused', async () => {
  const packet = await packed(4);
  const [done = '', gone = '', again = '', taken = ''] = packet.requests;
  const needs = { ...ANSWER, outcome: 'NEEDS_IDENTIFICATION', needed: 'Tên cha' };
  await answer(office, done);
  await (
    await office.as(HANOI.head)
  ).act(caseOf(gone), 'cancel', {
    codes: { ground: 'DUPLICATE' },
    paper: { reason: 'Trùng' },
  });
  await answer(office, again, needs);
  await (
    await office.as(HANOI.officer)
  ).act(caseOf(again), 'identify', {
    codes: { requestId: again },
    paper: { identification: 'Cha: Trần Văn A' },
  });
  const colleague = await office.as(HANOI.otherPoliceLiaison);
  await colleague.must('PUT', '/verifications/claims', { requestId: taken, over: null });
  const lines = packet.requests.map((_, at) => ({ ...packet.line(at), [OUTCOME]: '1' }));
  const { id } = await preview(packet, lines);
  expect((await rowsOf(liaison, id)).rows.map(({ code }) => code)).toEqual([
    'ANSWER_ALREADY_GIVEN',
    'CASE_CLOSED',
    'REQUEST_ASKED_AGAIN',
    'REQUEST_HELD_BY_OTHER',
  ]);
});

test('a row that is overtaken between preview and import is told by the case itself', async () => {
  const packet = await packed(1);
  const { id } = await preview(packet, [{ ...packet.line(0), [OUTCOME]: '1' }]);
  await answer(office, packet.requests[0] ?? '');
  const { rows } = await importAll(liaison, id);
  expect(rows).toMatchObject({ REFUSED: 1, DONE: 0 });
  expect((await rowsOf(liaison, id)).rows[0]?.code).toBe('ANSWER_ALREADY_GIVEN');
});

test('a unit’s own system writes its answers into the packet itself', async () => {
  const packet = await packed(2);
  const [first = '', second = ''] = packet.requests;
  const answers = [
    { requestId: first, outcome: 'NO_RECORD' },
    { requestId: second, outcome: 'PERHAPS' },
  ];
  const file = JSON.stringify({ ...(JSON.parse(packet.file) as object), answers });
  const { body } = await upload(liaison, file, null);
  expect(body.rows).toMatchObject({ READY: 1, REFUSED: 1 });
  expect((await importAll(liaison, body.id)).rows.DONE).toBe(1);
});
