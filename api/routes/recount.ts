import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { findLastRound, listIncidents } from '../../db/read/recount.ts';
import { DeadlineIncidentQuery, DeadlineIncidents } from '../../domain/deadlineIncident.ts';
import { isNational } from '../../domain/permission.ts';
import { INCIDENT_FILE } from '../../domain/wording/files/caseFiles.ts';
import type { ApiDeps } from '../deps.ts';
import { sendList } from '../listFile.ts';
import { Problem } from '../problem.ts';
import { permitted } from '../session.ts';
import { unitInView } from '../unitInView.ts';
import { WHOLE_LIST } from '../wholeList.ts';

/** What the nightly recount of deadlines found, for those who have to see to it. */
export const recountRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const { pool } = deps;
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
      const { account, unit } = viewOf(request, request.query.unit);
      const [page, round] = await Promise.all([
        listIncidents(pool, request.query, unit, account),
        findLastRound(pool),
      ]);
      return { ...page, round };
    },
  );

  app.get(
    '/deadline-incidents.csv',
    {
      schema: {
        tags: ['supervisor'],
        querystring: DeadlineIncidentQuery,
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const { account, unit } = viewOf(request, request.query.unit);
      const query = { ...request.query, after: undefined, limit: WHOLE_LIST };
      const { incidents } = await listIncidents(pool, query, unit, account);
      const rows = incidents.map(({ firstExplanation, secondExplanation, ...incident }) => {
        const first = JSON.stringify(firstExplanation);
        return { ...incident, first, second: JSON.stringify(secondExplanation) };
      });
      return sendList(deps, reply, INCIDENT_FILE, rows);
    },
  );
};

/** Whose incidents a reader sees: those of the own unit, or of all. */
function viewOf(request: FastifyRequest, wanted: string | undefined) {
  const account = permitted(request, 'incident.read');
  const seesAll = isNational(account) || account.roles.includes('SYSTEM_ADMIN');
  return { account, unit: unitInView(account, wanted, seesAll) };
}
