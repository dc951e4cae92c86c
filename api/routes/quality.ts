import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import {
  FindingPage,
  FindingQuery,
  Findings,
  FindingSettlement,
} from '../../domain/quality/finding.ts';
import { QualityFigures, QualityQuery } from '../../domain/quality/share.ts';
import { CLEAN_DAY_FILE, QUALITY_FINDING_FILE } from '../../domain/wording/files/careFiles.ts';
import { sendList } from '../listFile.ts';
import type { ApiDeps } from '../deps.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { findingsAsked, findingShown, qualityFigures, settle } from '../quality/findings.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

const tags = ['quality'];
const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

/** Data quality: what is not right, complete or clean in the books, and how clean they are over time. */
export const qualityRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/findings',
    { schema: { tags, querystring: FindingQuery, response: { 200: Findings, ...refusals } } },
    (request) => findingsAsked(deps, permitted(request, 'finding.read'), request.query, 'findings'),
  );

  app.get(
    '/findings.csv',
    { schema: { tags, querystring: FindingQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'finding.read');
      const all = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { findings } = await findingsAsked(deps, account, all, 'findings.csv');
      const rows = findings.map(({ answer, ...row }) => {
        return { ...row, answerNumber: answer?.number, answerDate: answer?.date };
      });
      return sendList(deps, reply, QUALITY_FINDING_FILE, rows);
    },
  );

  const page = { 200: FindingPage, ...refusals };
  app.get('/findings/:id', { schema: { tags, params, response: page } }, (request) =>
    findingShown(deps, permitted(request, 'finding.read'), request.params.id),
  );

  app.post(
    '/findings/:id/settlement',
    { schema: { tags, params, body: FindingSettlement, response: page } },
    async (request) => {
      const account = permitted(request, 'finding.settle');
      const { id } = request.params;
      await once(deps.pool, request, account.id, async () => {
        await settle(deps, account, id, request.body);
        return {};
      });
      return findingShown(deps, account, id);
    },
  );

  app.get(
    '/quality',
    {
      schema: { tags, querystring: QualityQuery, response: { 200: QualityFigures, ...refusals } },
    },
    (request) => qualityFigures(deps, permitted(request, 'quality.read'), request.query),
  );

  app.get(
    '/quality.csv',
    { schema: { tags, querystring: QualityQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'quality.read');
      const { days } = await qualityFigures(deps, account, request.query);
      return sendList(deps, reply, CLEAN_DAY_FILE, days);
    },
  );
};
