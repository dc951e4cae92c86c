import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { findLastRound, listIncidents } from '../../db/read/recount.ts';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { DeadlineIncidentQuery } from '../../domain/deadlineIncident.ts';
import type { ApplicationState } from '../../domain/flow/applicationState.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { NO_EFFECTS } from '../../domain/flow/flow.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { createLog } from '../../logging.ts';
import { recountDay } from '../../workers/recount.ts';
import {
  actorIn,
  after,
  applicationAt,
  CLASSIFY,
  commandOf,
  type Deed,
  opened,
  OPENED,
  WAYS,
} from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { NATIONAL } from '../support/nationalCalendar.ts';

const FIRST = 'HN-P-2023-000001';
const SECOND = 'HN-P-2023-000002';

let database: TestDatabase;
let owner: DatabasePool;
let pool: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = await openPool(database.url, { size: 2 });
  pool = await openPool(database.as('lltp_worker'), { size: 2 });
  await owner.query(sql.typeAlias('void')`
    INSERT INTO calendars (version, body)
    VALUES (${NATIONAL.version}, ${JSON.stringify(NATIONAL)}::jsonb)
  `);
  await open(FIRST, applicationAt('VERIFYING'));
  await open(SECOND, resumed());
  await open('HN-P-2023-000003', applicationAt('SUPPLEMENT_REQUESTED'));
  await open('HN-P-2023-000004', applicationAt('POSTED'));
});
afterAll(async () => {
  await Promise.all([owner.end(), pool.end()]);
  await database.drop();
});
afterEach(async () => {
  await owner.query(sql.typeAlias('void')`TRUNCATE deadline_incidents, recount_rounds`);
});

/** An application that stood still over a supplement, from Thursday to the Tuesday after, then went on. */
function resumed(): ApplicationState {
  const paused = after(opened(), WAYS.SUPPLEMENT_REQUESTED, OPENED + 3 * DAY_MS);
  const receive: Deed = ['receiveSupplement', 'ONE_STOP_OFFICER'];
  return after(paused, [receive, CLASSIFY], OPENED + 8 * DAY_MS);
}

async function open(caseId: string, state: ApplicationState): Promise<void> {
  const command = commandOf('receiveAndAccept', actorIn('ONE_STOP_OFFICER'));
  const done = { command, updateId: 'open', atMs: OPENED, effects: NO_EFFECTS, claims: false };
  await writeTransition(
    pool,
    transitionOf(applicationFlow, null, { ...state, caseId, rev: 1 }, done),
  );
}

const logged: string[] = [];
const log = createLog('recount', 'info', { write: (line: string) => void logged.push(line) });
const recount = (now: number) => recountDay({ pool, log }, now, new AbortController().signal);
const incidents = async (state: 'open' | 'cleared') =>
  (
    await listIncidents(owner, DeadlineIncidentQuery.parse({ state }), null, {
      roles: ['SUPERVISOR'],
    })
  ).incidents;

/** Change the stored due date of a clock, of its row or of the state the workflow goes by. */
async function plant(caseId: string, clock: string, place: 'row' | 'state', ms: number) {
  const days = `${ms} milliseconds`;
  await owner.query(
    place === 'row'
      ? sql.typeAlias('void')`
          UPDATE case_clocks SET due_at = due_at + ${days}::interval
          WHERE case_id = ${caseId} AND name = ${clock}`
      : sql.typeAlias('void')`
          UPDATE cases SET state = jsonb_set(state, '{clocks}', (
            SELECT jsonb_agg(CASE WHEN x ->> 'name' = ${clock}
              THEN jsonb_set(x, '{dueAt}', to_jsonb((x ->> 'dueAt')::bigint + ${ms}::bigint)) ELSE x END)
            FROM jsonb_array_elements(state -> 'clocks') AS x))
          WHERE case_id = ${caseId}`,
  );
}

