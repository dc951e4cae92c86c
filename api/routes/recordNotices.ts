import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { listNotices } from '../../db/read/recordNotices.ts';
import { Comparison, ComparisonQuery } from '../../domain/record/comparison.ts';
import { Normalisation, NormalisationBody, WordGroups } from '../../domain/record/normalisation.ts';
import { NoticeLines, NoticePage, NoticeQuery } from '../../domain/record/notice.ts';
import { CatalogueBook } from '../catalogue/catalogueBook.ts';
import type { ApiDeps } from '../deps.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { compareCopies } from '../records/comparison.ts';
import {
  batchOf,
  confirmBatch,
  mapJudgment,
  previewBatch,
  wordGroups,
} from '../records/normalising.ts';
import { applyNotice, noticePage } from '../records/notices.ts';
import { shelfOf } from '../records/shelf.ts';
import { permitted } from '../session.ts';

const tags = ['records'];
const params = z.object({ id: z.uuid() });
const batch = { tags, response: { 200: Normalisation, ...refusals } };

/** Normalisation of offences, the notices it writes to the Centre, and both sides compared. */
export const recordNoticeRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const book = new CatalogueBook(deps.pool);

  app.get(
    '/record-normalisations/words',
    { schema: { tags, response: { 200: WordGroups, ...refusals } } },
    async (request) => wordGroups(deps, book, permitted(request, 'record.normalise')),
  );

  app.post(
    '/record-normalisations',
    { schema: { ...batch, body: NormalisationBody } },
    async (request) => {
      const account = permitted(request, 'record.normalise');
      return once(deps.pool, request, account.id, (key) =>
        previewBatch(deps, book, account, { body: request.body, key }),
      );
    },
  );

  app.get('/record-normalisations/:id', { schema: { ...batch, params } }, async (request) =>
    batchOf(deps, permitted(request, 'record.normalise'), request.params.id),
  );

  app.post(
    '/record-normalisations/:id/confirmation',
    { schema: { ...batch, params } },
    async (request) =>
      confirmBatch(deps, permitted(request, 'record.normalise'), request.params.id),
  );

  app.post(
    '/records/:series/:serial/judgments/:ref/offence',
    {
      schema: {
        ...batch,
        params: z.object({
          series: z.string().max(20),
          serial: z.string().max(10),
          ref: z.coerce.number().int().min(1),
        }),
        body: z.strictObject({ code: z.string().max(40) }),
      },
    },
    async (request) => {
      const account = permitted(request, 'record.normalise');
      const { series, serial, ref } = request.params;
      const judgment = { number: `${series}/${serial}`, ref, code: request.body.code };
      return once(deps.pool, request, account.id, (key) =>
        mapJudgment(deps, book, account, { ...judgment, key }),
      );
    },
  );
  addNotices(app, deps);
};

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];

function addNotices(app: App, deps: ApiDeps): void {
  app.get(
    '/record-notices',
    { schema: { tags, querystring: NoticeQuery, response: { 200: NoticeLines, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'recordNotice.read');
      return listNotices(deps.pool, shelfOf(account).unit, request.query);
    },
  );

  const page = { tags, params, response: { 200: NoticePage, ...refusals } };
  app.get('/record-notices/:id', { schema: page }, async (request) =>
    noticePage(deps, permitted(request, 'recordNotice.read'), request.params.id),
  );

  app.post('/record-notices/:id/application', { schema: page }, async (request) => {
    const account = permitted(request, 'recordNotice.apply');
    const { id } = request.params;
    await applyNotice(deps, account, id);
    return noticePage(deps, account, id);
  });

  app.get(
    '/record-comparison',
    { schema: { tags, querystring: ComparisonQuery, response: { 200: Comparison, ...refusals } } },
    async (request) => compareCopies(deps, permitted(request, 'record.read'), request.query),
  );
}
