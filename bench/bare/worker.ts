import { createServer } from 'node:http';
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readConfig } from '../../config.ts';
import { dataConverterOf } from '../../engine/connect.ts';
import { bundleOf } from '../../workers/bundle.ts';
import { watchForEndlessCode } from '../../workers/endlessWatch.ts';
import { BARE_QUEUE } from './messages.ts';
import { nothingActivities } from './nothing.ts';

/** The bare twin's worker: a process of its own with the switches of `workers/worker.ts`. */
process.env['TZ'] = 'UTC';
const config = readConfig();
Runtime.install({ logger: new DefaultLogger('ERROR') });
watchForEndlessCode({ dataDir: config.DATA_DIR, stalled: () => process.exit(1) });
const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const worker = await Worker.create({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  dataConverter: dataConverterOf(config.PAYLOAD_KEY),
  taskQueue: BARE_QUEUE,
  workflowBundle: await bundleOf(join(import.meta.dirname, 'bareCase.ts')),
  activities: nothingActivities,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 20,
  maxCachedWorkflows: 1_000,
  shutdownGraceTime: '1 second',
});
const health = createServer((_request, response) => {
  response.writeHead(worker.getState() === 'RUNNING' ? 200 : 503).end();
});
health.listen(config.WORKER_PORT, '127.0.0.1');
try {
  await worker.run();
} finally {
  health.close();
  await connection.close();
}
