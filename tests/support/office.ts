import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { FastifyInstance } from 'fastify';
import type { DatabasePool } from 'slonik';
import { createAgencyActivities } from '../../activities/agencyActivities.ts';
import { createBreaker } from '../../agencies/breaker.ts';
import { OfficeKey } from '../../agencies/officeKey.ts';
import type { AgencyClients } from '../../agencies/client.ts';
import { buildApp } from '../../api/app.ts';
import { Changes } from '../../api/changes.ts';
import { LawBook } from '../../api/lawBook.ts';
import { PlaceBook } from '../../api/placeBook.ts';
import { openPool } from '../../db/pool.ts';
import type { BusinessClock } from '../../domain/clock/businessClock.ts';
import { DEMO_PASSWORD } from '../../domain/demonstration.ts';
import { connectEngine } from '../../engine/connect.ts';
import { createLog } from '../../logging.ts';
import { loadWorkflowBundle } from '../../workers/bundle.ts';
import { runCoverKeeper } from '../../workers/coverKeeper.ts';
import { runQualityKeeper } from '../../workers/qualityKeeper.ts';
import { runResender } from '../../workers/resender.ts';
import { runRelay } from '../../workers/relay.ts';
import { renderCertificate } from '../../print/certificate.ts';
import { createWorkers } from '../../workers/worker.ts';
import { cloneDatabase } from './databases.ts';
import { fakeAgencies } from './fakeAgencies.ts';
import { newNamespace } from './namespaces.ts';
import { Person } from './person.ts';

type Log = ReturnType<typeof createLog>;

/** Encrypts what tests leave in Temporal, and the recorded histories: known to everybody. */
export const TEST_PAYLOAD_KEY = Buffer.alloc(32, 7).toString('base64');
/** Workflow code is compiled once per change of its sources, for all test files of all runs. */
const BUNDLES = join(tmpdir(), 'lltp-test-bundles');
/** Attempts per minute and address; a person of a test has an address of their own. */
export const SIGN_INS_PER_MINUTE = 10;
/** Monday 18 September 2023, 9:00 in Viet Nam. */
export const MONDAY = Date.parse('2023-09-18T09:00:00+07:00');

