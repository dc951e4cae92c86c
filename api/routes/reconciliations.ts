import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import {
  findRun,
  listRows,
  listRuns,
  noteMended,
  runReconciliation,
} from '../../db/desk/reconciliations.ts';
import {
  MendedBody,
  Reconciliation,
  ReconciliationBody,
  ReconciliationRows,
  Reconciliations,
} from '../../domain/exchange/reconciliation.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { sendCsv } from '../csv.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

const tags = ['exchange'];
const params = z.object({ id: z.uuid() });

/** A run that this account may read: the Centre all, a province its own. */
async function readableRun(deps: ApiDeps, request: FastifyRequest, id: string) {
  const account = permitted(request, 'exchange.read');
  const run = await findRun(deps.pool, id);
  if (run === null) throw new Refused('NOT_FOUND');
  if (account.unit !== CENTRE_UNIT && account.unit !== run.unit) throw new Refused('NOT_YOUR_UNIT');
  return { account, run };
}

/** Reconciliation of a province's records with the Centre's by digest, and who mended what differs. */
export const reconciliationRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/exchange/reconciliations',
    { schema: { tags, response: { 200: Reconciliations, ...refusals } } },
    async (request) => {
      const { unit } = permitted(request, 'exchange.read');
      return { runs: [...(await listRuns(deps.pool, unit === CENTRE_UNIT ? null : unit))] };
    },
  );

  app.post(
    '/exchange/reconciliations',
    { schema: { tags, body: ReconciliationBody, response: { 201: Reconciliation, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'exchange.read');
      const { unit } = request.body;
      if (account.unit !== CENTRE_UNIT && account.unit !== unit) throw new Refused('NOT_YOUR_UNIT');
      if ((await deps.places.unit(unit))?.kind !== 'STP') throw new Refused('UNKNOWN_UNIT');
      const run = await once(deps.pool, request, account.id, async (id) => {
        await runReconciliation(deps.pool, { id, unit, by: account.id, at: nowIso(deps) });
        return findRun(deps.pool, id);
      });
      return reply.status(201).send(Reconciliation.parse(run));
    },
  );

  app.get(
    '/exchange/reconciliations/:id/rows',
    { schema: { tags, params, response: { 200: ReconciliationRows, ...refusals } } },
    async (request) => {
      await readableRun(deps, request, request.params.id);
      return { rows: [...(await listRows(deps.pool, request.params.id))] };
    },
  );

  app.get(
    '/exchange/reconciliations/:id/rows.csv',
    { schema: { tags, params, produces: ['text/csv'] } },
    async (request, reply) => {
      await readableRun(deps, request, request.params.id);
      return sendCsv(reply, 'doi-chieu.csv', await listRows(deps.pool, request.params.id));
    },
  );

  app.post(
    '/exchange/reconciliations/:id/mended',
    {
      schema: {
        tags,
        params,
        body: MendedBody,
        response: { 200: ReconciliationRows, ...refusals },
      },
    },
    async (request) => {
      const { account, run } = await readableRun(deps, request, request.params.id);
      return once(deps.pool, request, account.id, async () => {
        const mended = { run: run.id, ...request.body, by: account.id, at: nowIso(deps) };
        if (!(await noteMended(deps.pool, mended))) throw new Refused('NOT_FOUND');
        return { rows: [...(await listRows(deps.pool, run.id))] };
      });
    },
  );
};
