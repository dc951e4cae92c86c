import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { LawRun } from '../../domain/law/run.ts';
import { finished, SWAP } from './drafts.ts';
import type { Office } from './office.ts';
import { ANSWER, answer, askedCase, HANOI, RECORD_FOUND } from './scenes.ts';

/** Longer than any term: whoever stands at this step will be late. */
const SLOW = Array.from({ length: 101 }, (_, percent) => 1_000_000_000 + percent);

/** Roles that the case's warnings tell. */
const TOLD = ['ONE_STOP_OFFICER', 'DIRECTOR', 'SUPERVISOR'];

/**
 * A case of which everything tells: the court is asked, the term of an expunged person runs, and for
 * both clocks there are warnings, incidents, contests, a ruling, and moves of a trial.
 */
export async function tellingCase(office: Office) {
  const { caseId, policeRequest, trackingCode } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  const later = { reason: 'Đang tìm hồ sơ', expectedAt: '2023-10-02' };
  await answer(office, `${caseId}/COURT-1`, { ...ANSWER, outcome: 'CANNOT_ANSWER_YET', ...later });
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'reclassify', {
    codes: { grounds: ['EXPUNGEMENT_TO_VERIFY'] },
    paper: { reason: 'Kiểm tra xóa án tích' },
  });
  const clocks = [`verification:${caseId}/COURT-1`, 'expunged'];
  const contests: string[] = [];
  for (const clock of clocks) {
    const contest = { clock, day: null, wanted: null, reason: 'Tính sai hạn' };
    contests.push((await officer.must('POST', `/cases/${caseId}/disputes`, contest)).id);
    await warnOf(office, caseId, clock);
  }
  await warnOf(office, caseId, 'total');
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO step_times (unit, kind, regime, step, samples, percentiles, measured_on)
    VALUES (${HANOI.unit}, 'APPLICATION', 'COMPLEX', 'VERIFYING', 1000,
      ${sql.array(SLOW, 'int8')}, '2023-09-18')
  `);
  const { application } = await officer.case(caseId);
  return {
    caseId,
    contests,
    runId: await triedWithMoves(office, caseId),
    question: { code: trackingCode, birthDate: application?.subject.birthDate },
  };
}

/** A rung reached and an incident found, as the clock and the nightly recount write them. */
async function warnOf(office: Office, caseId: string, clock: string): Promise<void> {
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO escalations (case_id, clock, rung, due_at, at, unit, tells)
    SELECT case_id, name, 'AT_RISK', due_at, '2023-09-18T03:00:00Z', ${HANOI.unit}, ${sql.array(TOLD, 'text')}
    FROM case_clocks WHERE case_id = ${caseId} AND name = ${clock}
  `);
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO deadline_incidents (case_id, clock, stored_at, first_explanation, second_explanation,
      found_at)
    VALUES (${caseId}, ${clock}, '2023-09-29',
      ${JSON.stringify({ amount: 5, unit: 'workingDay', error: null, days: [] })}::jsonb,
      ${JSON.stringify({ givenBack: null, error: null, days: [] })}::jsonb, '2023-09-18T18:00:00Z')
  `);
}

/** A finished trial on the unit's history that moved each kind of clock of a case. */
async function triedWithMoves(office: Office, caseId: string): Promise<string> {
  const form = { title: 'Thử', change: SWAP, from: '2023-09-01', to: '2023-09-30' };
  const supervisor = await office.as(HANOI.supervisor);
  const run: LawRun = await supervisor.must('POST', '/what-if', form);
  await finished(office, run.id, HANOI.supervisor);
  await office.db.query(sql.typeAlias('void')`
    INSERT INTO law_moves (run_id, n, case_id, unit, asked, clock, from_at, to_at, why, side)
    SELECT ${run.id}::uuid, 1000 + n, ${caseId}::text, ${HANOI.unit}::text, asked, clock,
      '2023-09-25'::timestamptz, '2023-09-26'::timestamptz, '{}'::date[], 'TO_LATE'
    FROM (VALUES (1, ${HANOI.court}::text, 'verification:COURT'), (2, NULL, 'expunged'), (3, NULL, 'total'))
      AS m (n, asked, clock)
  `);
  return run.id;
}

/** A unit's name. */
export function nameOf(office: Office, unit: string): Promise<string> {
  return office.db.oneFirst(sql.type(z.object({ name: z.string() }))`
    SELECT name FROM units WHERE code = ${unit}
  `);
}
