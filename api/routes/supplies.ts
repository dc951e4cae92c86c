import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { keepSupplyScan } from '../../db/desk/supplies.ts';
import { noteRead } from '../../db/desk/readAudit.ts';
import { findSupplyScan } from '../../db/read/supplies.ts';
import { RecordCreated } from '../../domain/record.ts';
import { LARGEST_SCAN, Scan, SCAN_TYPES } from '../../domain/scan.ts';
import {
  RecordOrder,
  Supplies,
  SupplyBody,
  SupplyEntry,
  SupplyQuery,
  SupplySettlement,
  SupplierQuery,
  Suppliers,
} from '../../domain/supply/supply.ts';
import { line } from '../../domain/text.ts';
import { SUPPLIER_FILE, SUPPLY_FILE } from '../../domain/wording/files/bookFiles.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { sendList } from '../listFile.ts';
import { once } from '../once.ts';
import { Problem, refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { makeRecord, settleSupply, suppliesAsked, supplyShown } from '../supply/entries.ts';
import { receiveSupply } from '../supply/receive.ts';
import { suppliersOf } from '../supply/suppliers.ts';
import { takeScans, uploadedScan } from '../uploadedScan.ts';
import { WHOLE_LIST } from '../wholeList.ts';

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];
const tags = ['supply'];
const params = z.object({ id: z.uuid() });
const one = { tags, params, response: { 200: SupplyEntry, ...refusals } };

/** The reception book: what suppliers sent, what became of it, how punctual they are. */
export const supplyRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  addReads(app, deps);
  addActs(app, deps);
  addScans(app, deps);
};

function addReads(app: App, deps: ApiDeps): void {
  app.get(
    '/supplies',
    { schema: { tags, querystring: SupplyQuery, response: { 200: Supplies, ...refusals } } },
    (request) => suppliesAsked(deps, permitted(request, 'supply.read'), request.query, 'supplies'),
  );

  app.get(
    '/supplies.csv',
    { schema: { tags, querystring: SupplyQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'supply.read');
      const all = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { supplies } = await suppliesAsked(deps, account, all, 'supplies.csv');
      return sendList(deps, reply, SUPPLY_FILE, supplies);
    },
  );

  app.get('/supplies/:id', { schema: one }, (request) =>
    supplyShown(deps, permitted(request, 'supply.read'), request.params.id),
  );

  app.get(
    '/suppliers',
    { schema: { tags, querystring: SupplierQuery, response: { 200: Suppliers, ...refusals } } },
    (request) => suppliersOf(deps, permitted(request, 'supply.read'), request.query.year),
  );

  app.get(
    '/suppliers.csv',
    { schema: { tags, querystring: SupplierQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'supply.read');
      const { suppliers } = await suppliersOf(deps, account, request.query.year);
      return sendList(deps, reply, SUPPLIER_FILE, suppliers);
    },
  );
}

function addActs(app: App, deps: ApiDeps): void {
  app.post(
    '/supplies',
    { schema: { tags, body: SupplyBody, response: { 201: SupplyEntry, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'supply.receive');
      const { id } = await once(deps.pool, request, account.id, (key) =>
        receiveSupply(deps, account, request.body, key),
      );
      return reply.status(201).send(await supplyShown(deps, account, id));
    },
  );

  app.post(
    '/supplies/:id/record',
    {
      schema: {
        tags,
        params,
        body: RecordOrder,
        response: { 201: RecordCreated, ...refusals },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'transfer.enter');
      const { id } = request.params;
      const created = await once(deps.pool, request, account.id, (key) =>
        makeRecord(deps, account, { id, key, despite: request.body.despite }),
      );
      return reply.status(201).send(created);
    },
  );

  app.post(
    '/supplies/:id/settlement',
    { schema: { ...one, body: SupplySettlement } },
    async (request) => {
      const account = permitted(request, 'supply.receive');
      const { id } = request.params;
      await once(deps.pool, request, account.id, async () => {
        await settleSupply(deps, account, id, request.body);
        return {};
      });
      return supplyShown(deps, account, id);
    },
  );
}

/** Scans of papers: uploaded before their entry names them, read with it. */
function addScans(app: App, deps: ApiDeps): void {
  takeScans(app);

  app.post(
    '/supplies/scans',
    {
      bodyLimit: LARGEST_SCAN,
      schema: {
        tags,
        consumes: [...SCAN_TYPES],
        querystring: z.strictObject({ name: line(200) }),
        response: { 201: Scan, ...refusals, 413: Problem, 415: Problem },
      },
    },
    async (request, reply) => {
      const { id: uploadedBy, unit } = permitted(request, 'supply.receive');
      const { scan, bytes, shown } = uploadedScan(deps, request, request.query.name);
      const kept = await keepSupplyScan(deps.pool, { ...scan, unit, bytes, uploadedBy });
      if (!kept) throw new Refused('IDEMPOTENCY_KEY_REUSED');
      return reply.status(201).send(shown);
    },
  );

  app.get('/supplies/scans/:id', { schema: { tags, params } }, async (request, reply) => {
    const { id: account, unit } = permitted(request, 'supply.read');
    const scan = await findSupplyScan(deps.pool, request.params.id);
    if (scan?.unit !== unit) throw new Refused('SCAN_NOT_FOUND');
    const caseId = scan.supplyId ?? request.params.id;
    await noteRead(deps.pool, { account, caseId, what: 'scan', at: nowIso(deps) });
    return reply
      .type(scan.mediaType)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(scan.name)}`)
      .header('cache-control', 'private, no-store')
      .serializer((payload: unknown) => payload as string)
      .send(scan.bytes);
  });
}
