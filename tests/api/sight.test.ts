import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { maskEvents } from '../../api/masking.ts';
import { codes } from '../../domain/wording/codes.ts';
import { sql } from '../../db/sql.ts';
import type { LawDraft } from '../../domain/law/draft.ts';
import { APPROVER, draftChange, published, rehearsed } from '../support/drafts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { reply } from '../support/replies.ts';
import {
  ANSWER,
  answer,
  askedCase,
  decide,
  HANOI,
  RECORD_DRAFT,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { nameOf, tellingCase } from '../support/tellingCase.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('what is known of convictions is hidden from the counter and the supervisor', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  await answer(office, `${caseId}/COURT-1`, RECORD_FOUND);
  await decide(office, caseId, RECORD_DRAFT);
  const words = ['RECORD_FOUND', 'HAS_RECORD', 'Trộm cắp', 'HSST', 'Còn án tích'];
  const seenBy = async (username: string): Promise<string[]> => {
    const person = await office.as(username);
    const pages = await Promise.all(
      ['', '/events', '/time', '/holdings'].map((page) =>
        person.ask('GET', `/cases/${caseId}${page}`),
      ),
    );
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    return words.filter((word) => pages.some(({ text }) => text.includes(word)));
  };
  expect(await seenBy(HANOI.officer)).toEqual(words);
  for (const username of [HANOI.desk, HANOI.supervisor, HANOI.seal]) {
    expect([username, await seenBy(username)]).toEqual([username, []]);
  }
});

test('no list, file or page tells the supervisor or the counter of the court or of an expungement', async () => {
  const { caseId, contests, runId, question } = await tellingCase(office);
  const director = await office.as(HANOI.director);
  const [ofCourt = ''] = contests;
  await director.must('POST', `/disputes/${ofCourt}/ruling`, {
    outcome: 'DISMISSED',
    reason: 'Ngày làm việc bình thường',
    citation: 'BLDS 2015, Điều 147',
  });
  const named = [': Tòa án', codes.clockName.expunged[0]];
  const needles = ['/COURT-', HANOI.court, await nameOf(office, HANOI.court), 'expunged', ...named];
  const found = async (username: string, path: string) => {
    const { status, text } = await (await office.as(username)).ask('GET', path);
    const told = [...needles, ...contests].filter((needle) => text.includes(needle));
    return { status, told, text };
  };
  const forEverybody = [
    ...['', '/events', '/time', '/holdings', '/disputes'].map((page) => `/cases/${caseId}${page}`),
    '/worklist?queue=all&limit=200',
    '/worklist.csv?queue=all',
    '/warnings',
  ];
  const ofTheBoard = [
    '/board/escalations',
    '/board/soonest',
    '/board/rescue',
    '/disputes',
    '/disputes.csv',
    '/deadline-rulings',
    '/deadline-rulings.csv',
    '/deadline-incidents',
    '/deadline-incidents.csv',
    `/law-runs/${runId}/moves`,
    `/law-runs/${runId}/moves.csv`,
  ];
  const hidden = { status: 200, told: [] };
  for (const path of [...forEverybody, ...ofTheBoard]) {
    // Whoever knows of convictions is told: what is looked for can be found there.
    const told = await found(HANOI.director, path);
    expect([path, told.status, told.told.length > 0]).toEqual([path, 200, true]);
    for (const username of [HANOI.supervisor, 'giamsat.tt']) {
      expect([path, username, await found(username, path)]).toMatchObject([path, username, hidden]);
    }
  }
  for (const path of forEverybody) {
    expect([path, await found(HANOI.desk, path)]).toMatchObject([path, hidden]);
  }
  // What tells of nothing is still there.
  for (const path of [
    '/warnings',
    '/board/escalations',
    '/deadline-incidents',
    `/law-runs/${runId}/moves`,
  ]) {
    expect((await found(HANOI.supervisor, path)).text).toContain('"clock":"total"');
  }
  const { disputes, total, open } = await (
    await office.as(HANOI.supervisor)
  ).must('GET', '/disputes');
  expect([disputes, total, open]).toEqual([[], 0, 0]);

  const supervisor = await office.as(HANOI.supervisor);
  const ruling = { outcome: 'DISMISSED', reason: 'x', citation: 'x' };
  const ruled = await supervisor.ask('POST', `/disputes/${contests[1]}/ruling`, ruling);
  expect([ruled.status, ruled.body.code]).toEqual([404, 'NOT_FOUND']);

  const desk = await office.as(HANOI.desk);
  const tracked = await desk.ask('POST', '/public/tracking', question);
  expect(tracked.body.holderName).toBeNull();
  expect(needles.filter((needle) => tracked.text.includes(needle))).toEqual([]);
});

