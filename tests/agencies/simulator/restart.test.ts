import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createAgencyClients, fetchAgencyKeys } from '../../../agencies/client.ts';
import { OfficeKey } from '../../../agencies/officeKey.ts';
import { aRequest, requestNumber } from '../samples.ts';
import { inTown, openDoor, until } from '../standIn.ts';

test('after a restart planned answers stand as they were, and acknowledgements too', async () => {
  await inTown(async (town) => {
    await town.control('PUT', 'units/PV06-40', { delayMs: 3_600_000 });
    const acknowledged = await town.client().sendVerification(aRequest());
    const before = await town.control('GET', town.subject(aRequest().requestId));
    expect(before).toMatchObject({ said: [], toSay: ['NO_RECORD'], nextAt: expect.any(String) });
    await town.stop();
    await town.start();
    expect(await town.control('GET', town.subject(aRequest().requestId))).toEqual(before);
    expect(await town.client().sendVerification(aRequest())).toEqual(acknowledged);
  });
});

test('an answer whose time came while the agency was away is given after the restart, once', async () => {
  await inTown(async (town) => {
    await town.control('PUT', 'units/PV06-40', { delayMs: 300 });
    await town.client().sendVerification(aRequest());
    await town.stop();
    await town.start();
    await until(async () => (await town.control('GET', 'state')).units[0].accepted === 1);
    await town.stop();
    await town.start();
    const state = await town.control('GET', 'state');
    expect(state).toMatchObject({ underWay: 0, requests: [{ said: ['NO_RECORD'], toSay: [] }] });
    expect(town.arrivals).toHaveLength(1);
  });
});

test('what was said but not delivered is delivered after a restart', async () => {
  await inTown(async (town) => {
    Object.assign(town.door, { status: 503 });
    await town.client().sendVerification(aRequest());
    await until(() => town.door.calls > 0);
    await town.stop();
    Object.assign(town.door, { status: 202 });
    await town.start();
    await until(() => town.arrivals.length === 1);
    expect(town.arrivals).toMatchObject([{ message: { outcome: 'NO_RECORD', sequence: 1 } }]);
  });
});

test('settings and message counting survive a restart', async () => {
  await inTown(async (town) => {
    await town.control('PUT', 'units/PV06-40', { faults: { slowMs: 7 } });
    await town.client().sendVerification(requestNumber(1));
    await until(() => town.arrivals.length === 1);
    await town.stop();
    await town.start();
    const { units } = await town.control('GET', 'state?unit=PV06-40');
    expect(units[0]).toMatchObject({ received: 1, settings: { faults: { slowMs: 7 } } });
    await town.client().sendVerification(requestNumber(2));
    await until(() => town.arrivals.length === 2);
    expect(town.arrivals[1]).toMatchObject({ message: { sequence: 2 } });
  });
});

test('half a journal line, as a kill leaves it, is dropped', async () => {
  await inTown(async (town) => {
    await town.client().sendVerification(requestNumber(1));
    await until(() => town.arrivals.length === 1);
    await town.stop();
    await appendFile(join(town.dataDir, 'agencies.journal.jsonl'), '{"t":"received","rec');
    await town.start();
    await town.client().sendVerification(requestNumber(2));
    await town.stop();
    await town.start();
    expect((await town.control('GET', 'state')).requests).toHaveLength(2);
  });
});

test('neither journal nor state names the person asked about', async () => {
  await inTown(async (town) => {
    await town.client().sendVerification(aRequest());
    await until(() => town.arrivals.length === 1);
    const file = join(town.dataDir, 'agencies.journal.jsonl');
    const seen = `${await readFile(file, 'utf8')}${JSON.stringify(await town.control('GET', 'state'))}`;
    expect(seen).toContain(aRequest().requestId);
    for (const secret of ['Thử Nghiệm', '040175000001', 'Văn Mẫu']) {
      expect(seen).not.toContain(secret);
    }
    expect((await stat(join(town.dataDir, 'agency-keys.json'))).mode & 0o777).toBe(0o600);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

test('a killed process carries on with what it had acknowledged', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'agencies-'));
  const officeKey = OfficeKey.load({ dataDir });
  let keys: Awaited<ReturnType<typeof fetchAgencyKeys>> = [];
  const office = await openDoor(() => keys);
  Object.assign(office.door, { status: 503 });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    AGENCIES_PORT: String(port),
    API_URL: office.url,
    DATA_DIR: dataDir,
    AGENCY_MODE_POLICE: 'automatic',
    AGENCY_DELAY_SECONDS: '0',
    LOG_LEVEL: 'silent',
  };
  const run = () => spawn(process.execPath, ['agencies/main.ts'], { env, stdio: 'inherit' });
  let child: ChildProcess = run();
  try {
    await until(() => isUp(url));
    keys = await fetchAgencyKeys(url);
    const clients = createAgencyClients({
      baseUrl: url,
      sign: (typ, message) => officeKey.sign(typ, message),
      keyOf: (kid) => keys.find((key) => key.kid === kid) ?? null,
      timeoutMs: 5000,
    });
    await clients.sendVerification(aRequest());
    child.kill('SIGKILL');
    await once(child, 'exit');
    Object.assign(office.door, { status: 200 });
    child = run();
    await until(() => office.arrivals.length === 1);
    expect(office.arrivals[0]).toMatchObject({ message: { requestId: aRequest().requestId } });
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  } finally {
    child.kill('SIGKILL');
    await office.close();
    await rm(dataDir, { recursive: true });
  }
});
