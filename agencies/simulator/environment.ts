import type { JWK } from 'jose';
import * as z from 'zod';
import { PublicJwk } from '../../domain/agencyMessage.ts';
import { parseBusinessClock } from '../../domain/clock/businessClock.ts';
import { findOfficeKey } from '../officeKey.ts';
import { type AgencyKind, byKind } from './reference.ts';
import { Mode } from './settings.ts';
import type { SimulatorOptions } from './simulator.ts';

const Environment = z.object({
  AGENCIES_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  /** Where answers are sent, without trailing slash. */
  API_URL: z.url().default('http://127.0.0.1:4000'),
  DATA_DIR: z.string().min(1).default('.data'),
  BUSINESS_CLOCK: z.string().optional(),
  /** Real seconds until a unit speaks, or `drawn`: in office hours, from a distribution. */
  AGENCY_DELAY_SECONDS: z.union([z.literal('drawn'), z.coerce.number().min(0)]).default(20),
  /** Public key of the asking office as JWK text; without it, those the office leaves in DATA_DIR. */
  OFFICE_PUBLIC_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const DEFAULT_MODE: Partial<Record<AgencyKind, z.infer<typeof Mode>>> = { POST: 'automatic' };

/** The simulator's options from the environment of its process. Throws when that is not usable. */
export function readEnvironment(environment: NodeJS.ProcessEnv): SimulatorOptions {
  const result = Environment.safeParse(environment);
  if (!result.success) {
    throw new Error(`The environment is not usable:\n${z.prettifyError(result.error)}`);
  }
  const given = result.data;
  const delay = given.AGENCY_DELAY_SECONDS;
  return {
    port: given.AGENCIES_PORT,
    host: given.HOST,
    apiUrl: given.API_URL,
    dataDir: given.DATA_DIR,
    clock: parseBusinessClock(given.BUSINESS_CLOCK),
    modes: byKind((kind) => modeOf(kind, environment)),
    delay: delay === 'drawn' ? delay : { realMs: delay * 1000 },
    officeKeyOf: officeKeyOf(given.DATA_DIR, given.OFFICE_PUBLIC_KEY),
    logger: { level: given.LOG_LEVEL },
  };
}

/** `AGENCY_MODE_<kind>`: people answer for the units of a kind at our desks, or they do it themselves. */
function modeOf(kind: AgencyKind, environment: NodeJS.ProcessEnv): z.infer<typeof Mode> {
  const given = Mode.safeParse(
    environment[`AGENCY_MODE_${kind}`] ?? DEFAULT_MODE[kind] ?? 'manual',
  );
  if (!given.success) throw new Error(`AGENCY_MODE_${kind} is neither automatic nor manual`);
  return given.data;
}

function officeKeyOf(dataDir: string, text: string | undefined): SimulatorOptions['officeKeyOf'] {
  const given: JWK | null = text ? PublicJwk.parse(JSON.parse(text)) : null;
  // Read each time: the office makes its keys at its own first start and adds to them later.
  return (kid) => (kid.startsWith('lltp:') ? (given ?? findOfficeKey(dataDir, kid)) : null);
}
