import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { ANSWER_COLUMNS } from '../../domain/answerSheet.ts';
import { aRow, judgmentFile, nameOf } from '../support/judgmentFiles.ts';
import { encodedAs } from '../support/offences.ts';
import { type Office, openOffice } from '../support/office.ts';
import { downloadPacket, savedSheet, upload } from '../support/packets.ts';
import type { Person } from '../support/person.ts';
import { minutesLater } from '../support/readings.ts';
import { routesOf } from '../support/routes.ts';
import { aRecord, askedCase, HANOI } from '../support/scenes.ts';
import { aJudgment } from '../support/supplies.ts';
import { NOTED_ELSEWHERE, WITHOUT_PERSONS } from './filesToTake.ts';
import { type Read, readsOfCasePapers, readsOfExchangePapers } from './papersRead.ts';

let office: Office;
let records: Person;
let reads: Read[];
beforeAll(async () => {
  office = await openOffice();
  records = await office.as(HANOI.records);
  reads = [
    ...(await readsOfQuestions()),
    ...(await readsOfRecords()),
    ...(await readsOfSupplies()),
    ...(await readsOfPapers()),
    ...(await readsOfCasePapers(office)),
    ...(await readsOfExchangePapers(office)),
  ];
});
afterAll(() => office.close());

