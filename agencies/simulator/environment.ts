import type { JWK } from 'jose';
import * as z from 'zod';
import { PublicJwk } from '../../domain/agencyMessage.ts';
import { parseBusinessClock } from '../../domain/clock/businessClock.ts';
import { findOfficeKey } from '../officeKey.ts';
import { Mode } from './settings.ts';
import type { SimulatorOptions } from './simulator.ts';

const Environment = z.object({
  AGENCIES_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  HOST: z.string().default('127.0.0.1'),
  /** Where answers are sent, without trailing slash. */
  API_URL: z.url().default('http://127.0.0.1:4000'),
  DATA_DIR: z.string().min(1).default('.data'),
  BUSINESS_CLOCK: z.string().optional(),
  AGENCY_MODE_POLICE: Mode.default('manual'),
  AGENCY_MODE_COURT: Mode.default('manual'),
  AGENCY_MODE_POST: Mode.default('automatic'),
  /** Real seconds until a unit speaks, or `drawn`: in office hours, from a distribution. */
  AGENCY_DELAY_SECONDS: z.union([z.literal('drawn'), z.coerce.number().min(0)]).default(20),
  /** Public key of the asking office as JWK text; without it, those the office leaves in DATA_DIR. */
  OFFICE_PUBLIC_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

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
    modes: {
      POLICE: given.AGENCY_MODE_POLICE,
      COURT: given.AGENCY_MODE_COURT,
      POST: given.AGENCY_MODE_POST,
    },
    delay: delay === 'drawn' ? delay : { realMs: delay * 1000 },
    officeKeyOf: officeKeyOf(given.DATA_DIR, given.OFFICE_PUBLIC_KEY),
    logger: { level: given.LOG_LEVEL },
  };
}

function officeKeyOf(dataDir: string, text: string | undefined): SimulatorOptions['officeKeyOf'] {
  const given: JWK | null = text ? PublicJwk.parse(JSON.parse(text)) : null;
  // Read each time: the office makes its keys at its own first start and adds to them later.
  return (kid) => (kid.startsWith('lltp:') ? (given ?? findOfficeKey(dataDir, kid)) : null);
}
