import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { LARGEST_SCAN } from '../../domain/scan.ts';
import { openOffice, type Office } from '../support/office.ts';
import { askedCase, HANOI, RECORD_FOUND } from '../support/scenes.ts';

let office: Office;
let requestId: string;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  ({ policeRequest: requestId, caseId } = await askedCase(office));
});
afterAll(() => office.close());

const PDF = Buffer.from('%PDF-1.7 một trang');

async function upload(
  bytes: Buffer,
  {
    by = HANOI.policeLiaison as string,
    type = 'application/pdf',
    of = requestId,
    key = randomUUID() as string,
  } = {},
) {
  const path = `/verifications/scans?requestId=${of}&name=${encodeURIComponent('Bản án 12.pdf')}`;
  return (await office.as(by)).ask('POST', path, bytes, { key, headers: { 'content-type': type } });
}

test('a scan goes with the answer as evidence and is read by officers who may see convictions', async () => {
  const { status, body: scan } = await upload(PDF);
  expect([status, scan.mediaType, scan.size]).toEqual([201, 'application/pdf', PDF.length]);
  const liaison = await office.as(HANOI.policeLiaison);
  const form = { ...RECORD_FOUND, scans: [scan.id] };
  await liaison.must('POST', '/verifications/answers', { requestId, answer: form });
  const officer = await office.as(HANOI.officer);
  const { answers } = await officer.case(caseId);
  expect(answers?.[0]?.scans).toMatchObject([{ id: scan.id, name: 'Bản án 12.pdf' }]);
  const paper = await officer.ask('GET', `/verifications/scans/${scan.id}`);
  expect([paper.status, paper.headers['content-type'], paper.text]).toEqual([
    200,
    'application/pdf',
    PDF.toString(),
  ]);
  const Body = z.object({ scans: z.array(z.object({ sha256: z.string() })) });
  const kept = await office.db.one(sql.type(z.object({ body: Body }))`
    SELECT body FROM agency_messages WHERE case_id = ${caseId}
  `);
  expect(kept.body.scans[0]?.sha256).toBe(scan.sha256);
});

test('the counter, other provinces and other agencies do not get a scan', async () => {
  const { body: scan } = await upload(PDF);
  for (const username of [HANOI.desk, 'chuyenvien1.na', HANOI.courtLiaison, 'congan.na']) {
    const said = await (await office.as(username)).ask('GET', `/verifications/scans/${scan.id}`);
    expect([said.status, said.body.code]).toEqual([404, 'SCAN_NOT_FOUND']);
  }
});

test('the same upload again is the same scan; its key stands for no other file', async () => {
  const key = randomUUID();
  const [first, again] = [await upload(PDF, { key }), await upload(PDF, { key })];
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  const other = await upload(Buffer.from('%PDF-1.4 khác'), { key });
  expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test.each([
  ['what only calls itself a PDF', Buffer.from('<script>alert(1)</script>'), {}, 'SCAN_UNREADABLE'],
  ['an empty file', Buffer.alloc(0), {}, 'SCAN_UNREADABLE'],
  ['another kind of file', PDF, { type: 'text/html' }, 'UNSUPPORTED_MEDIA'],
  ['too large a file', Buffer.alloc(LARGEST_SCAN + 1, 0x25), {}, 'BODY_TOO_LARGE'],
  ['a scan for a request of another unit', PDF, { by: 'congan.na' }, 'VERIFICATION_NOT_ASKED'],
  ['a scan by whoever answers nothing', PDF, { by: HANOI.officer }, 'NOT_PERMITTED'],
])('%s is refused', async (_, bytes, how, code) => {
  expect((await upload(bytes, how)).body.code).toBe(code);
});

test('an answer rests on scans of its own request only', async () => {
  const other = await askedCase(office);
  const { body: scan } = await upload(PDF);
  const liaison = await office.as(HANOI.policeLiaison);
  const answer = { ...RECORD_FOUND, scans: [scan.id] };
  const said = await liaison.ask('POST', '/verifications/answers', {
    requestId: other.policeRequest,
    answer,
  });
  expect(said.body.code).toBe('SCAN_NOT_FOUND');
});