/** An application with a question to the police, in a packet, on an answered sheet and with a letter. */
async function readsOfQuestions(): Promise<Read[]> {
  const { caseId: of } = await askedCase(office);
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO letters (case_id, unit, kind, clock, rung, missed_at, again, drafted_at, status)
    VALUES (${of}, ${HANOI.unit}, 'APOLOGY', 'total', 'DUE', now(), false, now(), 'DRAFT')
  `);
  const by = HANOI.policeLiaison;
  const liaison = await office.as(by);
  const { packet, file, lines } = await downloadPacket(liaison);
  const sheet = savedSheet(lines.map((line) => ({ ...line, [ANSWER_COLUMNS.outcome]: '1' })));
  const { id } = (await upload(liaison, file, sheet)).body;
  const packets = { by, of, path: `/packets/${packet.id}` };
  const uploads = { by, of, path: `/packets/uploads/${id}` };
  return [
    {
      route: '/worklist.csv',
      by: HANOI.desk,
      what: 'worklist.csv',
      of,
      path: '/worklist.csv?queue=all',
    },
    { route: '/letters.csv', by: HANOI.head, what: 'letters.csv', of },
    { route: '/desk', by, what: 'desk', of },
    { route: '/desk.csv', by, what: 'desk.csv', of },
    {
      ...packets,
      route: '/packets/:id/packet.lltp',
      what: 'packet.lltp',
      path: `${packets.path}/packet.lltp`,
    },
    {
      ...packets,
      route: '/packets/:id/sheet.csv',
      what: 'packet.csv',
      path: `${packets.path}/sheet.csv`,
    },
    {
      ...uploads,
      route: '/packets/uploads/:id/rows',
      what: 'packet-rows',
      path: `${uploads.path}/rows`,
    },
    {
      ...uploads,
      route: '/packets/uploads/:id/rows.csv',
      what: 'packet-rows.csv',
      path: `${uploads.path}/rows.csv`,
    },
  ];
}

const entered = async (officer: Person, fullName: string) =>
  officer.must('POST', '/transfers', { record: aRecord(fullName) });

/** Records of two departments, to be merged by the Centre; one of them normalised, with the notice of it. */
async function readsOfRecords(): Promise<Read[]> {
  const { caseId: of, recordNumber } = await entered(records, 'Trần Văn Đọc');
  const there = await entered(await office.as('hoso.hcm'), 'Trần Văn Đọc');
  await records.act(of, 'send');
  await records.must('POST', `/records/${recordNumber}/proposals`, {
    kind: 'MERGE',
    details: { from: there.recordNumber },
    reason: 'Một người',
    version: 1,
  });
  const { version, groups } = await records.must('GET', '/record-normalisations/words');
  const [{ offence, provision, from, to, named: code }] = groups;
  const body = { version, groups: [{ offence, provision, from, to, code }] };
  const { id } = await records.must('POST', '/record-normalisations', body);
  const batch = {
    by: HANOI.records,
    what: 'normalisation',
    of,
    path: `/record-normalisations/${id}`,
  };
  return [
    { route: '/transfers', by: HANOI.records, what: 'transfers', of },
    { route: '/transfers.csv', by: HANOI.records, what: 'transfers.csv', of },
    { route: '/records', by: HANOI.records, what: 'records', of },
    { route: '/records.csv', by: HANOI.head, what: 'records.csv', of },
    { route: '/exchange/dispatches/waiting', by: HANOI.records, what: 'waiting', of },
    { route: '/record-proposals/merges', by: 'duyet.tt', what: 'merges', of },
    { route: '/record-proposals/merges', by: 'duyet.tt', what: 'merges', of: there.caseId },
    {
      ...batch,
      route: '/record-normalisations',
      method: 'POST',
      path: '/record-normalisations',
      body,
    },
    { ...batch, route: '/record-normalisations/:id' },
    {
      ...batch,
      route: '/record-normalisations/:id/confirmation',
      method: 'POST',
      path: `${batch.path}/confirmation`,
    },
    { ...batch, route: '/record-notices/:id', what: 'notice', path: `/record-notices/${id}` },
  ];
}

/** An entry of the reception book, and a file of judgments in an old encoding. */
async function readsOfSupplies(): Promise<Read[]> {
  const by = HANOI.records;
  const { line } = await records.must('POST', '/supplies', {
    channel: 'PAPER',
    supply: aJudgment('Trần Văn Gửi'),
  });
  const text = judgmentFile([30, 31, 32].map((n) => aRow(n, { 'Họ và tên': nameOf(n) })));
  const headers = { 'content-type': 'text/csv' };
  const file = encodedAs('TCVN3', text);
  const { batch } = await records.must('POST', '/supply-batches?name=a.csv', file, { headers });
  const path = `/supply-batches/${batch.id}`;
  return [
    { route: '/supplies', by, what: 'supplies', of: line.id },
    { route: '/supplies.csv', by, what: 'supplies.csv', of: line.id },
    { route: '/supply-batches/:id', by, what: 'supply-samples', of: batch.id, path },
    {
      route: '/supply-batches/:id/rows',
      by,
      what: 'supply-rows',
      of: batch.id,
      path: `${path}/rows`,
    },
    {
      route: '/supply-batches/:id/rows.csv',
      by,
      what: 'supply-rows.csv',
      of: batch.id,
      path: `${path}/rows.csv`,
    },
  ];
}

/** A paper at the Centre that waits for its electronic copy. */
async function readsOfPapers(): Promise<Read[]> {
  const by = 'tiepnhan.tt';
  const { id } = await (
    await office.as(by)
  ).must('POST', '/exchange/papers', {
    kind: 'RECORD',
    recordNumber: '01HN2022/99999',
    postalNumber: null,
    record: aRecord('Trần Văn Giấy'),
  });
  return [
    { route: '/exchange/papers', by, what: 'papers', of: id },
    { route: '/exchange/papers.csv', by, what: 'papers.csv', of: id },
  ];
}

async function timesNoted({ by, what, of }: Read): Promise<number> {
  const { id } = (await office.as(by)).account;
  return office.db.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM read_audit
    WHERE account = ${id}::uuid AND what = ${what} AND ${of} = ANY (subjects)
  `);
}

test('each list and file named here notes who read it, of every case in it', async () => {
  const missed: string[] = [];
  for (const read of reads) {
    const { route, by, method = 'GET', path = route, body } = read;
    // Later than what counts as the same reading.
    await minutesLater(office, 60);
    const before = await timesNoted(read);
    const answer = await (await office.as(by)).ask(method, path, body);
    expect([route, answer.status < 300]).toEqual([route, true]);
    if ((await timesNoted(read)) !== before + 1) missed.push(`${method} ${route}`);
  }
  expect(missed).toEqual([]);
});

test('a file is walked through here, noted elsewhere, or has no persons in it', () => {
  const files = routesOf(office.app)
    .filter(
      ({ method, path }) => method === 'GET' && /^\/api\/v1\/.*\.(csv|json|lltp|pdf)$/u.test(path),
    )
    .map(({ path }) => path.slice('/api/v1'.length));
  const walked = new Set(reads.map(({ route }) => route).filter((route) => files.includes(route)));
  expect([...walked, ...NOTED_ELSEWHERE, ...WITHOUT_PERSONS].toSorted()).toEqual(files.toSorted());
});
