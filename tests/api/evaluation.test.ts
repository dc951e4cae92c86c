import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import {
  convictedCase,
  draftText,
  evaluationOf,
  told,
  tryDraft,
} from '../support/convictedCase.ts';
import { principal } from '../support/expungement.ts';
import { type Office, openOffice } from '../support/office.ts';
import { askedCase, HANOI, JUDGMENT, RECORD_FOUND } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('answers in words only', () => {
  test('are undetermined, and say what to ask of whom; the reading is noted', async () => {
    const caseId = await convictedCase(office, { police: [JUDGMENT] });
    const { entries, evaluation } = await evaluationOf(office, caseId);
    expect(entries).toEqual([JUDGMENT]);
    expect(evaluation).toMatchObject({ onDate: '2023-09-18', conclusion: null });
    expect(evaluation.entries).toMatchObject([
      { status: 'UNDETERMINED', asks: [{ fact: 'DETAILS', of: ['POLICE', 'COURT'] }] },
    ]);
    const reads = await office.db.oneFirst(sql.type(z.object({ count: z.number() }))`
      SELECT count(*)::int AS count FROM read_audit WHERE ${caseId} = ANY (subjects) AND what = 'evaluation'
    `);
    expect(reads).toBe(1);
    // As before there was an evaluation: the officer decides without giving a reason.
    expect(
      (await tryDraft(office, caseId, 'HAS_RECORD', [{ ...JUDGMENT, expungedOn: null }])).status,
    ).toBe(200);
  });

  test('are nobody’s but those who may read convictions', async () => {
    const caseId = await convictedCase(office, { police: [JUDGMENT] });
    const desk = await office.as(HANOI.desk);
    expect((await desk.ask('GET', `/cases/${caseId}/evaluation`)).status).toBe(403);
    const asked = await desk.ask('POST', `/cases/${caseId}/evaluation`, { entries: [] });
    expect([asked.status, asked.body.code]).toEqual([403, 'NOT_PERMITTED']);
  });
});

describe('details', () => {
  test('that contradict themselves are refused with the field, from agency and officer', async () => {
    const { policeRequest, caseId } = await askedCase(office);
    const wrong = told({
      principal: principal({ execution: { state: 'DONE', on: '2015-01-01' } }),
    });
    const liaison = await office.as(HANOI.policeLiaison);
    const { status, body } = await liaison.ask('POST', '/verifications/answers', {
      requestId: policeRequest,
      answer: { ...RECORD_FOUND, entries: [wrong] },
    });
    expect(status).toBe(400);
    const at = 'entries.0.details.principal.execution.on';
    expect(body.fields).toMatchObject([
      { path: `answer.${at}`, code: 'COMPLETED_BEFORE_JUDGMENT' },
    ]);
    const officer = await office.as(HANOI.officer);
    const asked = await officer.ask('POST', `/cases/${caseId}/evaluation`, { entries: [wrong] });
    expect(asked.body.fields).toMatchObject([{ path: at, code: 'COMPLETED_BEFORE_JUDGMENT' }]);
  });

  test('of one agency stand before the words of another about the same judgment', async () => {
    const caseId = await convictedCase(office, { police: [told()], court: [JUDGMENT] });
    const { entries } = await evaluationOf(office, caseId);
    expect(entries).toEqual([told()]);
  });

  test('an expunged judgment is on No. 2 with its day and on No. 1 not at all', async () => {
    const fees = { text: '200.000 đồng', execution: { state: 'DONE', on: '2015-06-01' } } as const;
    for (const certificateType of ['NO_1', 'NO_2'] as const) {
      const caseId = await convictedCase(office, {
        police: [told({ courtFees: fees })],
        application: { certificateType },
      });
      const { entries, evaluation } = await evaluationOf(office, caseId);
      expect(evaluation.conclusion).toBe('EXPUNGED');
      const [judged] = evaluation.entries;
      // Under the code of 1999 it would be 20 March 2019.
      expect(judged).toMatchObject({ status: 'EXPUNGED_AUTOMATICALLY', expungedOn: '2018-03-20' });
      const drafted = { ...entries[0], standing: 'EXPUNGED', expungedOn: '2018-03-20' };
      expect((await tryDraft(office, caseId, 'EXPUNGED', [drafted])).status).toBe(200);
      const text = await draftText(office, caseId);
      if (certificateType === 'NO_1') {
        expect(text).toContain('Không có án tích');
        expect(text).not.toContain(JUDGMENT.judgmentNumber);
      } else {
        expect(text).toContain('Đã được xóa án tích ngày 20 tháng 3 năm 2018');
        expect(text).toContain('Án phí: 200.000 đồng');
        expect(text).toContain('Hình phạt bổ sung: //');
      }
    }
  });
});

describe('the officer decides', () => {
  test('otherwise than the rules only with a reason, which stands beside them', async () => {
    const caseId = await convictedCase(office, { police: [told()] });
    const live = { ...told(), standing: 'NOT_EXPUNGED', expungedOn: null };
    const silent = await tryDraft(office, caseId, 'HAS_RECORD', [live]);
    expect(silent.status).toBe(400);
    expect(silent.body.fields).toMatchObject([
      { path: 'paper.entries.0.deviation', code: 'SAY_WHY_OTHERWISE' },
    ]);
    const why = 'Công an đang điều tra hành vi mới, chờ kết quả';
    expect(
      (await tryDraft(office, caseId, 'HAS_RECORD', [{ ...live, deviation: why }])).status,
    ).toBe(200);
    const { draft } = await (await office.as(HANOI.head)).case(caseId);
    expect(draft?.entries).toMatchObject([{ deviation: why, standing: 'NOT_EXPUNGED' }]);
    expect(draft?.evaluation?.entries).toMatchObject([
      { status: 'EXPUNGED_AUTOMATICALLY', expungedOn: '2018-03-20' },
    ]);
  });

  test('another day of expungement than the rules give needs a reason too', async () => {
    const caseId = await convictedCase(office, { police: [told()] });
    const other = { ...told(), standing: 'EXPUNGED', expungedOn: '2019-01-01' };
    expect((await tryDraft(office, caseId, 'EXPUNGED', [other])).body.fields).toMatchObject([
      { path: 'paper.entries.0.deviation' },
    ]);
  });

  test('what was completed is there again when the draft comes back', async () => {
    const caseId = await convictedCase(office, { police: [JUDGMENT] });
    const judged = { ...told(), standing: 'EXPUNGED', expungedOn: '2018-03-20' };
    expect((await tryDraft(office, caseId, 'EXPUNGED', [judged])).status).toBe(200);
    await (await office.as(HANOI.head)).act(caseId, 'return', { paper: { reason: 'Xem lại' } });
    const { entries, evaluation } = await evaluationOf(office, caseId);
    expect(entries).toEqual([told()]);
    expect(evaluation.conclusion).toBe('EXPUNGED');
  });
});
