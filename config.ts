import * as z from 'zod';
import { parseBusinessClock } from './domain/clock/businessClock.ts';

const ProxyAddress = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'is no address and no CIDR range',
});

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const Environment = z.object({
  /** Each process logs in as itself: `lltp_api`, `lltp_worker`; set-up as the owner. */
  DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** 32 bytes, base64: encrypts what is left in Temporal payloads. */
  PAYLOAD_KEY: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** Base address of the agencies (in demonstrations the simulators), without trailing slash. */
  AGENCIES_URL: z.url().default('http://127.0.0.1:4100'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  /** Public address printed in QR codes and receipts, without trailing slash. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:4000'),
  /** Where the worker serves /healthz. */
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(4200),
  /** Folder for keys and bundles that processes of one house share. */
  DATA_DIR: z.string().default('.data'),
  /** Private key (JWK text) that signs our messages to agencies; made in DATA_DIR when absent. */
  OFFICE_KEY: z.string().optional(),
  DEMONSTRATION: z.stringbool().default(false),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Requests per minute and address. */
  RATE_LIMIT: z.coerce.number().int().positive().default(1200),
  /** Attempts to sign in per minute and address; only load runs have a reason to raise it. */
  SIGN_IN_LIMIT: z.coerce.number().int().positive().default(60),
  /**
   * Proxies in front of the API, addresses or CIDR ranges with commas between; only what they say of
   * a request's own address is believed. Empty: nobody is, everybody counts by the connection.
   */
  TRUSTED_PROXIES: z.string().default('').transform(listed).pipe(z.array(ProxyAddress)),
  BUSINESS_CLOCK: z.string().optional(),
});

/** The environment of a process, parsed once and read by `main.ts` files only. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env) {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new Error(`The environment is not usable:\n${z.prettifyError(parsed.error)}`);
  }
  const { BUSINESS_CLOCK, ...rest } = parsed.data;
  return { ...rest, businessClock: parseBusinessClock(BUSINESS_CLOCK) };
}
