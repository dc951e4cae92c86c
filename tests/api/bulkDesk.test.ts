import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { PRINTED_AT_MOST } from '../../domain/bulk.ts';
import { sql } from '../../db/sql.ts';
import { readPdf } from '../print/readPdf.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import {
  answeredCase,
  CLEAN_DRAFT,
  HANOI,
  handIn,
  issuedCase,
  JUDGMENT,
  RECORD_DRAFT,
} from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const AT_COUNTER = { delivery: 'COUNTER', deliveryAddress: null } as const;
const AGENT = {
  fullName: 'Đỗ Thị Ủy Quyền',
  personalId: null,
  relation: 'AUTHORISED',
  powerOfAttorneyNumber: '12/2023/UQ',
} as const;
const BY_AGENT: Partial<ApplicationSubmission> = {
  ...AT_COUNTER,
  agent: AGENT,
  papers: ['APPLICATION_FORM', 'IDENTITY_COPY', 'POWER_OF_ATTORNEY'],
};

function preview(person: Person, action: string, caseIds: readonly string[]) {
  return person.must('POST', '/bulk/previews', { action, caseIds });
}

async function readsOf(caseId: string, account: string): Promise<readonly string[]> {
  return office.db.anyFirst(sql.type(z.object({ what: z.string() }))`
    SELECT what FROM read_audit WHERE ${caseId} = ANY (subjects) AND account = ${account}::uuid ORDER BY id
  `);
}

async function papersOf(person: Person, token: string) {
  const response = await office.app.inject({
    method: 'GET',
    url: `/api/v1/bulk/${token}/papers.pdf`,
    headers: { cookie: person.cookie },
  });
  return { status: response.statusCode, bytes: response.rawPayload };
}

test('many are handed over at once to whom each dossier names; what is posted or not issued is left out', async () => {
  const [own, byAgent, byPost, early] = [
    await issuedCase(office, AT_COUNTER),
    await issuedCase(office, BY_AGENT),
    await issuedCase(office),
    await handIn(office),
  ].map(({ caseId }) => caseId) as [string, string, string, string];
  const desk = await office.as(HANOI.desk);
  const asked = await preview(desk, 'handOver', [own, byAgent, byPost, early]);
  const { subjectName } = (await desk.case(own)).line;
  expect(asked.included).toMatchObject([
    { caseId: own, subjectName, receivedBy: subjectName, paper: null },
    { caseId: byAgent, receivedBy: AGENT.fullName },
  ]);
  expect(asked.excluded).toMatchObject([
    { caseId: byPost, code: 'DELIVERY_BY_POST' },
    { caseId: early, code: 'CASE_WRONG_STEP' },
  ]);
  const { results } = await desk.must('POST', `/bulk/${asked.token}`);
  expect(results).toMatchObject([
    { caseId: own, ok: true },
    { caseId: byAgent, ok: true },
  ]);
  for (const [caseId, receivedBy] of [
    [own, subjectName],
    [byAgent, AGENT.fullName],
  ]) {
    const { events } = await desk.must('GET', `/cases/${caseId}/events`);
    expect(events.at(-1)).toMatchObject({ act: 'handOver', step: 'CLOSED', paper: { receivedBy } });
  }
  expect(await readsOf(byAgent, desk.account.id)).toContain('receiver');
  expect(await desk.must('POST', `/bulk/${asked.token}`)).toEqual({ results });
});

/** A draft that waits for its head: of a No. 2 unless said otherwise. */
async function drafted(draft: object, changes: Partial<ApplicationSubmission>): Promise<string> {
  const { caseId } = await answeredCase(office, changes);
  await (await office.as(HANOI.officer)).act(caseId, 'draft', draft);
  return caseId;
}

test('who initials or signs many is told what each certificate says, and that is noted as read', async () => {
  const old = { judgmentNumber: '3/2001/HSST', judgmentDate: '2001-05-10' };
  const expunged = { ...JUDGMENT, ...old, expungedOn: '2010-01-01' };
  const mixed = {
    ...RECORD_DRAFT,
    paper: { ...RECORD_DRAFT.paper, entries: [...RECORD_DRAFT.paper.entries, expunged] },
  };
  const clean = await drafted(CLEAN_DRAFT, {});
  const one = await drafted(mixed, {});
  const two = await drafted(mixed, { certificateType: 'NO_2' });
  const signedAs = [
    [clean, { type: 'NO_1', conclusion: 'NO_RECORD', judgments: 0, bans: 0 }],
    // A No. 1 is silent on what is expunged.
    [one, { type: 'NO_1', conclusion: 'HAS_RECORD', judgments: 1, bans: 0 }],
    [two, { type: 'NO_2', conclusion: 'HAS_RECORD', judgments: 2, bans: 0 }],
  ] as const;
  for (const [username, action] of [
    [HANOI.head, 'check'],
    [HANOI.director, 'sign'],
  ] as const) {
    const person = await office.as(username);
    const { token, included } = await preview(person, action, [clean, one, two]);
    expect(included).toMatchObject(
      signedAs.map(([caseId, certificate]) => ({ caseId, certificate })),
    );
    expect(await readsOf(two, person.account.id)).toContain('certificate');
    await person.must('POST', `/bulk/${token}`);
  }
});

