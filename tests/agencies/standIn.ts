import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { createAgencyClients, fetchAgencyKeys } from '../../agencies/client.ts';
import { type IncomingMessage, openIncoming } from '../../agencies/contract.ts';
import { findOfficeKey, OfficeKey } from '../../agencies/officeKey.ts';
import { byKind } from '../../agencies/simulator/reference.ts';
import { type Simulator, startSimulator } from '../../agencies/simulator/simulator.ts';
import { REAL_TIME, type BusinessClock } from '../../domain/clock/businessClock.ts';

/** Wait for a fact; fails after ten seconds, so that a fact that never comes is a failed test. */
export async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await fact())) {
    if (Date.now() > end) throw new Error('waited ten seconds in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export type Arrival = IncomingMessage | { typ: 'refused'; code: string };

/** A stand-in for our API's door for agency messages: verifies, keeps, and answers as told. */
export async function openDoor(keys: () => readonly JWK[]) {
  const arrivals: Arrival[] = [];
  const door = { status: 200, code: null as string | null, calls: 0 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      door.calls += 1;
      void answer(body).then(({ status, code }) => {
        response.writeHead(status, { 'content-type': 'application/problem+json' });
        response.end(code === null ? '{}' : JSON.stringify({ code }));
      });
    });
  });

  async function answer(body: string): Promise<{ status: number; code: string | null }> {
    if (door.status >= 300) return door;
    const { jws } = JSON.parse(body) as { jws: string };
    const keyOf = (kid: string) => keys().find((key) => key.kid === kid) ?? null;
    try {
      arrivals.push(await openIncoming(jws, keyOf));
      return door;
    } catch (error) {
      const isSignature = error instanceof Error && error.name === 'SignatureRefused';
      const code = isSignature ? 'SIGNATURE_WRONG' : 'INVALID_INPUT';
      arrivals.push({ typ: 'refused', code });
      return { status: 400, code };
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    door,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The reply of a control route with its status; its shape is what the test goes on to expect. */
async function control(url: string, method: string, path: string, body?: object): Promise<any> {
  const response = await fetch(`${url}/control/${path}`, {
    method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await response.text();
  return { status: response.status, ...(text === '' ? {} : JSON.parse(text)) };
}

export type Town = Awaited<ReturnType<typeof buildTown>>;

/** Agencies, our door and a client in one folder; `restart` stops the agencies and starts them anew. */
async function buildTown({ clock = REAL_TIME }: { clock?: BusinessClock } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'agencies-'));
  const officeKey = OfficeKey.load({ dataDir });
  let keys: JWK[] = [];
  const office = await openDoor(() => keys);
  const start = () =>
    startSimulator({
      port: 0,
      host: '127.0.0.1',
      apiUrl: office.url,
      dataDir,
      clock,
      modes: byKind(() => 'automatic'),
      delay: { realMs: 0 },
      officeKeyOf: (kid) => findOfficeKey(dataDir, kid),
      logger: false,
      retry: { firstMs: 10, capMs: 50 },
    });
  let simulator: Simulator = await start();
  keys = await fetchAgencyKeys(simulator.url);
  const town = {
    ...office,
    dataDir,
    officeKey,
    agencies: () => simulator.url,
    keyOf: (kid: string) => keys.find((key) => key.kid === kid) ?? null,
    client: (timeoutMs = 5000) =>
      createAgencyClients({
        baseUrl: simulator.url,
        sign: (typ, message) => officeKey.sign(typ, message),
        keyOf: town.keyOf,
        timeoutMs,
      }),
    control: (method: string, path: string, body?: object) =>
      control(simulator.url, method, path, body),
    subject: (id: string) => `requests/${encodeURIComponent(id)}`,
    async stop() {
      await simulator.close();
    },
    async start() {
      simulator = await start();
    },
    async tearDown() {
      await simulator.close();
      await office.close();
      await rm(dataDir, { recursive: true });
    },
  };
  return town;
}

/** Run a test in a town of its own. */
export async function inTown(
  act: (town: Town) => Promise<void>,
  options: { clock?: BusinessClock } = {},
): Promise<void> {
  const town = await buildTown(options);
  try {
    await act(town);
  } finally {
    await town.tearDown();
  }
}
