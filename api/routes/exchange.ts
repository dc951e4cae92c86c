import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { noteReads } from '../../db/desk/readAudit.ts';
import { listTransfers } from '../../db/read/transferList.ts';
import {
  ArrivalQuery,
  Arrivals,
  PaperArrival,
  PaperRegistered,
} from '../../domain/exchange/arrival.ts';
import { ExchangeShare, ShareQuery } from '../../domain/exchange/share.ts';
import { SlipBody } from '../../domain/exchange/slip.ts';
import { TransferQuery, Transfers } from '../../domain/exchange/transferList.ts';
import { TransferPage } from '../../domain/exchange/transferPage.ts';
import { CaseId } from '../../domain/case.ts';
import { RecordCreated } from '../../domain/record.ts';
import { ARRIVAL_FILE, SHARE_FILE } from '../../domain/wording/files/exchangeFiles.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { enterSlip, tellChange } from '../exchange/enterSlip.ts';
import { papersAsked } from '../exchange/papers.ts';
import { matchPaper, registerPaper } from '../exchange/registerPaper.ts';
import { shareFor } from '../exchange/share.ts';
import { transferPageOf } from '../exchange/transferPage.ts';
import { sendList } from '../listFile.ts';
import { once } from '../once.ts';
import { Problem, refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';
import { readableCase } from './cases.ts';

const tags = ['exchange'];
const acts = { ...refusals, 503: Problem, 504: Problem };

/** Exchange with the Centre beside the transfers' own acts: supplementary slips, papers by post. */
export const exchangeRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.post(
    '/slips',
    { schema: { tags, body: SlipBody, response: { 201: RecordCreated, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'transfer.enter');
      const created = await once(deps.pool, request, account.id, (key) =>
        enterSlip(deps, account, request.body, key),
      );
      return reply.status(201).send(created);
    },
  );

  app.post(
    '/record-proposals/:id/slip',
    {
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 201: RecordCreated, ...refusals },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'transfer.enter');
      const created = await once(deps.pool, request, account.id, (key) =>
        tellChange(deps, account, request.params.id, key),
      );
      return reply.status(201).send(created);
    },
  );

  app.get(
    '/transfers',
    { schema: { tags, querystring: TransferQuery, response: { 200: Transfers, ...refusals } } },
    async (request) => {
      const { id, roles, unit } = permitted(request, 'exchange.read');
      const viewer = { account: id, roles, unit, now: nowIso(deps) };
      const found = await listTransfers(deps.pool, request.query, viewer);
      const caseIds = found.transfers.map(({ caseId }) => caseId);
      await noteReads(deps.pool, { account: id, caseIds, what: 'transfers', at: viewer.now });
      return found;
    },
  );

  app.get(
    '/transfers/:caseId',
    {
      schema: {
        tags,
        params: z.object({ caseId: CaseId }),
        response: { 200: TransferPage, ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'conviction.read');
      const { state } = await readableCase(deps, request, request.params.caseId, 'transfer');
      if (state.kind !== 'TRANSFER') throw new Refused('CASE_NOT_FOUND');
      return transferPageOf(deps, account, state);
    },
  );
  addPapers(app, deps);
  addShare(app, deps);
};

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];

/** The Centre's register of papers that came by post. */
function addPapers(app: App, deps: ApiDeps): void {
  app.get(
    '/exchange/papers',
    { schema: { tags, querystring: ArrivalQuery, response: { 200: Arrivals, ...refusals } } },
    (request) => papersAsked(deps, permitted(request, 'paper.register'), request.query),
  );

  app.get(
    '/exchange/papers.csv',
    { schema: { tags, querystring: ArrivalQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'paper.register');
      const all = { ...request.query, page: 1 };
      const { arrivals } = await papersAsked(deps, account, all, WHOLE_LIST);
      return sendList(deps, reply, ARRIVAL_FILE, arrivals);
    },
  );

  app.post(
    '/exchange/papers',
    { schema: { tags, body: PaperArrival, response: { 201: PaperRegistered, ...acts } } },
    async (request, reply) => {
      const account = permitted(request, 'paper.register');
      const registered = await once(deps.pool, request, account.id, (key) =>
        registerPaper(deps, account, request.body, key),
      );
      return reply.status(201).send(registered);
    },
  );

  app.post(
    '/exchange/papers/:id/match',
    {
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 200: PaperRegistered, ...acts },
      },
    },
    async (request) => {
      const account = permitted(request, 'paper.register');
      return once(deps.pool, request, account.id, (key) =>
        matchPaper(deps, account, request.params.id, key),
      );
    },
  );
}

/** How much of the exchange was electronic. */
function addShare(app: App, deps: ApiDeps): void {
  app.get(
    '/exchange/share',
    { schema: { tags, querystring: ShareQuery, response: { 200: ExchangeShare, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'exchange.read');
      return shareFor(deps, account, request.query.year);
    },
  );

  app.get(
    '/exchange/share.csv',
    { schema: { tags, querystring: ShareQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'exchange.read');
      const { lines, year } = await shareFor(deps, account, request.query.year);
      const file = { ...SHARE_FILE, name: `trao-doi-dien-tu-${year}.csv` };
      return sendList(deps, reply, file, lines);
    },
  );
}
