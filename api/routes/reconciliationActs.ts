import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { CaseId } from '../../domain/caseId.ts';
import { QuestionBody, SettlementBody } from '../../domain/exchange/reconciliation.ts';
import { SupplyUpload } from '../../domain/supply/batch.ts';
import { SUPPLIER_LIST_FILES } from '../../domain/uploads.ts';
import type { ApiDeps } from '../deps.ts';
import { once } from '../once.ts';
import { Problem, refusals } from '../problem.ts';
import { compareCentre, compareList } from '../reconciliation/compare.ts';
import { askAbout, settle } from '../reconciliation/settle.ts';
import { permitted } from '../session.ts';

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];
/** The run and its differences are read again by who wants them. */
const Done = z.strictObject({});
const one = {
  tags: ['exchange'],
  params: z.object({ caseId: CaseId }),
  response: { 200: Done, ...refusals, 503: Problem, 504: Problem },
};
const LARGEST_LIST = SUPPLIER_LIST_FILES['.csv'];
const LIST_TYPES = [
  'text/csv',
  'text/plain',
  'application/octet-stream',
  'application/vnd.ms-excel',
];

/** What is done with a run and its differences; ending it is an act of its case. */
export function addDifferenceActs(app: App, deps: ApiDeps): void {
  addComparing(app, deps);

  app.post(
    '/exchange/reconciliations/:caseId/questions',
    { schema: { ...one, body: QuestionBody } },
    async (request) => {
      const account = permitted(request, 'reconciliation.settle');
      return once(deps.pool, request, account.id, async () => {
        await askAbout(deps, account, request.params.caseId, request.body);
        return {};
      });
    },
  );

  app.post(
    '/exchange/reconciliations/:caseId/settlements',
    { schema: { ...one, body: SettlementBody } },
    async (request) => {
      const account = permitted(request, 'reconciliation.settle');
      return once(deps.pool, request, account.id, async () => {
        await settle(deps, account, request.params.caseId, request.body);
        return {};
      });
    },
  );
}

function addComparing(app: App, deps: ApiDeps): void {
  const asBytes = { parseAs: 'buffer', bodyLimit: LARGEST_LIST } as const;
  app.addContentTypeParser(LIST_TYPES, asBytes, (_request, body, done) => done(null, body));

  app.post('/exchange/reconciliations/:caseId/comparison', { schema: one }, async (request) => {
    const account = permitted(request, 'reconciliation.settle');
    return once(deps.pool, request, account.id, async (key) => {
      await compareCentre(deps, account, request.params.caseId, key);
      return {};
    });
  });

  app.post(
    '/exchange/reconciliations/:caseId/list',
    {
      bodyLimit: LARGEST_LIST,
      schema: {
        ...one,
        consumes: LIST_TYPES,
        querystring: SupplyUpload,
        response: { ...one.response, 413: Problem, 415: Problem },
      },
    },
    async (request) => {
      const account = permitted(request, 'reconciliation.settle');
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return once(deps.pool, request, account.id, async (key) => {
        const given = { bytes, upload: request.query, key };
        await compareList(deps, account, request.params.caseId, given);
        return {};
      });
    },
  );
}
