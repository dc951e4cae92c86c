import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createAgencyClients, fetchAgencyKeys } from '../../agencies/client.ts';
import { keyRing } from '../../agencies/keyRing.ts';
import { findOfficeKey, OfficeKey } from '../../agencies/officeKey.ts';
import { byKind } from '../../agencies/simulator/reference.ts';
import { startSimulator } from '../../agencies/simulator/simulator.ts';
import { findUnitKey } from '../../db/read/unitKeys.ts';
import { sql } from '../../db/sql.ts';
import { writeUnitKeys } from '../../db/write/setup.ts';
import { openOffice, type OfficeOptions } from './office.ts';
import { until } from './until.ts';

/** Later than any business instant of a test: keys of the simulators are good from ever on. */
const NOW = '2023-10-01T00:00:00Z';

export type Network = Awaited<ReturnType<typeof openNetwork>>;

/**
 * The office with the simulated agencies behind real HTTP, both ways: signed questions out, signed
 * answers to the listening API. Units answer when a test says so, or by themselves once `automatic`.
 */
export async function openNetwork(options: OfficeOptions = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'lltp-network-'));
  const officeKey = OfficeKey.load({ dataDir });
  let agenciesUrl = '';
  const office = await openOffice({
    ...options,
    agencyClients: (pool) => ({
      // The simulators start once the API listens; until then nobody is asked.
      sendVerification: (request, known) => clientsOf(pool).sendVerification(request, known),
      sendPostItem: (item, known) => clientsOf(pool).sendPostItem(item, known),
    }),
  });
  function clientsOf(pool: Parameters<NonNullable<OfficeOptions['agencyClients']>>[0]) {
    return createAgencyClients({
      baseUrl: agenciesUrl,
      sign: (typ, message) => officeKey.sign(typ, message),
      keyOf: keyRing((kid) => findUnitKey(pool, kid, NOW)),
      timeoutMs: 1_200,
    });
  }
  await office.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = office.app.server.address() as AddressInfo;
  const simulator = await startSimulator({
    port: 0,
    host: '127.0.0.1',
    apiUrl: `http://127.0.0.1:${port}`,
    dataDir,
    clock: office.clock,
    modes: byKind(() => 'manual'),
    delay: { realMs: 0 },
    officeKeyOf: (kid) => findOfficeKey(dataDir, kid),
    logger: false,
    retry: { firstMs: 20, capMs: 200 },
  });
  agenciesUrl = simulator.url;
  const keys = await fetchAgencyKeys(agenciesUrl);
  await writeUnitKeys(
    office.db,
    Object.fromEntries(keys.map(({ kid, kty, crv, x }) => [kid, { kty, crv, x }])),
  );

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${agenciesUrl}/control/${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.status === 204 ? {} : response.json();
  }
  async function reached(requestId: string): Promise<string> {
    const path = `requests/${encodeURIComponent(requestId)}`;
    await until(() => control('GET', path).catch(() => null), { withinMs: 60_000 });
    return path;
  }
  const View = z.object({
    underWay: z.int(),
    deliveries: z.array(z.object({ status: z.int(), code: z.string().nullable() })),
  });
  return {
    office,
    officeKey,
    /** Set a unit, or all of a kind, up. */
    set: (unit: string, settings: object) => control('PUT', `units/${unit}`, settings),
    control,
    /** Wait until a question has reached the asked unit. */
    reached,
    /** Let the asked unit say something about a request, once the question has reached it. */
    async answer(requestId: string, wish: object) {
      await control('POST', `${await reached(requestId)}/answer`, wish);
    },
    /** The key that signed the unit's last message. */
    lastKid: (unit: string) =>
      office.db.maybeOneFirst(sql.type(z.object({ kid: z.string() }))`
        SELECT kid FROM message_evidence WHERE unit = ${unit} ORDER BY id DESC LIMIT 1
      `),
    /** What our API said to each message about a request, once all have been said: codes, null for yes. */
    async replies(requestId: string): Promise<(string | null)[]> {
      const path = `requests/${encodeURIComponent(requestId)}`;
      const view = await until(
        async () => {
          const seen = View.parse(await control('GET', path));
          return seen.underWay === 0 && seen.deliveries.length > 0 ? seen : null;
        },
        { withinMs: 60_000 },
      );
      return view.deliveries.map(({ code }) => code);
    },
    /** The evidence of what arrived since, oldest first: verdict at the door, then the case's refusal. */
    async evidence(afterId: number) {
      const Line = z.object({
        id: z.int(),
        unit: z.string().nullable(),
        verdict: z.string(),
        refusalCode: z.string().nullable(),
      });
      return office.db.any(sql.type(Line)`
        SELECT e.id::int, e.unit, e.verdict, m.refusal_code AS "refusalCode"
        FROM message_evidence e LEFT JOIN agency_messages m ON m.id = e.agency_message
        WHERE e.id > ${afterId} ORDER BY e.id
      `);
    },
    /** Number of the last line of the evidence. */
    lastEvidence: () =>
      office.db.oneFirst(sql.type(z.object({ id: z.int() }))`
        SELECT coalesce(max(id), 0)::int AS id FROM message_evidence
      `),
    async close() {
      await simulator.close();
      await office.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
