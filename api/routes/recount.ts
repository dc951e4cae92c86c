import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { findLastRound, listIncidents } from '../../db/read/recount.ts';
import { DeadlineIncidentQuery, DeadlineIncidents } from '../../domain/deadlineIncident.ts';
import { isNational } from '../../domain/permission.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { permitted } from '../session.ts';
import { unitInView } from '../unitInView.ts';

/** What the nightly recount of deadlines found, for those who have to see to it. */
export const recountRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, { pool }) => {
  app.get(
    '/deadline-incidents',
    {
      schema: {
        tags: ['supervisor'],
        querystring: DeadlineIncidentQuery,
        response: { 200: DeadlineIncidents, 400: Problem, 401: Problem, 403: Problem },
      },
    },
    async (request) => {
      const account = permitted(request, 'incident.read');
      const seesAll = isNational(account) || account.roles.includes('SYSTEM_ADMIN');
      const unit = unitInView(account, request.query.unit, seesAll);
      const [page, round] = await Promise.all([
        listIncidents(pool, request.query, unit, account),
        findLastRound(pool),
      ]);
      return { ...page, round };
    },
  );
};
