import { createServer } from 'node:http';
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createAgencyActivities } from '../activities/agencyActivities.ts';
import { createBreaker } from '../agencies/breaker.ts';
import { createAgencyClients } from '../agencies/client.ts';
import { keyRing } from '../agencies/keyRing.ts';
import { OfficeKey } from '../agencies/officeKey.ts';
import { readConfig } from '../config.ts';
import { openPool } from '../db/pool.ts';
import { findUnitKey } from '../db/read/unitKeys.ts';
import { businessTime } from '../domain/clock/businessClock.ts';
import { isoOf } from '../domain/instant.ts';
import { connectEngine } from '../engine/connect.ts';
import { createLog } from '../logging.ts';
import { openPrintRoom } from '../print/printRoom.ts';
import { loadWorkflowBundle } from './bundle.ts';
import { runCoverKeeper } from './coverKeeper.ts';
import { watchForEndlessCode } from './endlessWatch.ts';
import { runHeartbeat } from './heartbeat.ts';
import { NIGHTLY_JOBS, runNightly } from './nightly.ts';
import { runQualityKeeper } from './qualityKeeper.ts';
import { runReconciler } from './reconciler.ts';
import { runKeyShow } from './keyShow.ts';
import { runRelay } from './relay.ts';
import { runResender } from './resender.ts';
import { createWorkers } from './worker.ts';

const AGENCY_TIMEOUT_MS = 1_200;

// Workflows must not depend on the machine's zone; neither may anything beside them.
process.env['TZ'] = 'UTC';
const config = readConfig();
const log = createLog('worker', config.LOG_LEVEL);
Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
    const { error, ...rest } = meta ?? {};
    log[level === 'ERROR' ? 'error' : 'warn']({ ...rest, err: error }, message);
  }),
});

watchForEndlessCode({
  dataDir: config.DATA_DIR,
  stalled: () => {
    log.fatal('workflow code did not return; this process ends, the next one fails its task alone');
    process.exit(1);
  },
});

const pool = await openPool(config.DATABASE_URL, { login: 'lltp_worker' });
const engine = connectEngine({
  address: config.TEMPORAL_ADDRESS,
  namespace: config.TEMPORAL_NAMESPACE,
  payloadKey: config.PAYLOAD_KEY,
});
const officeKey = OfficeKey.load({ dataDir: config.DATA_DIR, jwkText: config.OFFICE_KEY });
const agencies = createAgencyClients({
  baseUrl: config.AGENCIES_URL,
  sign: (typ, message) => officeKey.sign(typ, message),
  keyOf: keyRing((kid) =>
    findUnitKey(pool, kid, isoOf(businessTime(config.businessClock, Date.now()))),
  ),
  timeoutMs: AGENCY_TIMEOUT_MS,
});
const agencyDeps = { pool, clock: config.businessClock, agencies, breaker: createBreaker() };
const printRoom = openPrintRoom();
const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const workers = await createWorkers({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  payloadKey: config.PAYLOAD_KEY,
  workflowBundle: await loadWorkflowBundle(join(config.DATA_DIR, 'bundles')),
  pool,
  cases: {
    pool,
    render: printRoom.render,
    publicUrl: config.PUBLIC_URL,
    demonstration: config.DEMONSTRATION,
  },
  agencies: agencyDeps,
});

const health = createServer((_request, response) => {
  const states = workers.map((worker) => worker.getState());
  const ready = states.every((state) => state === 'RUNNING');
  response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ready, states }));
});
health.listen(config.WORKER_PORT, config.HOST);

const stopping = new AbortController();
const watched = { pool, client: engine.client, log };
const relay = runRelay(watched, stopping.signal);
const reconciler = runReconciler(watched, stopping.signal);
const beating = { pool, clock: config.businessClock, engineServes: engine.serves, log };
const heartbeat = runHeartbeat(beating, stopping.signal);
const checks = { pool, clock: config.businessClock, log };
const nightly = runNightly(checks, NIGHTLY_JOBS, stopping.signal);
const coverKeeper = runCoverKeeper(checks, stopping.signal);
const quality = runQualityKeeper(checks, stopping.signal);
const { sendMessage } = createAgencyActivities(agencyDeps);
const resender = runResender({ pool, sendMessage, log }, stopping.signal);
const keyShow = runKeyShow({ pool, officeKey, log }, stopping.signal);
log.info('worker runs');
try {
  // Workers shut down by themselves on SIGINT and SIGTERM.
  await Promise.all(workers.map((worker) => worker.run()));
} finally {
  stopping.abort();
  health.close();
  await Promise.all([
    relay,
    reconciler,
    heartbeat,
    nightly,
    coverKeeper,
    quality,
    resender,
    keyShow,
  ]);
  await printRoom.close();
  await engine.close();
  await connection.close();
  await pool.end();
}
