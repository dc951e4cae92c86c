import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANSWER_COLUMNS } from '../../domain/answerSheet.ts';
import { PACKET_DAYS } from '../../domain/packet.ts';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  type Downloaded,
  downloadPacket,
  importAll,
  rowsOf,
  savedSheet,
  upload,
} from '../support/packets.ts';
import type { Person } from '../support/person.ts';
import { askedCase, HANOI } from '../support/scenes.ts';
import { rowCounts } from '../support/traces.ts';
import { until } from '../support/until.ts';

const Count = z.object({ count: z.int() });

let office: Office;
let liaison: Person;
let packet: Downloaded;
beforeAll(async () => {
  office = await openOffice();
  liaison = await office.as(HANOI.policeLiaison);
  await askedCase(office);
  packet = await downloadPacket(liaison);
});
afterAll(() => office.close());

function answeredSheet({ lines }: Downloaded): string {
  return savedSheet(lines.map((line) => ({ ...line, [ANSWER_COLUMNS.outcome]: '1' })));
}

/** The packet's file with something changed in what was signed, or in how it was signed. */
function forged(change: (parts: string[]) => string[]): string {
  const file = JSON.parse(packet.file) as { packet: string };
  return JSON.stringify({ ...file, packet: change(file.packet.split('.')).join('.') });
}

function withPayload(payload: string | undefined, change: object): string {
  const said = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as object;
  return Buffer.from(JSON.stringify({ ...said, ...change })).toString('base64url');
}

const FORGED: [what: string, file: () => string, code: string][] = [
  [
    'a packet edited after signing',
    () =>
      forged(([head = '', body, sign = '']) => [
        head,
        withPayload(body, { unit: HANOI.police, requests: [] }),
        sign,
      ]),
    'PACKET_ALTERED',
  ],
  [
    'a packet that lives longer than it was signed for',
    () =>
      forged(([head = '', body, sign = '']) => [
        head,
        withPayload(body, { expiresAt: '2099-01-01T00:00:00Z' }),
        sign,
      ]),
    'PACKET_ALTERED',
  ],
  [
    'a packet without signature',
    () => forged(([head = '', body = '']) => [head, body, 'AAAA']),
    'PACKET_ALTERED',
  ],
  [
    'what is no packet',
    () => JSON.stringify({ format: 'lltp-packet/1', packet: 'a.b.c' }),
    'PACKET_UNREADABLE',
  ],
  ['what is no JSON', () => 'PK\u0003\u0004', 'PACKET_UNREADABLE'],
];

test.each(FORGED)(
  '%s is refused as a whole, kept as evidence and shown to its sender',
  async (_, file, code) => {
    const before = await rowCounts(office);
    const said = await upload(liaison, file(), answeredSheet(packet));
    expect(said.body.code).toBe(code);
    const { uploads } = await liaison.must('GET', '/packets/uploads');
    expect(uploads[0]).toMatchObject({ state: 'REFUSED', code });
    const after = await rowCounts(office);
    const kept = (before['packet_uploads'] ?? 0) + 1;
    expect(after).toEqual({ ...before, packet_uploads: kept });
  },
);

test.each([
  ['a sheet that is none', 'a,b\n1,2', 'SHEET_UNREADABLE'],
  ['a sheet with an open quote', `"${'x'.repeat(50)}`, 'SHEET_UNREADABLE'],
])('%s is refused', async (_, sheet, code) => {
  expect((await upload(liaison, packet.file, sheet)).body.code).toBe(code);
});

test('a sheet without any answer is refused', async () => {
  const said = await upload(liaison, packet.file, savedSheet(packet.lines));
  expect(said.body.code).toBe('UPLOAD_EMPTY');
});