export interface OfficeOptions {
  /** Business milliseconds per real millisecond; 1 when nothing is waited for. */
  speed?: number;
  /** Business instant at which the office opens. */
  from?: number;
  /** Requests per minute and address. */
  rateLimit?: number;
  /** Folder of the built pages; none are served without. */
  webRoot?: string;
  /** Whose X-Forwarded-For is believed; nobody's without. */
  trustedProxies?: readonly string[];
  /** Clients of agencies other than the stand-ins; they get the office's own pool of the workers. */
  agencyClients?: (pool: DatabasePool) => AgencyClients;
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

export function testBundle() {
  return loadWorkflowBundle(BUNDLES);
}

/**
 * The real system in this process, on the run's servers but alone there: its own database, its own
 * Temporal namespace, workers, relay and API; only the agencies are stand-ins. Close it in `afterAll`.
 */
export async function openOffice(options: OfficeOptions = {}) {
  const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
  const clock = clockOf(options);
  const logs: string[] = [];
  const log = createLog('office', 'debug', { write: (line: string) => void logs.push(line) });
  captureWorkerLogs(log);
  const folder = await mkdtemp(join(tmpdir(), 'lltp-office-'));
  const database = await cloneDatabase();
  const [owner, workerPool, apiPool] = await Promise.all([
    openPool(database.url, { size: 4 }),
    openPool(database.as('lltp_worker'), { size: 10 }),
    openPool(database.as('lltp_api'), { size: 10 }),
  ]);
  const bare = connectEngine({ address, namespace: 'default', payloadKey: TEST_PAYLOAD_KEY });
  const namespace = await newNamespace(bare.connection);
  await bare.close();
  const engine = connectEngine({ address, namespace, payloadKey: TEST_PAYLOAD_KEY });
  const agencies = fakeAgencies();
  const clients = options.agencyClients?.(workerPool) ?? agencies.clients;
  const plan = { address, namespace, pool: workerPool, clock, clients };
  let staff = await startWorkers(plan);
  const changes = new Changes(database.as('lltp_api'));
  await changes.listen();
  const app = await buildApp(
    {
      pool: apiPool,
      client: engine.client,
      engineServes: engine.serves,
      clock,
      changes,
      laws: new LawBook(apiPool),
      places: new PlaceBook(apiPool),
      officeKey: OfficeKey.load({ dataDir: folder }),
      publicUrl: 'https://lltp.example',
      demonstration: true,
      demoPassword: DEMO_PASSWORD,
      rateLimit: options.rateLimit ?? 100_000,
      signInLimit: SIGN_INS_PER_MINUTE,
      log,
      webRoot: options.webRoot ?? null,
    },
    {
      sessionSecret: TEST_PAYLOAD_KEY,
      secureCookie: false,
      trustedProxies: options.trustedProxies ?? [],
    },
  );
  await app.ready();
  const stopping = new AbortController();
  const relay = runRelay({ pool: workerPool, client: engine.client, log }, stopping.signal);
  const { sendMessage } = createAgencyActivities({
    pool: workerPool,
    clock,
    agencies: clients,
    breaker: createBreaker(),
  });
  const resender = runResender({ pool: workerPool, sendMessage, log }, stopping.signal);
  const keeping = { pool: workerPool, clock, log };
  const keepers = [
    runCoverKeeper(keeping, stopping.signal),
    runQualityKeeper(keeping, stopping.signal),
  ];
  const people = peopleOf(app);

  return {
    app,
    /** The owner's pool: may do everything, for arranging and for looking. */
    db: owner,
    databaseUrl: database.url,
    client: engine.client,
    namespace,
    clock,
    agencies,
    /** What API, relay and workers logged, one line each. */
    logs,
    as: people.as,
    /** Stop the workers, let something happen or time pass, and start them anew. */
    async withoutWorkers(meanwhile: () => Promise<unknown>): Promise<void> {
      await staff.stop();
      await meanwhile();
      staff = await startWorkers(plan);
    },
    signIn: people.signIn,
    async close(): Promise<void> {
      stopping.abort();
      await app.close();
      await changes.close();
      await Promise.all([relay, resender, ...keepers]);
      await staff.stop();
      await engine.close();
      await Promise.all([owner.end(), workerPool.end(), apiPool.end()]);
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function clockOf({ speed = 1, from = MONDAY }: OfficeOptions): BusinessClock {
  return { businessEpochMs: from, realEpochMs: Date.now(), speed };
}

function peopleOf(app: FastifyInstance) {
  const known = new Map<string, Promise<Person>>();
  const signIn = (username: string): Promise<Person> => Person.signIn(app, username, DEMO_PASSWORD);
  return {
    /** The person of a user name, signed in once and kept. */
    as: (username: string): Promise<Person> => {
      const person = known.get(username) ?? signIn(username);
      known.set(username, person);
      return person;
    },
    signIn,
  };
}

interface StaffPlan {
  address: string;
  namespace: string;
  pool: Awaited<ReturnType<typeof openPool>>;
  clock: BusinessClock;
  clients: AgencyClients;
}

/** The workers of a process, as `workers/main.ts` makes them. */
async function startWorkers({ address, namespace, pool, clock, clients }: StaffPlan) {
  const connection = await NativeConnection.connect({ address });
  const workers = await createWorkers({
    connection,
    namespace,
    payloadKey: TEST_PAYLOAD_KEY,
    workflowBundle: await testBundle(),
    pool,
    cases: {
      pool,
      render: renderCertificate,
      publicUrl: 'https://lltp.example',
      demonstration: true,
    },
    agencies: { pool, clock, agencies: clients, breaker: createBreaker() },
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    async stop(): Promise<void> {
      for (const worker of workers) worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

let sink: Log | null = null;

/** The SDK has one logger per process; it writes to the log of the office opened last. */
function captureWorkerLogs(log: Log): void {
  const first = sink === null;
  sink = log;
  if (!first) return;
  const logger = new DefaultLogger('INFO', ({ level, message, meta }) => {
    sink?.[level === 'ERROR' ? 'error' : 'warn'](meta ?? {}, message);
  });
  Runtime.install({ logger });
}