test('who was asked about a judgment or its execution is as hidden as the court', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const asked = [
    ['PROCURACY', 'VKSND-01'],
    ['ENFORCEMENT', 'THADS-01'],
    ['COMMUNE', 'UBND-01'],
  ] as const;
  for (const [kind, unit] of asked) {
    const codes = { kind, unit, why: 'EXPUNGEMENT_CONDITIONS' };
    await officer.act(caseId, 'askUnit', { codes, paper: { note: 'Xác minh thi hành xong' } });
  }
  await reply(office, policeRequest);
  const back = { ...ANSWER, outcome: 'NEEDS_IDENTIFICATION', needed: 'Tên mẹ' };
  await reply(office, `${caseId}/COMMUNE-1`, back);
  const codes = { requestId: `${caseId}/ENFORCEMENT-1` };
  await officer.act(caseId, 'proposeWaiver', { codes, paper: { reason: 'Đã có biên lai' } });
  const names = await Promise.all(asked.map(([, unit]) => nameOf(office, unit)));
  const needles = [...asked.flat(), ...names, 'EXPUNGEMENT', 'biên lai'];
  const paths = [
    ...['', '/events', '/time', '/holdings'].map((page) => `/cases/${caseId}${page}`),
    '/worklist?queue=all&limit=200',
    ...asked.map(([, unit]) => `/worklist?queue=all&heldBy=AGENCY&heldUnit=${unit}`),
  ];
  for (const path of paths) {
    for (const username of [HANOI.supervisor, 'giamsat.tt']) {
      const { status, text } = await (await office.as(username)).ask('GET', path);
      const told = needles.filter((needle) => text.includes(needle));
      expect([path, username, status, told]).toEqual([path, username, 200, []]);
    }
  }
  const { text } = await officer.ask('GET', `/cases/${caseId}`);
  expect(needles.filter((needle) => !text.includes(needle))).toEqual([]);
});

test('neither an extension of the court’s term nor a moved clock that tells is read in the log', () => {
  const line = {
    rev: 1,
    step: 'VERIFYING',
    actor: 'x',
    actorName: 'x',
    actedForName: null,
    unit: HANOI.court,
    at: '2023-09-18T03:00:00.000Z',
    paper: null,
    hash: '',
    intact: true,
  };
  const moved = ['total', 'expunged', 'verification:HN-P-2023-000001/COURT-1'];
  const shown = maskEvents('APPLICATION', [
    { ...line, act: 'extendClock', codes: { clock: moved[2] } },
    { ...line, act: 'recalculate', codes: { moved: moved.map((name) => ({ name })) } },
  ]);
  expect(shown.map(({ act, codes }) => [act, codes])).toEqual([
    ['recalculate', { moved: [{ name: 'total' }] }],
  ]);
});

test('a director of another province sees nothing of ours in drafts, runs and rulings', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const contest = { clock: 'total', day: null, wanted: null, reason: 'Tính sai hạn' };
  const { id } = await officer.must('POST', `/cases/${caseId}/disputes`, contest);
  await (
    await office.as(HANOI.supervisor)
  ).must('POST', `/disputes/${id}/ruling`, {
    outcome: 'DISMISSED',
    reason: 'Đúng hạn',
    citation: 'BLDS 2015, Điều 147',
  });
  const draft = await draftChange(office);
  const run = await rehearsed(office, draft);
  const { version } = await published(office, draft).then(() => draftNow(draft.id));
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO replan_failures (case_id, version, code, attempts, last_at)
    VALUES (${caseId}, ${version}, 'CASE_CLOSED', 1, now())
  `);
  const ours = [caseId, policeRequest, HANOI.unit, HANOI.police, id];
  const paths = [
    `/drafts/${draft.id}`,
    `/law-runs/${run.id}/moves`,
    `/law-runs/${run.id}/moves.csv`,
    '/deadline-rulings',
    '/deadline-rulings.csv',
  ];
  const silent = ['', '/result.csv', '/result.json'].map((page) => `/law-runs/${run.id}${page}`);
  const seenBy = async (username: string, path: string) => {
    const { status, text } = await (await office.as(username)).ask('GET', path);
    return [path, status, ours.some((word) => text.includes(word))];
  };
  for (const path of paths) {
    expect(await seenBy(HANOI.director, path)).toEqual([path, 200, true]);
  }
  for (const path of ['/drafts', ...silent, ...paths]) {
    expect(await seenBy('giamdoc.na', path)).toEqual([path, 200, false]);
  }
  const elsewhere = await office.as('giamdoc.na');
  for (const path of [`/drafts/${draft.id}/rehearsal`, `/law-runs/${run.id}/cancel`]) {
    expect((await elsewhere.ask('POST', path)).body.code).toBe('NOT_YOUR_UNIT');
  }
});

async function draftNow(id: string): Promise<LawDraft> {
  return (await (await office.as(APPROVER)).must('GET', `/drafts/${id}`)).draft;
}
