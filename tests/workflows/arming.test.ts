import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import type { BusinessClock } from '../../domain/clock/businessClock.ts';
import { connectEngine, dataConverterOf } from '../../engine/connect.ts';
import { CASES_QUEUE, readState } from '../../workflows/messages.ts';
import { actorIn, FACTS, LAW, opened, OPENED, UNIT } from '../support/cases.ts';
import { newNamespace } from '../support/namespaces.ts';
import { hushRuntime } from '../support/replay.ts';
import { TEST_PAYLOAD_KEY, testBundle } from '../support/office.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
const CASE = 'HN-P-2023-000001';

let folder: string;
let engine: ReturnType<typeof connectEngine>;
let connection: NativeConnection;
let namespace: string;
beforeAll(async () => {
  hushRuntime();
  folder = await mkdtemp(join(tmpdir(), 'lltp-arming-'));
  const bare = connectEngine({ address, namespace: 'default', payloadKey: TEST_PAYLOAD_KEY });
  namespace = await newNamespace(bare.connection);
  await bare.close();
  engine = connectEngine({ address, namespace, payloadKey: TEST_PAYLOAD_KEY });
  connection = await NativeConnection.connect({ address });
});
afterAll(async () => {
  await engine.close();
  await connection.close();
  await rm(folder, { recursive: true, force: true });
});

/** The workflow code compiled from a copy in which one call is gone. */
async function bundleWithout(call: string): Promise<WorkflowBundle> {
  for (const room of ['workflows', 'domain', 'engine']) {
    await cp(join(ROOT, room), join(folder, room), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'workflows', 'caseLife.ts');
  const code = await readFile(file, 'utf8');
  expect(code).toContain(call);
  await writeFile(file, code.replace(call, ''));
  return bundleWorkflowCode({
    workflowsPath: join(folder, 'workflows', 'index.ts'),
    failureConverterPath: join(folder, 'engine', 'failureConverter.ts'),
    logger: new DefaultLogger('ERROR', () => undefined),
  });
}

/** Timers that a case has armed once it is opened, in seconds; the database is played. */
async function timersOfOpenedCase(workflowBundle: WorkflowBundle, run: string): Promise<number[]> {
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: `${CASES_QUEUE}-${run}`,
    dataConverter: dataConverterOf(TEST_PAYLOAD_KEY),
    workflowBundle,
    activities: {
      recordTransition: () => Promise.resolve({ outcome: 'WRITTEN', certificateNumber: null }),
    },
  });
  return worker.runUntil(async () => {
    const clock: BusinessClock = { businessEpochMs: OPENED, realEpochMs: Date.now(), speed: 1 };
    const input = {
      caseId: CASE,
      unit: UNIT,
      facts: FACTS,
      law: LAW,
      clock,
      receivedAt: OPENED,
      actor: actorIn('ONE_STOP_OFFICER'),
      accepted: true,
    };
    const handle = await engine.client.workflow.start('application', {
      taskQueue: `${CASES_QUEUE}-${run}`,
      workflowId: `${CASE}-${run}`,
      args: [input],
    });
    // Answered only after the task that opened the case.
    await handle.query(readState);
    const { events } = await handle.fetchHistory();
    await handle.terminate();
    return (events ?? []).flatMap(({ timerStartedEventAttributes: timer }) =>
      timer == null ? [] : [Number(timer.startToFireTimeout?.seconds)],
    );
  });
}

test('an opened case has armed one timer, for its first rung', async () => {
  const first = opened().clocks[0]?.rungs?.[0]?.at ?? 0;
  const timers = await timersOfOpenedCase(await testBundle(), 'whole');
  expect(timers).toHaveLength(1);
  expect(Math.abs((timers[0] ?? 0) - (first - OPENED) / 1000)).toBeLessThan(60);
});

test('without the call that arms it there is none: the test above would fail', async () => {
  const silent = await bundleWithout('this.#alarm.setFor(wake)');
  expect(await timersOfOpenedCase(silent, 'silent')).toEqual([]);
});
