import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { noteOutage } from '../../db/intake/outages.ts';
import { listOutages } from '../../db/read/holdings.ts';
import { Outage, OutageForm } from '../../domain/holding.ts';
import { allows } from '../../domain/permission.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { intervalOf } from '../caseHoldings.ts';
import { once } from '../once.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { accountOf, permitted } from '../session.ts';

const refusals = { 400: Problem, 401: Problem, 403: Problem, 422: Problem };

/** Times in which the system was down: read by supervisors, noted by administrators beside the heartbeats. */
export const outageRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/outages',
    {
      schema: {
        tags: ['time'],
        response: { 200: z.object({ outages: z.array(Outage) }), ...refusals },
      },
    },
    async (request) => {
      const account = accountOf(request);
      if (!allows(account, 'outage.note')) permitted(request, 'board.read');
      return { outages: [...(await listOutages(deps.pool))] };
    },
  );

  app.post(
    '/outages',
    { schema: { tags: ['time'], body: OutageForm, response: { 201: Outage, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'outage.note');
      const { from, to } = intervalOf(request.body);
      if (from >= to || to > nowMs(deps)) throw new Refused('OUTAGE_INTERVAL_WRONG');
      const noted = await once(deps.pool, request, account.id, async () => {
        const outage = { ...request.body, notedBy: account.id };
        return { id: await noteOutage(deps.pool, outage), ...outage };
      });
      return reply.status(201).send(noted);
    },
  );
};
