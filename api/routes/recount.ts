import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { findLastRound, listIncidents } from '../../db/read/recount.ts';
import type { Account } from '../../domain/account.ts';
import { DeadlineIncidentQuery, DeadlineIncidents } from '../../domain/deadlineIncident.ts';
import { isNational } from '../../domain/permission.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

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
      const unit = unitInView(account, request.query.unit);
      const [page, round] = await Promise.all([
        listIncidents(pool, request.query, unit),
        findLastRound(pool),
      ]);
      return { ...page, round };
    },
  );
};

/** Supervisors see their unit's, the Centre's and administrators those of all or of one. */
function unitInView(account: Account, wanted: string | undefined): string | null {
  if (isNational(account) || account.roles.includes('SYSTEM_ADMIN')) return wanted ?? null;
  if (wanted !== undefined && wanted !== account.unit) throw new Refused('NOT_YOUR_UNIT');
  return account.unit;
}
