import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  anApplication,
  answeredCase,
  aRecord,
  CLEAN_DRAFT,
  HANOI,
  handIn,
  JUDGMENT,
} from '../support/scenes.ts';
import { rowCounts } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('ten times one application with one key is one dossier and one reply', async () => {
  const desk = await office.as(HANOI.desk);
  const before = (await rowCounts(office))['submissions'] ?? 0;
  const key = randomUUID();
  const application = anApplication();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => desk.ask('POST', '/applications', application, { key })),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await rowCounts(office))['submissions']).toBe(before + 1);
});

test('a request whose reply was never kept gives its dossier and record number again', async () => {
  const records = await office.as(HANOI.records);
  const key = randomUUID();
  const body = { record: aRecord() };
  const first = await records.must('POST', '/transfers', body, { key });
  await office.db.query(sql.typeAlias('void')`
    DELETE FROM idempotency_keys WHERE key = ${key}
  `);
  expect(await records.must('POST', '/transfers', body, { key })).toEqual(first);
  const next = await records.must('POST', '/transfers', body);
  const serialOf = (number: string): number => Number(number.split('/')[1]);
  expect(serialOf(next.recordNumber)).toBe(serialOf(first.recordNumber) + 1);
});

test('a dossier that is open was noted as started, from the very input that is kept', async () => {
  const { caseId } = await handIn(office);
  const Start = z.object({
    started: z.boolean(),
    error: z.string().nullable(),
    caseId: z.string(),
  });
  const start = await office.db.one(sql.type(Start)`
    SELECT started_at IS NOT NULL AS started, last_error AS error, input ->> 'caseId' AS "caseId"
    FROM start_outbox WHERE case_id = ${caseId}
  `);
  expect(start).toEqual({ started: true, error: null, caseId });
});

test('one key writes a paper on each of two cases, and never under another person’s words', async () => {
  const [one, two] = [await handIn(office), await handIn(office)];
  const officer = await office.as(HANOI.officer);
  const key = randomUUID();
  const missing = (text: string) => ({ paper: { missing: text } });
  await officer.tryAct(one.caseId, 1, 'requestSupplement', missing('Một'), { key });
  const other = await office.as(HANOI.otherOfficer);
  const second = await other.tryAct(two.caseId, 1, 'requestSupplement', missing('Hai'), { key });
  expect(second.status).toBe(200);
  const Paper = z.object({ body: z.object({ missing: z.string() }) });
  const papers = await office.db.any(sql.type(Paper)`
    SELECT body FROM papers WHERE id = ${key} ORDER BY case_id
  `);
  expect(papers.map(({ body }) => body.missing)).toEqual(['Một', 'Hai']);
  const three = await handIn(office);
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO papers (id, case_id, act, body, written_by, written_at)
    VALUES (${key}, ${three.caseId}, 'requestSupplement', '{"missing": "Ba"}', 'somebody', now())
  `);
  const third = await officer.tryAct(three.caseId, 1, 'requestSupplement', missing('Ba'), {
    key: randomUUID(),
  });
  expect(third.status).toBe(200);
  const four = await handIn(office);
  const foreign = randomUUID();
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO papers (id, case_id, act, body, written_by, written_at)
    VALUES (${foreign}, ${four.caseId}, 'requestSupplement', '{"missing": "X"}', 'somebody', now())
  `);
  const refused = await officer.tryAct(four.caseId, 1, 'requestSupplement', missing('X'), {
    key: foreign,
  });
  expect([refused.status, refused.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
});

const RECORD = aRecord();
test.each([
  [
    { ...RECORD, judgment: { ...RECORD.judgment, effectiveDate: '2030-01-01' } },
    'judgment.effectiveDate',
    'NOT_YET_EFFECTIVE',
  ],
  [
    { ...RECORD, person: { ...RECORD.person, provinceCode: '00' } },
    'person.provinceCode',
    'UNKNOWN_PROVINCE',
  ],
])('a record is checked alike when entered and when corrected: %#', async (record, path, code) => {
  const records = await office.as(HANOI.records);
  const entered = await records.ask('POST', '/transfers', { record });
  expect(entered.body.fields).toMatchObject([{ path: `record.${path}`, code }]);
  const { caseId } = await records.must('POST', '/transfers', { record: RECORD });
  const corrected = await records.tryAct(caseId, 1, 'correct', { paper: record });
  expect(corrected.body.fields).toMatchObject([{ path: `paper.${path}`, code }]);
});

test('a draft names the dates that cannot be and a conclusion that is for others', async () => {
  const officer = await office.as(HANOI.officer);
  const { caseId } = await answeredCase(office);
  const { line } = await officer.case(caseId);
  const draft = (conclusion: string, expungedOn: string | null) =>
    officer.tryAct(caseId, line.rev, 'draft', {
      codes: { conclusion },
      paper: {
        reasoning: 'Căn cứ',
        entries: expungedOn === null ? [] : [{ ...JUDGMENT, expungedOn }],
      },
    });
  const path = 'paper.entries.0.expungedOn';
  expect((await draft('EXPUNGED', '2030-01-01')).body.fields).toMatchObject([
    { path, code: 'IN_FUTURE' },
  ]);
  expect((await draft('EXPUNGED', '2014-01-01')).body.fields).toMatchObject([
    { path, code: 'EXPUNGED_BEFORE_JUDGMENT' },
  ]);
  const forOthers = {
    code: 'ENTRIES_CONTRADICT_CONCLUSION',
    fields: [{ path: 'codes.conclusion' }],
  };
  expect((await draft('FOREIGNER_CLEAN', null)).body).toMatchObject(forOthers);
});

test('a foreigner who lived here is certified for that time, not without limit', async () => {
  const { subject } = anApplication();
  const residence = { ...subject.residenceHistory[0], provinceCode: '01', countryCode: 'VN' };
  const residenceHistory = [residence] as typeof subject.residenceHistory;
  const { caseId } = await answeredCase(office, {
    subject: { ...subject, nationality: 'KR', residenceHistory },
  });
  const officer = await office.as(HANOI.officer);
  const { line } = await officer.case(caseId);
  const wrong = await officer.tryAct(caseId, line.rev, 'draft', CLEAN_DRAFT);
  expect([wrong.status, wrong.body.code]).toEqual([422, 'ENTRIES_CONTRADICT_CONCLUSION']);
  const right = { ...CLEAN_DRAFT, codes: { conclusion: 'FOREIGNER_CLEAN' } };
  expect(await officer.act(caseId, 'draft', right)).toMatchObject({ step: 'CHECKING' });
});

test('a bulk act asked again gives the same result, and a release says whether it released', async () => {
  const officer = await office.as(HANOI.officer);
  const [one, two] = [await handIn(office), await handIn(office)];
  const caseIds = [one.caseId, two.caseId];
  for (const id of caseIds) await officer.must('PUT', `/cases/${id}/claim`);
  const { token } = await officer.must('POST', '/bulk/previews', { action: 'release', caseIds });
  await officer.must('DELETE', `/cases/${two.caseId}/claim`);
  const first = await officer.must('POST', `/bulk/${token}`);
  expect(first.results).toMatchObject([
    { caseId: one.caseId, ok: true, code: null },
    { caseId: two.caseId, ok: false, code: 'CLAIMED_BY_OTHER' },
  ]);
  expect(await officer.must('POST', `/bulk/${token}`)).toEqual(first);
  const other = await (await office.as(HANOI.otherOfficer)).ask('POST', `/bulk/${token}`);
  expect([other.status, other.body.code]).toEqual([404, 'NOT_FOUND']);
});
