import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { CaseId } from '../../domain/case.ts';
import { FoundBody, FoundLines, FoundPage, FoundQuery } from '../../domain/record/found.ts';
import { FOUND_FILE } from '../../domain/wording/files/bookFiles.ts';
import { sendList } from '../listFile.ts';
import type { ApiDeps } from '../deps.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { decideFound, foundPage, openList } from '../records/foundJudgments.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';
import { readableCase } from './cases.ts';

const tags = ['records'];
const params = z.object({ caseId: CaseId });
const response = { 200: FoundPage, ...refusals };

/** Judgments found while certificates were issued, and the records that come of them. */
export const foundJudgmentRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/found-judgments',
    { schema: { tags, querystring: FoundQuery, response: { 200: FoundLines, ...refusals } } },
    (request) => openList(deps, permitted(request, 'record.read'), request.query),
  );

  app.get(
    '/found-judgments.csv',
    { schema: { tags, querystring: FoundQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'record.read');
      const all = { page: 1, limit: WHOLE_LIST };
      const { cases } = await openList(deps, account, all, 'found-judgments.csv');
      const rows = cases.map(({ returned, ...line }) => {
        return { ...line, returned: returned?.why, reason: returned?.reason };
      });
      return sendList(deps, reply, FOUND_FILE, rows);
    },
  );

  app.get(
    '/cases/:caseId/found-judgments',
    { schema: { tags, params, response } },
    async (request) => {
      const { caseId } = request.params;
      const found = await readableCase(deps, request, caseId, 'found-judgments', 'conviction.read');
      return foundPage(deps, found.account, found.state);
    },
  );

  app.post(
    '/cases/:caseId/found-judgments',
    { schema: { tags, params, body: FoundBody, response } },
    async (request) => {
      const { caseId } = request.params;
      const found = await readableCase(deps, request, caseId, 'found-judgments', 'transfer.enter');
      const { account, state } = found;
      await once(deps.pool, request, account.id, async () => {
        await decideFound(deps, account, state, request.body);
        return {};
      });
      return foundPage(deps, account, state);
    },
  );
};