test('a packet is for its own unit: others can neither download nor answer it', async () => {
  const stranger = await office.as('congan.na');
  const said = await upload(stranger, packet.file, answeredSheet(packet));
  expect([said.status, said.body.code]).toEqual([403, 'PACKET_OF_OTHER_UNIT']);
  for (const path of ['packet.lltp', 'sheet.csv']) {
    expect((await stranger.ask('GET', `/packets/${packet.packet.id}/${path}`)).status).toBe(404);
  }
  expect((await stranger.must('GET', '/packets')).total).toBe(0);
});

test('a unit with nothing open gets no packet, and whoever answers nothing gets none either', async () => {
  const none = await (await office.as('congan.na')).ask('POST', '/packets', {});
  expect([none.status, none.body.code]).toEqual([422, 'PACKET_EMPTY']);
  const officer = await (await office.as(HANOI.officer)).ask('POST', '/packets', {});
  expect(officer.body.code).toBe('NOT_PERMITTED');
});

test('names that a spreadsheet would run as a formula are kept as text', async () => {
  const asked = await askedCase(office, { purpose: '=HYPERLINK("http://x")' });
  const { lines, packet: made } = await downloadPacket(liaison);
  const line = lines.find((each) => each['Mã yêu cầu'] === asked.policeRequest);
  expect(line?.['Mục đích']).toBe(`'=HYPERLINK("http://x")`);
  expect(made.requests).toBe(lines.length);
});

test('an import is stopped, goes on where it was, and survives its process', async () => {
  for (let made = 0; made < 12; made += 1) await askedCase(office);
  const downloaded = await downloadPacket(liaison);
  const { body } = await upload(liaison, downloaded.file, answeredSheet(downloaded));
  await office.withoutWorkers(async () => {
    // Answers that the engine cannot take wait, so the import is at work when it is stopped.
    await liaison.must('POST', `/packets/uploads/${body.id}/confirm`, { confirmed: [] });
    await liaison.must('POST', `/packets/uploads/${body.id}/stop`);
  });
  const stopped = await until(async () => {
    const shown = await liaison.must('GET', `/packets/uploads/${body.id}`);
    return shown.state !== 'RUNNING' && shown;
  });
  expect(stopped.state).toBe('STOPPED');
  await liaison.must('POST', `/packets/uploads/${body.id}/resume`);
  await until(
    async () => (await liaison.must('GET', `/packets/uploads/${body.id}`)).state === 'DONE',
  );
  await until(async () => {
    const { rows } = await rowsOf(liaison, body.id);
    return rows.every(({ state }) => state === 'DONE');
  });
  const answersPerCase = await office.db.anyFirst(sql.type(Count)`
    SELECT count(*)::int AS count FROM case_events WHERE act = 'answerVerification' GROUP BY case_id
  `);
  expect(new Set(answersPerCase)).toEqual(new Set([1]));
});

test('an import whose process is gone is taken up by another', async () => {
  await askedCase(office);
  const downloaded = await downloadPacket(liaison);
  const { body } = await upload(liaison, downloaded.file, answeredSheet(downloaded));
  await office.db.query(sql.typeAlias('void')`
    UPDATE packet_uploads SET state = 'RUNNING', confirmed_by = uploaded_by, confirmed_at = now(),
      beat_at = now() - interval '1 minute' WHERE id = ${body.id}
  `);
  await until(
    async () => (await liaison.must('GET', `/packets/uploads/${body.id}`)).rows.DONE === 1,
  );
});

test('a packet is answered within its days only', async () => {
  await askedCase(office);
  const downloaded = await downloadPacket(liaison);
  const days = Date.parse(downloaded.packet.expiresAt) - Date.parse(downloaded.packet.madeAt);
  expect(days).toBe(PACKET_DAYS * 86_400_000);
  office.clock.businessEpochMs += days;
  try {
    const said = await upload(liaison, downloaded.file, answeredSheet(downloaded));
    expect([said.status, said.body.code]).toEqual([409, 'PACKET_EXPIRED']);
  } finally {
    office.clock.businessEpochMs -= days;
  }
  const { body } = await upload(liaison, downloaded.file, `${answeredSheet(downloaded)}\n`);
  await importAll(liaison, body.id);
});
