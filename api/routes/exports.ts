import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { noteReads } from '../../db/desk/readAudit.ts';
import { listCases } from '../../db/read/worklist.ts';
import { WorklistQuery } from '../../domain/case.ts';
import { DeskQuery } from '../../domain/desk.ts';
import { sendCsv } from '../csv.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { deskAsked } from '../deskOf.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

/** Lists as CSV, with the filters of the page they belong to; that they were taken away is noted. */
export const exportRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/worklist.csv',
    { schema: { tags: ['cases'], querystring: WorklistQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const { id, roles, unit } = permitted(request, 'worklist.read');
      const viewer = { account: id, roles, unit, now: nowIso(deps) };
      const query = { ...request.query, limit: WHOLE_LIST, after: undefined };
      const { cases } = await listCases(deps.pool, query, viewer);
      const caseIds = cases.map(({ caseId }) => caseId);
      const what = 'worklist.csv';
      await noteReads(deps.pool, { account: id, caseIds, what, at: viewer.now });
      const rows = cases.map(({ holder, waitingFor, ...line }) => {
        return { ...line, holder: holder?.displayName ?? '', waitingFor: waitingFor.join(' ') };
      });
      return sendCsv(reply, 'ho-so.csv', rows);
    },
  );

  app.get(
    '/desk.csv',
    { schema: { tags: ['liaison'], querystring: DeskQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'desk.read');
      const query = { ...request.query, limit: WHOLE_LIST, after: undefined };
      const { rows } = await deskAsked(deps, account, query, 'desk.csv');
      const shown = rows.map(({ application, holder, ...row }) => {
        const { requestId, kind, round, askedBy, askedAt, dueAt, outcome, answeredAt } = row;
        const { fullName, birthDate, personalId } = application.subject;
        const person = { fullName, birthDate, personalId, holder: holder?.displayName ?? '' };
        return { requestId, kind, round, askedBy, askedAt, dueAt, outcome, answeredAt, ...person };
      });
      return sendCsv(reply, 'yeu-cau-xac-minh.csv', shown);
    },
  );
};
