import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { noteReads } from '../../db/desk/readAudit.ts';
import { listCovered, listDispatches, listWaiting } from '../../db/read/dispatches.ts';
import {
  Dispatch,
  DispatchBody,
  Dispatches,
  DispatchQuery,
  WaitingItems,
} from '../../domain/exchange/dispatch.ts';
import { DISPATCH_FILE } from '../../domain/wording/files/exchangeFiles.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import {
  coverTransfers,
  dispatchPaperOf,
  readableDispatch,
  shownDispatch,
} from '../exchange/dispatches.ts';
import { sendList } from '../listFile.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';
import { sendPdf } from './papers.ts';

const tags = ['exchange'];

/** Cover letters with lists, under which a department sends records and slips to the Centre. */
export const dispatchRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/exchange/dispatches',
    { schema: { tags, querystring: DispatchQuery, response: { 200: Dispatches, ...refusals } } },
    async (request) => {
      const { unit } = permitted(request, 'transfer.enter');
      const { dispatches, total } = await listDispatches(deps.pool, unit, request.query);
      return { dispatches: dispatches.map(shownDispatch), total };
    },
  );

  app.get(
    '/exchange/dispatches.csv',
    { schema: { tags, querystring: DispatchQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const { unit } = permitted(request, 'transfer.enter');
      const query = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { dispatches } = await listDispatches(deps.pool, unit, query);
      return sendList(deps, reply, DISPATCH_FILE, dispatches.map(shownDispatch));
    },
  );

  app.get(
    '/exchange/dispatches/waiting',
    { schema: { tags, response: { 200: WaitingItems, ...refusals } } },
    async (request) => {
      const { id: account, unit } = permitted(request, 'transfer.enter');
      const items = [...(await listWaiting(deps.pool, unit))];
      const caseIds = items.map(({ caseId }) => caseId);
      await noteReads(deps.pool, { account, caseIds, what: 'waiting', at: nowIso(deps) });
      return { items };
    },
  );

  app.post(
    '/exchange/dispatches',
    { schema: { tags, body: DispatchBody, response: { 201: Dispatch, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'transfer.enter');
      const { id } = await once(deps.pool, request, account.id, async (key) => {
        await coverTransfers(deps, account, [...new Set(request.body.caseIds)], key);
        return { id: key };
      });
      return reply.status(201).send(shownDispatch(await readableDispatch(deps, account, id)));
    },
  );

  app.get(
    '/exchange/dispatches/:id/paper.pdf',
    { schema: { tags, params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const account = permitted(request, 'exchange.read');
      const dispatch = await readableDispatch(deps, account, request.params.id);
      const caseIds = [dispatch.number, ...(await listCovered(deps.pool, dispatch.id))];
      const read = { account: account.id, caseIds, what: 'dispatch' } as const;
      await noteReads(deps.pool, { ...read, at: nowIso(deps) });
      const name = `cong-van-${dispatch.number.replace('/', '-')}-${dispatch.year}`;
      return sendPdf(reply, name, await dispatchPaperOf(deps, dispatch));
    },
  );
};
