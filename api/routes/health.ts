import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { ApiDeps } from '../deps.ts';

/** For machines: does the process live, can it work, how fast is it. */
export const healthRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'lltp_http_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: reply.statusCode };
    durations.observe(labels, reply.elapsedTime / 1000);
  });

  app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }));

  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const [database, engine] = await Promise.all([answers(deps), deps.engineServes()]);
    // Without the engine submissions are still kept, so the process is degraded but ready.
    return reply.status(database ? 200 : 503).send({ ready: database, database, engine });
  });

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
};

async function answers({ pool }: ApiDeps): Promise<boolean> {
  try {
    await pool.oneFirst(sql.type(z.object({ one: z.int() }))`SELECT 1 AS one`);
    return true;
  } catch {
    return false; // that is the answer
  }
}
