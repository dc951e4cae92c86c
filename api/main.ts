import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { OfficeKey } from '../agencies/officeKey.ts';
import { createLog } from '../logging.ts';
import { openPool } from '../db/pool.ts';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import { connectEngine } from '../engine/connect.ts';
import { buildApp } from './app.ts';
import { Changes } from './changes.ts';
import { runHeartbeat } from './heartbeat.ts';
import { LawBook } from './lawBook.ts';
import { PlaceBook } from './placeBook.ts';

process.env['TZ'] = 'UTC';
const config = readConfig();
const log = createLog('api', config.LOG_LEVEL);
const pool = await openPool(config.DATABASE_URL, { login: 'lltp_api' });
const engine = connectEngine({
  address: config.TEMPORAL_ADDRESS,
  namespace: config.TEMPORAL_NAMESPACE,
  payloadKey: config.PAYLOAD_KEY,
});
const changes = new Changes(config.DATABASE_URL);
await changes.listen();

const app = await buildApp(
  {
    pool,
    client: engine.client,
    engineServes: engine.serves,
    clock: config.businessClock,
    changes,
    laws: new LawBook(pool),
    places: new PlaceBook(pool),
    officeKey: OfficeKey.load({ dataDir: config.DATA_DIR, jwkText: config.OFFICE_KEY }),
    publicUrl: config.PUBLIC_URL,
    demonstration: config.DEMONSTRATION,
    demoPassword: config.DEMONSTRATION ? DEMO_PASSWORD : null,
    rateLimit: config.RATE_LIMIT,
    signInLimit: config.SIGN_IN_LIMIT,
    log,
    webRoot: join(import.meta.dirname, '..', 'web', 'dist'),
  },
  {
    // Derived, so that the house keeps one secret and not two.
    sessionSecret: createHmac('sha256', config.PAYLOAD_KEY).update('sessions').digest('base64'),
    secureCookie: config.PUBLIC_URL.startsWith('https://'),
    trustedProxies: config.TRUSTED_PROXIES,
  },
);

const stopping = new AbortController();
const heartbeat = runHeartbeat({ pool, clock: config.businessClock, log }, stopping.signal);

async function stop(): Promise<void> {
  stopping.abort();
  await app.close();
  await heartbeat;
  await changes.close();
  await engine.close();
  await pool.end();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
await app.listen({ host: config.HOST, port: config.PORT });
