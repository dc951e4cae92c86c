import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import { dataConverterOf } from '../../engine/connect.ts';
import { historyOf } from './histories.ts';
import { TEST_PAYLOAD_KEY, testBundle } from './office.ts';

const FOLDER = join(import.meta.dirname, '..', 'histories');

/** Names of the recorded histories. */
export const FILES = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).toSorted();

/** Let only errors of the SDK be heard: a replay that fails on purpose complains at length. */
export function hushRuntime(): void {
  const filter = makeTelemetryFilterString({ core: 'ERROR' });
  const logger = new DefaultLogger('ERROR', () => undefined);
  Runtime.install({ logger, telemetryOptions: { logging: { filter } } });
}

/** Live all recorded histories again by a bundle; gives the files that failed and how many were lived. */
export async function replayAll(workflowBundle: WorkflowBundle) {
  const recorded = await Promise.all(
    FILES.map(async (file) => ({
      workflowId: file,
      history: historyOf(await readFile(join(FOLDER, file), 'utf8')),
    })),
  );
  const dataConverter = dataConverterOf(TEST_PAYLOAD_KEY);
  const failed: string[] = [];
  let lived = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle, dataConverter },
    recorded,
  )) {
    lived += 1;
    if (error !== undefined) failed.push(workflowId);
  }
  return { failed: failed.toSorted(), lived };
}

// As a process of its own: the time zone of a process is set when it starts.
if (import.meta.main) {
  hushRuntime();
  const offset = new Date('2023-09-18').getTimezoneOffset();
  console.log(JSON.stringify({ offset, ...(await replayAll(await testBundle())) }));
}
