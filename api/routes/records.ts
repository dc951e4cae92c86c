import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import {
  DecisionBody,
  ProposalBody,
  ProposalLines,
  RecordLines,
  RecordPage,
  RecordQuery,
} from '../../domain/record/book.ts';
import { RECORD_FILE } from '../../domain/wording/files/bookFiles.ts';
import type { ApiDeps } from '../deps.ts';
import { sendList } from '../listFile.ts';
import { keyOf, once } from '../once.ts';
import { refusals } from '../problem.ts';
import { decide } from '../records/decisions.ts';
import { mergesFor } from '../records/merges.ts';
import { propose } from '../records/proposals.ts';
import { recordPage } from '../records/recordPage.ts';
import { recordsAsked } from '../records/shelf.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

const tags = ['records'];
/** The two parts of a record number: `25HN2023` and `00001`. */
const params = z.object({ series: z.string().max(20), serial: z.string().max(10) });

function numberOf({ series, serial }: z.infer<typeof params>): string {
  return `${series}/${serial}`;
}

/** The book of records: list, one record with its history, changes proposed and decided. */
export const recordRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/records',
    { schema: { tags, querystring: RecordQuery, response: { 200: RecordLines, ...refusals } } },
    (request) => recordsAsked(deps, permitted(request, 'record.read'), request.query, 'records'),
  );

  app.get(
    '/records.csv',
    { schema: { tags, querystring: RecordQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'record.read');
      const all = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { records } = await recordsAsked(deps, account, all, 'records.csv');
      return sendList(deps, reply, RECORD_FILE, records);
    },
  );

  const page = { 200: RecordPage, ...refusals };
  app.get(
    '/records/:series/:serial',
    {
      schema: {
        tags,
        params,
        querystring: z.strictObject({ old: z.stringbool().default(false) }),
        response: page,
      },
    },
    async (request) => {
      const account = permitted(request, 'record.read');
      return recordPage(deps, account, numberOf(request.params), request.query);
    },
  );

  app.post(
    '/records/:series/:serial/proposals',
    { schema: { tags, params, body: ProposalBody, response: page } },
    async (request) => {
      const account = permitted(request, 'record.propose');
      const number = numberOf(request.params);
      await once(deps.pool, request, account.id, async () => {
        await propose(deps, account, number, { body: request.body, key: keyOf(request) });
        return {};
      });
      return recordPage(deps, account, number, { old: false });
    },
  );

  app.get(
    '/record-proposals/merges',
    { schema: { tags, response: { 200: ProposalLines, ...refusals } } },
    (request) => mergesFor(deps, permitted(request, 'record.approve')),
  );

  app.post(
    '/record-proposals/:id/decision',
    {
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        body: DecisionBody,
        response: { 200: z.strictObject({ number: z.string() }), ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'record.approve');
      return once(deps.pool, request, account.id, async () => {
        const { id } = request.params;
        const { number } = await decide(deps, account, { id, decision: request.body });
        return { number };
      });
    },
  );
};
