import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { findOffences, listReleases, releaseInForce } from '../../db/read/catalogue.ts';
import {
  CatalogueChanges,
  CataloguePage,
  CatalogueQuery,
  CatalogueReleases,
  ChangeQuery,
  ListUpload,
  Publication,
  ReleasePage,
} from '../../domain/offence/release.ts';
import { suggestOffences, SuggestionQuery, Suggestions } from '../../domain/offence/suggest.ts';
import { CatalogueBook } from '../catalogue/catalogueBook.ts';
import { importList } from '../catalogue/importList.ts';
import {
  changesAsked,
  discard,
  keepGoodOf,
  publish,
  releaseOf,
  releasePage,
} from '../catalogue/releases.ts';
import { OFFENCE_CHANGE_FILE, OFFENCE_FILE } from '../../domain/wording/files/careFiles.ts';
import { CATALOGUE_FILES } from '../../domain/uploads.ts';
import { sendList } from '../listFile.ts';
import type { ApiDeps } from '../deps.ts';
import { keyOf, once } from '../once.ts';
import { languageOf, Problem, refusals } from '../problem.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

const tags = ['catalogue'];
const params = z.object({ id: z.uuid() });
/** Some twenty times the largest list known. */
const LARGEST_LIST = CATALOGUE_FILES['.csv'];
const LIST_TYPES = [
  'text/csv',
  'text/plain',
  'application/octet-stream',
  'application/vnd.ms-excel',
];

/** The catalogue of offences: entries in force, suggestions for words of a judgment, releases. */
export const catalogueRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const book = new CatalogueBook(deps.pool);

  app.get(
    '/catalogue/offences',
    {
      schema: { tags, querystring: CatalogueQuery, response: { 200: CataloguePage, ...refusals } },
    },
    async (request) => {
      permitted(request, 'catalogue.read');
      const id = request.query.release ?? (await releaseInForce(deps.pool)).id;
      const release = await releaseOf(deps, id);
      return { release, ...(await findOffences(deps.pool, id, request.query)) };
    },
  );

  app.get(
    '/catalogue/offences.csv',
    { schema: { tags, querystring: CatalogueQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      permitted(request, 'catalogue.read');
      const id = request.query.release ?? (await releaseInForce(deps.pool)).id;
      await releaseOf(deps, id);
      const all = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { offences } = await findOffences(deps.pool, id, all);
      return sendList(deps, reply, OFFENCE_FILE, offences);
    },
  );

  app.get(
    '/catalogue/suggestions',
    { schema: { tags, querystring: SuggestionQuery, response: { 200: Suggestions, ...refusals } } },
    async (request) => {
      permitted(request, 'catalogue.read');
      const { version, offences } = await book.inForce();
      return { version, ...suggestOffences(offences, request.query) };
    },
  );
  addReleaseReads(app, deps);
  addReleaseActs(app, deps);
};

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];
const one = { tags, params, response: { 200: ReleasePage, ...refusals } };

/** Lists as they came in, and what they would change. */
function addReleaseReads(app: App, deps: ApiDeps): void {
  app.get(
    '/catalogue/releases',
    { schema: { tags, response: { 200: CatalogueReleases, ...refusals } } },
    async (request) => {
      permitted(request, 'catalogue.read');
      return { releases: [...(await listReleases(deps.pool))] };
    },
  );

  app.get('/catalogue/releases/:id', { schema: one }, async (request) => {
    const account = permitted(request, 'catalogue.read');
    return releasePage(deps, account, request.params.id, languageOf(request));
  });

  app.get(
    '/catalogue/releases/:id/changes',
    {
      schema: {
        tags,
        params,
        querystring: ChangeQuery,
        response: { 200: CatalogueChanges, ...refusals },
      },
    },
    async (request) => {
      permitted(request, 'catalogue.read');
      return changesAsked(deps, request.params.id, request.query);
    },
  );

  app.get(
    '/catalogue/releases/:id/changes.csv',
    { schema: { tags, params, querystring: ChangeQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      permitted(request, 'catalogue.read');
      const all = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { changes } = await changesAsked(deps, request.params.id, all);
      const rows = changes.map(({ kind, code, before, after, into, fields }) => ({
        kind,
        code,
        before: before?.name,
        after: after?.name,
        into: into.map((one) => one.code),
        fields,
      }));
      return sendList(deps, reply, OFFENCE_CHANGE_FILE, rows);
    },
  );
}

/** A list comes in, and its way into force. */
function addReleaseActs(app: App, deps: ApiDeps): void {
  const asBytes = { parseAs: 'buffer', bodyLimit: LARGEST_LIST } as const;
  app.addContentTypeParser(LIST_TYPES, asBytes, (_request, body, done) => done(null, body));

  app.post(
    '/catalogue/releases',
    {
      bodyLimit: LARGEST_LIST,
      schema: {
        tags,
        consumes: LIST_TYPES,
        querystring: ListUpload,
        response: { 201: ReleasePage, ...refusals, 413: Problem, 415: Problem },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'catalogue.import');
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const id = await importList(deps, account, {
        bytes,
        upload: request.query,
        key: keyOf(request),
      });
      return reply.status(201).send(await releasePage(deps, account, id, languageOf(request)));
    },
  );

  app.post('/catalogue/releases/:id/good-rows', { schema: one }, async (request) => {
    const account = permitted(request, 'catalogue.import');
    const { id } = request.params;
    await once(deps.pool, request, account.id, async () => {
      await keepGoodOf(deps, account, id);
      return {};
    });
    return releasePage(deps, account, id, languageOf(request));
  });

  app.post('/catalogue/releases/:id/discard', { schema: one }, async (request) => {
    const account = permitted(request, 'catalogue.import');
    const { id } = request.params;
    await once(deps.pool, request, account.id, async () => {
      await discard(deps, id);
      return {};
    });
    return releasePage(deps, account, id, languageOf(request));
  });

  app.post(
    '/catalogue/releases/:id/publication',
    { schema: { ...one, body: Publication } },
    async (request) => {
      const account = permitted(request, 'catalogue.release');
      const { id } = request.params;
      await once(deps.pool, request, account.id, async () => {
        await publish(deps, account, { id, token: request.body.token });
        return {};
      });
      return releasePage(deps, account, id, languageOf(request));
    },
  );
}
