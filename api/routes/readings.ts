import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { listReadings } from '../../db/read/readings.ts';
import { CaseId } from '../../domain/case.ts';
import { Readings, READINGS_SHOWN, ReadingsQuery } from '../../domain/reading.ts';
import type { ApiDeps } from '../deps.ts';
import { refusals } from '../problem.ts';
import { readableCase } from './cases.ts';

/** Who read a person's case: asked where somebody is suspected of having looked without a reason, or a citizen asks. */
export const readingRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/cases/:caseId/readings',
    {
      schema: {
        tags: ['cases'],
        params: z.object({ caseId: CaseId }),
        querystring: ReadingsQuery,
        response: { 200: Readings, ...refusals },
      },
    },
    async (request) => {
      const { caseId } = request.params;
      const { account } = await readableCase(deps, request, caseId, 'readings', 'reading.read');
      const asked = { ...request.query, caseId };
      const found = await listReadings(deps.pool, asked, account, READINGS_SHOWN + 1);
      return { readings: found.slice(0, READINGS_SHOWN), more: found.length > READINGS_SHOWN };
    },
  );
};
