import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { batchRuns } from '../../db/desk/importRuns.ts';
import {
  MOST_ROWS,
  SupplyBatch,
  SupplyBatches,
  SupplyBatchPage,
  SupplyBatchQuery,
  SupplyConfirmation,
  SupplyRowQuery,
  SupplyRows,
  SupplyUpload,
} from '../../domain/supply/batch.ts';
import { SUPPLY_COLUMNS } from '../../domain/supply/readFile.ts';
import { SUPPLY_ROW_FILE } from '../../domain/wording/files/bookFiles.ts';
import { JUDGMENT_FILES } from '../../domain/uploads.ts';
import { sendCsv } from '../csv.ts';
import type { ApiDeps } from '../deps.ts';
import { keyOf, once } from '../once.ts';
import { sendList } from '../listFile.ts';
import { languageOf, Problem, refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import {
  batchesOf,
  batchPage,
  beginRecords,
  confirm,
  discard,
  ownBatch,
  rowsOf,
} from '../supply/batches.ts';
import { SupplyImports } from '../supply/imports.ts';
import { uploadBatch } from '../supply/uploadBatch.ts';
import { WorkbookRoom } from '../supply/workbookRoom.ts';

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];
const tags = ['supply'];
const params = z.object({ id: z.uuid() });
const one = { tags, params, response: { 200: SupplyBatch, ...refusals } };
/** Twenty thousand long rows; a file of a hundred thousand is still read as far as to name its limit. */
const LARGEST_FILE = JUDGMENT_FILES['.csv'];
const LIST_TYPES = [
  'text/csv',
  'text/plain',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Files of judgments: uploaded, previewed, entered in the background, made into records. */
export const supplyBatchRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const imports = new SupplyImports(deps);
  imports.watch();
  app.addHook('onClose', () => imports.close());
  const workbooks = new WorkbookRoom();
  app.addHook('onClose', () => workbooks.close());
  addUpload(app, deps, workbooks);
  addReads(app, deps);
  addActs(app, deps, imports);
};

function addUpload(app: App, deps: ApiDeps, workbooks: WorkbookRoom): void {
  const asBytes = { parseAs: 'buffer', bodyLimit: LARGEST_FILE } as const;
  app.addContentTypeParser(LIST_TYPES, asBytes, (_request, body, done) => done(null, body));

  app.post(
    '/supply-batches',
    {
      bodyLimit: LARGEST_FILE,
      schema: {
        tags,
        consumes: LIST_TYPES,
        querystring: SupplyUpload,
        response: { 201: SupplyBatchPage, ...refusals, 413: Problem, 415: Problem },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'supply.receive');
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const upload = request.query;
      const key = keyOf(request);
      const id = await uploadBatch(deps, account, { bytes, upload, key, workbooks });
      return reply.status(201).send(await batchPage(deps, account, id));
    },
  );
}

function addReads(app: App, deps: ApiDeps): void {
  app.get(
    '/supply-batches',
    {
      schema: {
        tags,
        querystring: SupplyBatchQuery,
        response: { 200: SupplyBatches, ...refusals },
      },
    },
    (request) => batchesOf(deps, permitted(request, 'supply.read'), request.query.page),
  );

  app.get('/supply-batches/template.csv', { schema: { tags } }, async (request, reply) => {
    permitted(request, 'supply.read');
    const headings = Object.values(SUPPLY_COLUMNS).map(([first]) => first);
    return sendCsv(reply, 'mau-ban-an.csv', [headings]);
  });

  app.get(
    '/supply-batches/:id',
    { schema: { ...one, response: { 200: SupplyBatchPage, ...refusals } } },
    (request) => batchPage(deps, permitted(request, 'supply.read'), request.params.id),
  );

  app.get(
    '/supply-batches/:id/rows',
    {
      schema: {
        tags,
        params,
        querystring: SupplyRowQuery,
        response: { 200: SupplyRows, ...refusals },
      },
    },
    (request) => {
      const asked = { query: request.query, language: languageOf(request) };
      const account = permitted(request, 'supply.read');
      return rowsOf(deps, account, request.params.id, { ...asked, what: 'supply-rows' });
    },
  );

  app.get(
    '/supply-batches/:id/rows.csv',
    { schema: { tags, params, querystring: SupplyRowQuery } },
    async (request, reply) => {
      const account = permitted(request, 'supply.read');
      const query = { ...request.query, page: 1, limit: MOST_ROWS };
      const asked = { query, language: languageOf(request), what: 'supply-rows.csv' } as const;
      const { rows } = await rowsOf(deps, account, request.params.id, asked);
      const lines = rows.map(({ problems, ...row }) => ({
        ...row,
        problems: problems.map(({ column, message }) => `${column}: ${message}`),
      }));
      return sendList(deps, reply, SUPPLY_ROW_FILE, lines);
    },
  );
}

function addActs(app: App, deps: ApiDeps, imports: SupplyImports): void {
  app.post(
    '/supply-batches/:id/confirmation',
    { schema: { ...one, body: SupplyConfirmation } },
    async (request) => {
      const account = permitted(request, 'supply.receive');
      const { id } = request.params;
      await once(deps.pool, request, account.id, async () => {
        await confirm(deps, account, { id, leaveOut: request.body.leaveOut });
        return {};
      });
      imports.begin(id);
      return ownBatch(deps, account, id);
    },
  );

  app.post('/supply-batches/:id/records', { schema: one }, async (request) => {
    const account = permitted(request, 'transfer.enter');
    const { id } = request.params;
    await once(deps.pool, request, account.id, async () => {
      await beginRecords(deps, account, id);
      return {};
    });
    imports.begin(id);
    return ownBatch(deps, account, id);
  });

  app.post('/supply-batches/:id/discard', { schema: one }, async (request) => {
    const account = permitted(request, 'supply.receive');
    await once(deps.pool, request, account.id, async () => {
      await discard(deps, account, request.params.id);
      return {};
    });
    return ownBatch(deps, account, request.params.id);
  });

  app.post('/supply-batches/:id/stop', { schema: one }, async (request) => {
    const account = permitted(request, 'supply.receive');
    const { id } = await ownBatch(deps, account, request.params.id);
    if (!(await batchRuns.askToStop(deps.pool, id))) throw new Refused('BATCH_NOT_OPEN');
    return ownBatch(deps, account, id);
  });

  app.post('/supply-batches/:id/resume', { schema: one }, async (request) => {
    const account = permitted(request, 'supply.receive');
    const { id } = await ownBatch(deps, account, request.params.id);
    if (!(await batchRuns.goOn(deps.pool, id))) throw new Refused('BATCH_NOT_OPEN');
    imports.begin(id);
    return ownBatch(deps, account, id);
  });
}
