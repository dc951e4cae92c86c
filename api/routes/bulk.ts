import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { deleteFilter, listSavedFilters, saveFilter } from '../../db/desk/savedFilters.ts';
import {
  BulkPreview,
  BulkQuestion,
  BulkResult,
  FilterToSave,
  SavedFilter,
} from '../../domain/bulk.ts';
import { carryOutBulk, previewBulk } from '../bulk.ts';
import { printBulk } from '../bulkPapers.ts';
import type { ApiDeps } from '../deps.ts';
import { languageOf, Problem } from '../problem.ts';
import { permitted } from '../session.ts';
import { sendPdf } from './papers.ts';

const refusals = { 400: Problem, 401: Problem, 403: Problem, 404: Problem };

/** Acts on many cases in two phases, and the filters people keep. */
export const bulkRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.post(
    '/bulk/previews',
    {
      schema: { tags: ['cases'], body: BulkQuestion, response: { 200: BulkPreview, ...refusals } },
    },
    async (request) =>
      previewBulk(deps, permitted(request, 'worklist.read'), request.body, languageOf(request)),
  );

  app.post(
    '/bulk/:token',
    {
      schema: {
        tags: ['cases'],
        params: z.object({ token: z.uuid() }),
        response: { 200: BulkResult, ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'worklist.read');
      return carryOutBulk(deps, account, request.params.token, languageOf(request));
    },
  );

  app.get(
    '/bulk/:token/papers.pdf',
    { schema: { tags: ['papers'], params: z.object({ token: z.uuid() }) } },
    async (request, reply) => {
      const account = permitted(request, 'worklist.read');
      return sendPdf(reply, 'giay-to', await printBulk(deps, account, request.params.token));
    },
  );

  app.get(
    '/saved-filters',
    {
      schema: {
        tags: ['cases'],
        response: { 200: z.object({ filters: z.array(SavedFilter) }), ...refusals },
      },
    },
    async (request) => {
      const { id, unit } = permitted(request, 'worklist.read');
      return { filters: [...(await listSavedFilters(deps.pool, { account: id, unit }))] };
    },
  );

  app.post(
    '/saved-filters',
    {
      schema: { tags: ['cases'], body: FilterToSave, response: { 201: SavedFilter, ...refusals } },
    },
    async (request, reply) => {
      const { id, unit } = permitted(request, 'worklist.read');
      const saved = await saveFilter(deps.pool, { account: id, unit, ...request.body });
      return reply.status(201).send(saved);
    },
  );

  app.delete(
    '/saved-filters/:id',
    {
      schema: {
        tags: ['cases'],
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'worklist.read');
      await deleteFilter(deps.pool, request.params.id, account.id);
      return reply.status(204).send(null);
    },
  );
};
