import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { noteOutage } from '../../db/intake/outages.ts';
import { listOutages } from '../../db/read/holdings.ts';
import { Outage } from '../../domain/holding.ts';
import { OutageNote, OutagePreview, OutageTime } from '../../domain/outage.ts';
import { allows } from '../../domain/permission.ts';
import type { ApiDeps } from '../deps.ts';
import { once } from '../once.ts';
import { previewOutage } from '../outage.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { accountOf, permitted } from '../session.ts';

const refusals = { 400: Problem, 401: Problem, 403: Problem, 409: Problem, 422: Problem };

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

  app.get(
    '/outages/preview',
    {
      schema: {
        tags: ['time'],
        querystring: OutageTime,
        response: { 200: OutagePreview, ...refusals },
      },
    },
    async (request) => {
      permitted(request, 'outage.note');
      return previewOutage(deps, request.query);
    },
  );

  app.post(
    '/outages',
    { schema: { tags: ['time'], body: OutageNote, response: { 201: Outage, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'outage.note');
      const { token, ...form } = request.body;
      const noted = await once(deps.pool, request, account.id, async () => {
        const preview = await previewOutage(deps, form);
        if (token !== preview.token) throw new Refused('PREVIEW_OUTDATED');
        const outage = { ...form, notedBy: account.id };
        return { id: await noteOutage(deps.pool, outage), ...outage };
      });
      return reply.status(201).send(noted);
    },
  );
};