test('what changed after the preview is not handed over', async () => {
  const { caseId } = await issuedCase(office, AT_COUNTER);
  const desk = await office.as(HANOI.desk);
  const { token } = await preview(desk, 'handOver', [caseId]);
  await (await office.as(HANOI.director)).act(caseId, 'recall', { paper: { reason: 'Sai ngày' } });
  const { results } = await desk.must('POST', `/bulk/${token}`);
  expect(results).toMatchObject([{ caseId, ok: false, code: 'STALE_REVISION' }]);
});

test('the papers of many steps are printed as one file, and each reading is noted', async () => {
  const issued = await issuedCase(office);
  const accepted = await handIn(office);
  const waiting = await handIn(office, { accept: false });
  const officer = await office.as(HANOI.officer);
  const caseIds = [issued, accepted, waiting].map(({ caseId }) => caseId);
  const asked = await preview(officer, 'print', caseIds);
  expect(asked.included).toMatchObject([
    { caseId: issued.caseId, paper: 'CERTIFICATE', receivedBy: null },
    { caseId: accepted.caseId, paper: 'RECEIPT' },
  ]);
  expect(asked.excluded).toMatchObject([{ caseId: waiting.caseId, code: 'NO_PAPER_TO_PRINT' }]);
  expect((await papersOf(officer, asked.token)).status).toBe(404);
  const { results } = await officer.must('POST', `/bulk/${asked.token}`);
  expect(results).toMatchObject([{ ok: true }, { ok: true }]);
  const { status, bytes } = await papersOf(officer, asked.token);
  expect(status).toBe(200);
  const { text } = readPdf(bytes);
  expect(text).toContain(issued.certificateNumber);
  expect(text).toContain(`Mã hồ sơ: ${accepted.caseId}`);
  expect(await readsOf(issued.caseId, officer.account.id)).toContain('certificate');
  expect(await readsOf(accepted.caseId, officer.account.id)).toContain('receipt');
  expect((await papersOf(await office.as(HANOI.otherOfficer), asked.token)).status).toBe(404);
});

test('the counter prints receipts, but no certificate: it may tell of a conviction', async () => {
  const issued = await issuedCase(office);
  const accepted = await handIn(office);
  const desk = await office.as(HANOI.desk);
  const asked = await preview(desk, 'print', [issued.caseId, accepted.caseId]);
  expect(asked.included).toMatchObject([{ caseId: accepted.caseId, paper: 'RECEIPT' }]);
  expect(asked.excluded).toMatchObject([{ caseId: issued.caseId, code: 'NOT_PERMITTED' }]);
});

test('a certificate recalled after the preview is not printed', async () => {
  const { caseId } = await issuedCase(office);
  const head = await office.as(HANOI.head);
  const { token } = await preview(head, 'print', [caseId]);
  await (await office.as(HANOI.director)).act(caseId, 'recall', { paper: { reason: 'Sai ngày' } });
  const { results } = await head.must('POST', `/bulk/${token}`);
  expect(results).toMatchObject([{ caseId, ok: false, code: 'STALE_REVISION' }]);
  expect((await papersOf(head, token)).status).toBe(409);
});

test('no more than the stated number is printed in one go; the rest is named', async () => {
  const desk = await office.as(HANOI.desk);
  const made = await Promise.all(Array.from({ length: PRINTED_AT_MOST + 1 }, () => handIn(office)));
  const last = made
    .map(({ caseId }) => caseId)
    .toSorted()
    .at(-1);
  const asked = await preview(
    desk,
    'print',
    made.map(({ caseId }) => caseId),
  );
  expect(asked.included).toHaveLength(PRINTED_AT_MOST);
  expect(asked.excluded).toMatchObject([{ caseId: last, code: 'PRINTS_TOO_MANY' }]);
  await desk.must('POST', `/bulk/${asked.token}`);
  const { bytes } = await papersOf(desk, asked.token);
  expect(readPdf(bytes).pages).toHaveLength(PRINTED_AT_MOST);
});
