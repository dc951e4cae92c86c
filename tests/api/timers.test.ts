import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { businessTime } from '../../domain/clock/businessClock.ts';
import { RUNGS } from '../../domain/clock/law.ts';
import { DAY_MS } from '../../domain/instant.ts';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI, handIn } from '../support/scenes.ts';
import { loggedActs, standing } from '../support/traces.ts';
import { until } from '../support/until.ts';

/** Three business days in a real second: a month passes in ten. */
const SPEED = 260_000;

let office: Office;
beforeAll(async () => {
  office = await openOffice({ speed: SPEED });
});
afterAll(() => office.close());

const Rung = z.object({ clock: z.string(), rung: z.string(), tells: z.array(z.string()) });

function rungsOf(caseId: string, { db } = office) {
  return db.any(sql.type(Rung)`
    SELECT clock, rung, tells FROM escalations WHERE case_id = ${caseId}
    ORDER BY due_at, at, array_position(${sql.array([...RUNGS], 'text')}, rung)
  `);
}

test('a supplement that never comes ends the application by its own timer', async () => {
  const { caseId } = await handIn(office, { accept: false });
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'requestSupplement', { paper: { missing: 'Bản sao hộ chiếu' } });
  await until(async () => (await standing(office, caseId)).step === 'LAPSED', { withinMs: 40_000 });
  await office.client.workflow.getHandle(caseId).result();
  expect((await loggedActs(office, caseId)).filter((act) => act === 'lapse')).toHaveLength(1);
  const late = await desk.tryAct(caseId, 3, 'receiveSupplement', { paper: { received: 'muộn' } });
  expect(late.body.code).toBe('CASE_CLOSED');
});

test('each rung of a case’s ladder is told once, in order, to whom the rule set names', async () => {
  const { caseId } = await handIn(office);
  await until(async () => (await rungsOf(caseId)).length === 4, { withinMs: 40_000 });
  // Another rung of the police's clock comes later: by then these must still stand once each.
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
  await until(async () => (await rungsOf(caseId)).length >= 5, { withinMs: 40_000 });
  expect(await rungsOf(caseId)).toEqual([
    { clock: 'total', rung: 'AT_RISK', tells: ['SUPERVISOR'] },
    { clock: 'total', rung: 'DUE_SOON', tells: ['LLTP_OFFICER', 'SUPERVISOR'] },
    { clock: 'total', rung: 'OVERDUE', tells: ['SUPERVISOR'] },
    { clock: 'total', rung: 'LONG_OVERDUE', tells: ['DIRECTOR'] },
    { clock: `verification:${caseId}/POLICE-1`, rung: 'OVERDUE', tells: ['SUPERVISOR'] },
  ]);
});

test('whoever a rung tells is warned of it as long as its clock runs, own cases first', async () => {
  const [other, own] = [await handIn(office), await handIn(office)];
  const officer = await office.as(HANOI.officer);
  await officer.must('PUT', `/cases/${own.caseId}/claim`);
  const told = [other.caseId, own.caseId];
  const warnedOf = async (username: string) => {
    const { warnings } = await (await office.as(username)).must('GET', '/warnings');
    return (warnings as { caseId: string; rung: string; mine: boolean }[]).filter(({ caseId }) =>
      told.includes(caseId),
    );
  };
  await until(async () => (await warnedOf(HANOI.officer)).length === 2, { withinMs: 40_000 });
  expect(await warnedOf(HANOI.officer)).toMatchObject([
    { caseId: own.caseId, rung: 'DUE_SOON', mine: true },
    { caseId: other.caseId, rung: 'DUE_SOON', mine: false },
  ]);
  expect(await warnedOf(HANOI.desk)).toEqual([]);
  expect(await warnedOf('chuyenvien1.na')).toEqual([]);
});

test('rungs that were missed while no worker ran are told once each and in order when one runs', async () => {
  // A business day in a second: workers that stop must be gone before the first rung.
  const slow = await openOffice({ speed: 86_400 });
  try {
    const { caseId } = await handIn(slow);
    const { atRiskAt } = (await (await slow.as(HANOI.officer)).case(caseId)).line;
    // Two days beyond the second rung, which comes two days after the first.
    const back = Date.parse(atRiskAt ?? '') + 4 * DAY_MS;
    await slow.withoutWorkers(() =>
      until(() => Promise.resolve(businessTime(slow.clock, Date.now()) > back), {
        withinMs: 40_000,
      }),
    );
    await until(async () => (await rungsOf(caseId, slow)).length >= 4, { withinMs: 40_000 });
    expect((await rungsOf(caseId, slow)).map(({ rung }) => rung)).toEqual([...RUNGS]);
    const fired = await slow.db.oneFirst(sql.type(z.object({ fired: z.array(z.string()) }))`
      SELECT state #> '{clocks,0,fired}' AS fired FROM cases WHERE case_id = ${caseId}
    `);
    expect(fired).toEqual([...RUNGS]);
    // Those that were missed were told by one act.
    const told = (await loggedActs(slow, caseId)).filter((act) => act === 'escalate');
    expect(told.length).toBeLessThan(RUNGS.length);
  } finally {
    await slow.close();
  }
}, 120_000);

test('a late case stands in the late queue and on the supervisor’s board', async () => {
  // Nobody acts on it: at this speed a rung may be told between looking at a case and acting on it.
  const { caseId } = await handIn(office);
  await until(
    async () =>
      (await rungsOf(caseId)).some(({ rung, clock }) => rung === 'OVERDUE' && clock === 'total'),
    {
      withinMs: 40_000,
    },
  );
  const supervisor = await office.as(HANOI.supervisor);
  const { cases } = await supervisor.must('GET', '/worklist?queue=late&limit=200');
  expect(cases.map((line: { caseId: string }) => line.caseId)).toContain(caseId);
  const { escalations } = await supervisor.must('GET', '/board/escalations');
  expect(escalations).toContainEqual(
    expect.objectContaining({ caseId, clock: 'total', rung: 'OVERDUE' }),
  );
});
