import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { orderResend } from '../../db/desk/resends.ts';
import { listArrivals } from '../../db/read/evidence.ts';
import { listDeadLetters, listTraffic } from '../../db/read/integrations.ts';
import { DAY_MS, isoOf } from '../../domain/instant.ts';
import {
  ArrivalQuery,
  Arrivals,
  DeadLetterQuery,
  DeadLetters,
  ResendPreview,
  ResendQuestion,
  ResendResult,
  Traffic,
} from '../../domain/integration.ts';
import { DEAD_LETTER_FILE } from '../../domain/wording/files/careFiles.ts';
import { sendList } from '../listFile.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { previewResend, shownLetters } from '../resends.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

const LOOK_BACK_MS = 30 * DAY_MS;
const tags = ['integrations'];

/** The administrator's view of the lines to agencies: traffic, dead letters, arrivals. */
export const integrationRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/integrations',
    { schema: { tags, response: { 200: Traffic, ...refusals } } },
    async (request) => {
      permitted(request, 'integration.read');
      const since = isoOf(nowMs(deps) - LOOK_BACK_MS);
      return { since, units: [...(await listTraffic(deps.pool, since))] };
    },
  );

  app.get(
    '/integrations/dead-letters',
    { schema: { tags, querystring: DeadLetterQuery, response: { 200: DeadLetters, ...refusals } } },
    async (request) => {
      const reader = permitted(request, 'integration.read');
      const { limit } = request.query;
      const rows = await listDeadLetters(deps.pool, reader, request.query);
      const letters = await shownLetters(deps, rows);
      const page = letters.slice(0, limit);
      return { letters: page, next: letters.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    '/dead-letters.csv',
    { schema: { tags, querystring: DeadLetterQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const reader = permitted(request, 'integration.read');
      const query = { ...request.query, limit: WHOLE_LIST, after: undefined };
      const rows = await listDeadLetters(deps.pool, reader, query);
      return sendList(deps, reply, DEAD_LETTER_FILE, await shownLetters(deps, rows));
    },
  );

  app.post(
    '/integrations/resends/previews',
    { schema: { tags, body: ResendQuestion, response: { 200: ResendPreview, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'integration.mend');
      return previewResend(deps, account, request.body.messageIds);
    },
  );

  app.post(
    '/integrations/resends/:token',
    {
      schema: {
        tags,
        params: z.object({ token: z.uuid() }),
        response: { 200: ResendResult, ...refusals },
      },
    },
    async (request) => {
      const { id: account } = permitted(request, 'integration.mend');
      const { token } = request.params;
      const ordered = await orderResend(deps.pool, { token, account, at: nowIso(deps) });
      if (ordered === null) throw new Refused('NOT_FOUND');
      return { ordered };
    },
  );

  app.get(
    '/integrations/arrivals',
    { schema: { tags, querystring: ArrivalQuery, response: { 200: Arrivals, ...refusals } } },
    async (request) => {
      permitted(request, 'integration.read');
      const { limit } = request.query;
      const arrivals = await listArrivals(deps.pool, request.query);
      const page = arrivals.slice(0, limit);
      return { arrivals: page, next: arrivals.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
  );
};