test('clocks as the flows make them agree in every step, standstills included', async () => {
  await recount(OPENED);
  expect(await incidents('open')).toEqual([]);
  const round = await findLastRound(owner);
  expect(round).toMatchObject({ day: '2023-09-18', differences: 0 });
  expect(round?.finishedAt).not.toBeNull();
  const stood = await owner.oneFirst(sql.type(z.object({ n: z.int() }))`
    SELECT count(*)::int AS n FROM cases,
      jsonb_array_elements(state -> 'clocks') AS x WHERE jsonb_array_length(x -> 'stood') > 0
  `);
  expect(stood).toBeGreaterThan(0);
  expect(round?.clocks).toBeGreaterThan(stood);
});

test.each(['row', 'state'] as const)(
  'a planted due date in the %s is found, stands as one incident, and is cleared when it is mended',
  async (place) => {
    await plant(SECOND, 'total', place, DAY_MS);
    await recount(OPENED);
    await recount(OPENED + DAY_MS);
    const [incident, ...others] = await incidents('open');
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ caseId: SECOND, clock: 'total', unit: 'STP-01' });
    expect(incident?.firstAt).toBe(incident?.secondAt);
    expect(Date.parse(incident?.storedAt ?? '') - Date.parse(incident?.firstAt ?? '')).toBe(DAY_MS);
    const [first, second] = [incident?.firstExplanation, incident?.secondExplanation];
    expect(first?.days.length).toBeGreaterThan(5);
    expect(second?.days.map(({ date }) => date)).toEqual(first?.days.map(({ date }) => date));
    expect(second?.days.some((day) => day.stood)).toBe(true);
    expect(logged.join()).toContain(SECOND);
    await plant(SECOND, 'total', place, -DAY_MS);
    await recount(OPENED + 2 * DAY_MS);
    expect(await incidents('open')).toEqual([]);
    expect((await incidents('cleared')).map(({ id }) => id)).toEqual([incident?.id]);
  },
);

test('a day is recounted once; a round that was cut short goes on where it stopped', async () => {
  await recount(OPENED);
  await plant(FIRST, 'total', 'row', DAY_MS);
  await plant(SECOND, 'total', 'row', DAY_MS);
  await recount(OPENED + HOUR_MS);
  expect(await incidents('open')).toEqual([]);
  await owner.query(sql.typeAlias('void')`
    UPDATE recount_rounds SET finished_at = NULL, after_case = ${FIRST}
  `);
  await recount(OPENED + 2 * HOUR_MS);
  expect((await incidents('open')).map(({ caseId }) => caseId)).toEqual([SECOND]);
  await plant(FIRST, 'total', 'row', -DAY_MS);
  await plant(SECOND, 'total', 'row', -DAY_MS);
});

test('a calendar that is not published is a difference with its reason', async () => {
  const put = (version: string) =>
    owner.query(sql.typeAlias('void')`
      UPDATE cases SET state = jsonb_set(state, '{calendarVersion}', to_jsonb(${version}::text))
      WHERE case_id = ${FIRST}`);
  await put('lost');
  await recount(OPENED);
  const found = await incidents('open');
  expect(found.length).toBeGreaterThan(0);
  for (const { caseId, firstAt, firstExplanation, secondExplanation } of found) {
    expect([caseId, firstAt]).toEqual([FIRST, null]);
    expect(firstExplanation.error).toContain('calendar lost');
    expect(secondExplanation.error).toContain('calendar lost');
  }
  await put(NATIONAL.version);
});

interface Said {
  code: number | null;
  out: string;
  err: string;
}

async function atThePrompt(env: Record<string, string>): Promise<Said> {
  const root = join(import.meta.dirname, '..', '..');
  const child = spawn(process.execPath, [join(root, 'prompt', 'recount.ts')], {
    cwd: join(root, 'tests'),
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

test('at the prompt: nothing and 0 when all agree, a line for each difference and 1 when not', async () => {
  const env = { DATABASE_URL: database.as('lltp_worker') };
  expect(await atThePrompt(env)).toMatchObject({ code: 0, out: '' });
  await plant(FIRST, 'total', 'row', DAY_MS);
  const { code, out, err } = await atThePrompt(env);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ caseId: FIRST, clock: 'total' });
  expect(err).toContain('1 differ');
  await plant(FIRST, 'total', 'row', -DAY_MS);
});

test('at the prompt without a database: one sentence and 2', async () => {
  const { code, out, err } = await atThePrompt({ DATA_DIR: '/nowhere' });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('set DATABASE_URL');
});
