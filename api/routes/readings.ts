import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import {
  listReaders,
  listReadings,
  listReadingsOf,
  listSubjectsRead,
} from '../../db/read/readings.ts';
import { type Account, AccountId } from '../../domain/account.ts';
import { CaseId } from '../../domain/case.ts';
import { watchesAllReadings } from '../../domain/permission.ts';
import {
  AccountReadingQuery,
  ReaderQuery,
  Readers,
  ReadingQuery,
  Readings,
  ReadingsOf,
} from '../../domain/reading.ts';
import { READING_FILE, READING_OF_FILE } from '../../domain/wording/files/readingFiles.ts';
import type { ApiDeps } from '../deps.ts';
import { sendList } from '../listFile.ts';
import { refusals } from '../problem.ts';
import { caseAsked, readerAsked, recordAsked } from '../readings.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

const tags = ['readings'];
const ofCase = z.object({ caseId: CaseId });
const ofRecord = z.object({ series: z.string().max(20), serial: z.string().max(10) });
const ofAccount = z.object({ id: AccountId });
const list = { 200: Readings, ...refusals };
const WHOLE = { limit: WHOLE_LIST, after: undefined };

/** Who has read a person's case or record, and what an account has read. Asking is noted as a reading itself. */
export const readingRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const asked = (request: FastifyRequest): Account => permitted(request, 'reading.list');
  const send = async (
    request: FastifyRequest<{ Querystring: ReadingQuery }>,
    reply: FastifyReply,
    account: Account,
    subjects: readonly string[],
  ): Promise<FastifyReply> => {
    const query = { ...request.query, ...WHOLE };
    const { readings } = await listReadings(deps.pool, account, subjects, query);
    return sendList(deps, reply, READING_FILE, readings);
  };

  app.get(
    '/cases/:caseId/readings',
    { schema: { tags, params: ofCase, querystring: ReadingQuery, response: list } },
    async (request) => {
      const account = asked(request);
      const subjects = await caseAsked(deps, account, request.params.caseId, 'readings');
      return listReadings(deps.pool, account, subjects, request.query);
    },
  );

  app.get(
    '/cases/:caseId/readings.csv',
    { schema: { tags, params: ofCase, querystring: ReadingQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = asked(request);
      const subjects = await caseAsked(deps, account, request.params.caseId, 'readings.csv');
      return send(request, reply, account, subjects);
    },
  );

  app.get(
    '/records/:series/:serial/readings',
    { schema: { tags, params: ofRecord, querystring: ReadingQuery, response: list } },
    async (request) => {
      const account = asked(request);
      const subjects = await recordAsked(deps, account, numberOf(request.params), 'readings');
      return listReadings(deps.pool, account, subjects, request.query);
    },
  );

  app.get(
    '/records/:series/:serial/readings.csv',
    { schema: { tags, params: ofRecord, querystring: ReadingQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = asked(request);
      const subjects = await recordAsked(deps, account, numberOf(request.params), 'readings.csv');
      return send(request, reply, account, subjects);
    },
  );

  app.get(
    '/accounts',
    { schema: { tags, querystring: ReaderQuery, response: { 200: Readers, ...refusals } } },
    async (request) => {
      const account = asked(request);
      const unit = watchesAllReadings(account) ? null : account.unit;
      return { readers: [...(await listReaders(deps.pool, unit, request.query.q))] };
    },
  );

  const byAccount = { tags, params: ofAccount, querystring: AccountReadingQuery };
  app.get(
    '/accounts/:id/readings',
    { schema: { ...byAccount, response: { 200: ReadingsOf, ...refusals } } },
    async (request) => {
      const account = asked(request);
      const { id } = request.params;
      await readerAsked(deps, account, id, 'readings-by');
      return listReadingsOf(deps.pool, account, id, request.query);
    },
  );

  app.get(
    '/accounts/:id/readings.csv',
    { schema: { ...byAccount, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = asked(request);
      const { id } = request.params;
      await readerAsked(deps, account, id, 'readings-by.csv');
      const query = { ...request.query, ...WHOLE };
      const rows = await listSubjectsRead(deps.pool, account, id, query);
      return sendList(deps, reply, READING_OF_FILE, rows);
    },
  );
};

/** `25HN2023/00001` of the two parts of a record number. */
function numberOf({ series, serial }: z.infer<typeof ofRecord>): string {
  return `${series}/${serial}`;
}
