import { join } from 'node:path';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { JWK } from 'jose';
import * as z from 'zod';
import type { BusinessClock } from '../../domain/clock/businessClock.ts';
import { SignatureRefused } from '../signing.ts';
import { agencyRoutes } from './agencyRoutes.ts';
import { controlRoutes } from './controlRoutes.ts';
import { createTimetable } from './delay.ts';
import { Desks } from './desks.ts';
import { Ledger } from './ledger.ts';
import { Outbox } from './outbox.ts';
import { Problem, PROBLEMS } from './problem.ts';
import { type AgencyKind, agencyCalendars, byKind, simulatedUnits } from './reference.ts';
import { type Delay, type Mode, NO_FAULTS } from './settings.ts';
import { UnitKeys } from './unitKeys.ts';

export interface SimulatorOptions {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Address of our API, which answers and scans are sent to; without trailing slash. */
  apiUrl: string;
  /** Where keys and the journal are kept. */
  dataDir: string;
  clock: BusinessClock;
  modes: Readonly<Record<AgencyKind, z.infer<typeof Mode>>>;
  delay: Delay;
  /** Public key of the asking office, by its `kid` (`lltp:<unit>`). */
  officeKeyOf: (kid: string) => JWK | null;
  logger: FastifyServerOptions['logger'];
  /** Real milliseconds between attempts to reach our API: the first pause and the longest. */
  retry?: { firstMs: number; capMs: number };
}

export interface Simulator {
  url: string;
  /** Stop; what is not said or not delivered is carried on with at the next start. */
  close: () => Promise<void>;
}

const RETRY = { firstMs: 250, capMs: 30_000 };

/** Start all simulated agencies as one HTTP server. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { dataDir, clock, delay, modes } = options;
  const units = simulatedUnits();
  const codes = units.map(({ code }) => code);
  const keys = new UnitKeys(join(dataDir, 'agency-keys.json'), codes);
  const ledger = new Ledger(join(dataDir, 'agencies.journal.jsonl'));
  const timetable = createTimetable(clock, agencyCalendars());
  const defaults = byKind((kind) => ({
    mode: modes[kind],
    delay,
    outage: false,
    faults: NO_FAULTS,
    nextOutcome: null,
  }));
  const desks = new Desks({ clock, units, defaults, ledger, timetable });
  const app = build(options, desks, keys);
  const outbox = new Outbox(ledger, keys, {
    apiUrl: options.apiUrl,
    retry: options.retry ?? RETRY,
    outForMs: (unit) => desks.outForMs(unit),
    reorders: (unit) => desks.reorders(unit),
    log: app.log,
  });
  const url = await app.listen({ port: options.port, host: options.host });
  desks.start(outbox);
  return {
    url,
    async close() {
      await app.close();
      desks.stop();
      await outbox.close();
      ledger.close();
    },
  };
}

function build(
  { officeKeyOf, logger }: SimulatorOptions,
  desks: Desks,
  keys: UnitKeys,
): FastifyInstance {
  const app = Fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
  });
  app.addContentTypeParser('application/jose', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.get('/healthz', () => ({ status: 'ok' }));
  app.register(agencyRoutes, { desks, keys, officeKeyOf });
  app.register(controlRoutes, { desks, keys });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, code } = problemOf(error);
    if (status === 500) request.log.error({ error }, 'fault');
    // Paths of fields only: the values are somebody's data.
    const fields =
      error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')) : [];
    const problem = { type: 'about:blank', title: code, status, code, fields };
    return reply.code(status).type('application/problem+json').send(JSON.stringify(problem));
  });
  return app;
}

function problemOf(error: FastifyError): { status: number; code: string } {
  if (error instanceof Problem) return { status: PROBLEMS[error.code], code: error.code };
  if (error instanceof SignatureRefused) return { status: 401, code: error.code };
  if (error instanceof z.ZodError) return { status: 400, code: 'INVALID_MESSAGE' };
  const status = error.statusCode ?? 500;
  return status < 500 ? { status, code: 'INVALID_MESSAGE' } : { status: 500, code: 'FAULT' };
}
