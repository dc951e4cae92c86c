import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { BusinessClock } from '../../domain/clock/businessClock.ts';
import { endOfDay } from '../../domain/instant.ts';
import type { CaseBase } from '../../domain/flow/flow.ts';
import type { Transition, TransitionReply, WrittenCase } from '../../domain/transition.ts';
import { connectEngine, dataConverterOf } from '../../engine/connect.ts';
import { act, CASES_QUEUE, readState } from '../../workflows/messages.ts';
import { actorIn, commandOf, FACTS, LAW, OPENED, UNIT } from '../support/cases.ts';
import { newNamespace } from '../support/namespaces.ts';
import { TEST_PAYLOAD_KEY, testBundle } from '../support/office.ts';
import { calendarOf, recalculate } from '../support/recalculation.ts';
import { hushRuntime } from '../support/replay.ts';
import { until } from '../support/until.ts';

const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
const CASE = 'HN-P-2023-000001';
const NEXT = 'VN-test.1';
/** The server suggests a new run at 4 MiB of history; a few acts with so much in them get there. */
const WEIGHT = 'x'.repeat(1_200_000);

let engine: ReturnType<typeof connectEngine>;
let connection: NativeConnection;
let namespace: string;
beforeAll(async () => {
  hushRuntime();
  const bare = connectEngine({ address, namespace: 'default', payloadKey: TEST_PAYLOAD_KEY });
  namespace = await newNamespace(bare.connection);
  await bare.close();
  engine = connectEngine({ address, namespace, payloadKey: TEST_PAYLOAD_KEY });
  connection = await NativeConnection.connect({ address });
});
afterAll(async () => {
  await engine.close();
  await connection.close();
});

/** The database, played: it takes every transition and knows nothing of calendars. */
class PlayedDatabase {
  readonly asked: string[] = [];

  readonly activities = {
    recordTransition: (_transition: Transition): Promise<TransitionReply> =>
      Promise.resolve({ outcome: 'WRITTEN', certificateNumber: null }),
    readCase: (_caseId: string, knownCalendar: string): Promise<WrittenCase | null> => {
      this.asked.push(knownCalendar);
      return Promise.resolve(null);
    },
    sendMessage: () => Promise.resolve(),
  };
}

function input() {
  const clock: BusinessClock = { businessEpochMs: OPENED, realEpochMs: Date.now(), speed: 1 };
  return {
    caseId: CASE,
    unit: UNIT,
    facts: FACTS,
    law: LAW,
    clock,
    receivedAt: OPENED,
    actor: actorIn('ONE_STOP_OFFICER'),
    accepted: true,
  };
}

/** Friday 22 September 2023 is off in the calendar that replaces the pinned one. */
const REPLACE = recalculate(calendarOf(NEXT, ['2023-09-22']), LAW.calendar.version);

/** Pause and resume with heavy codes until the case goes on in a run of its own. */
async function wearOut(handle: WorkflowHandle, firstRun: string): Promise<void> {
  const officer = actorIn('LLTP_OFFICER');
  const desk = actorIn('ONE_STOP_OFFICER');
  for (let round = 0; round < 4; round += 1) {
    for (const [name, actor] of [
      ['requestSupplement', officer],
      ['receiveSupplement', desk],
    ] as const) {
      const command = commandOf(name, actor, { weight: WEIGHT });
      await handle.executeUpdate(act, { args: [command], updateId: `${name}/${round}` });
    }
    if ((await handle.describe()).runId !== firstRun) return;
  }
  await until(async () => (await handle.describe()).runId !== firstRun);
}

test('a case that goes on in a new run keeps the calendar that replaced the one of its input', async () => {
  const database = new PlayedDatabase();
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: CASES_QUEUE,
    dataConverter: dataConverterOf(TEST_PAYLOAD_KEY),
    workflowBundle: await testBundle(),
    activities: database.activities,
  });
  await worker.runUntil(async () => {
    const started = await engine.client.workflow.start('application', {
      taskQueue: CASES_QUEUE,
      workflowId: CASE,
      args: [input()],
    });
    const handle = engine.client.workflow.getHandle(CASE);
    await handle.executeUpdate(act, { args: [REPLACE], updateId: 'recalculate' });
    await wearOut(handle, started.firstExecutionRunId);
    // What the new run asks the database by, and what it judges by: both are the carried calendar.
    expect(await until(() => database.asked.at(0))).toBe(NEXT);
    const codes = { regime: 'SIMPLE', grounds: [] };
    const command = commandOf('classify', actorIn('LLTP_OFFICER'), codes);
    await handle.executeUpdate(act, { args: [command], updateId: 'classify' });
    const state: CaseBase = await handle.query(readState);
    const asked = state.clocks.find(({ name }) => name.startsWith('verification:'));
    // Five working days from Monday the 18th, the Friday off: Tuesday the 26th.
    expect(asked?.dueAt).toBe(endOfDay('2023-09-26'));
    expect(state.calendarVersion).toBe(NEXT);
    await handle.terminate();
  });
}, 60_000);
