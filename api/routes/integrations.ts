import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { registerUnitKey, withdrawUnitKey } from '../../db/desk/unitKeys.ts';
import { orderResend } from '../../db/desk/resends.ts';
import { listArrivals } from '../../db/read/evidence.ts';
import { listDeadLetters, listTraffic } from '../../db/read/integrations.ts';
import { findUnit } from '../../db/read/units.ts';
import { KeyId, UnitCode } from '../../domain/agencyMessage.ts';
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
  UnitKeyForm,
  UnitStanding,
  Withdrawal,
} from '../../domain/integration.ts';
import { announcementRefusal } from '../announcedKeys.ts';
import { sendCsv } from '../csv.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { previewResend } from '../resends.ts';
import { permitted } from '../session.ts';
import { standingOf } from './agencyApi.ts';

const LOOK_BACK_MS = 30 * DAY_MS;
const LONGEST_EXPORT = 5_000;
const tags = ['integrations'];

/** The administrator's view of the lines to agencies: traffic, dead letters, arrivals, keys. */
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
      permitted(request, 'integration.read');
      const { limit } = request.query;
      const letters = await listDeadLetters(deps.pool, request.query);
      const page = letters.slice(0, limit);
      return { letters: page, next: letters.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    '/dead-letters.csv',
    { schema: { tags, querystring: DeadLetterQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      permitted(request, 'integration.read');
      const query = { ...request.query, limit: LONGEST_EXPORT, after: undefined };
      return sendCsv(reply, 'thong-diep-ton.csv', await listDeadLetters(deps.pool, query));
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

  app.get(
    '/integrations/units/:unit',
    {
      schema: {
        tags,
        params: z.object({ unit: UnitCode }),
        response: { 200: UnitStanding, ...refusals },
      },
    },
    async (request) => {
      permitted(request, 'integration.read');
      const { unit } = request.params;
      if ((await findUnit(deps.pool, unit)) === null) throw new Refused('NOT_FOUND');
      return standingOf(deps, unit);
    },
  );

  app.post(
    '/integrations/units/:unit/keys',
    {
      schema: {
        tags,
        params: z.object({ unit: UnitCode }),
        body: UnitKeyForm,
        response: { 200: UnitStanding, ...refusals },
      },
    },
    async (request) => {
      const { id } = permitted(request, 'integration.mend');
      const { unit } = request.params;
      if ((await findUnit(deps.pool, unit)) === null) throw new Refused('NOT_FOUND');
      return once(deps.pool, request, id, async () => {
        const code = await announcementRefusal(deps, { ...request.body, fromUnit: unit });
        if (code !== null) throw new Refused(code);
        const by = { registeredBy: id, registeredAt: nowIso(deps) };
        await registerUnitKey(deps.pool, { unit, ...request.body, ...by });
        return standingOf(deps, unit);
      });
    },
  );

  app.post(
    '/integrations/units/:unit/keys/:kid/withdrawal',
    {
      schema: {
        tags,
        params: z.object({ unit: UnitCode, kid: KeyId }),
        body: Withdrawal,
        response: { 200: UnitStanding, ...refusals },
      },
    },
    async (request) => {
      const { id: by } = permitted(request, 'integration.mend');
      const { unit, kid } = request.params;
      const { reason } = request.body;
      const withdrawn = { unit, kid, by, reason, at: nowIso(deps) };
      if (!(await withdrawUnitKey(deps.pool, withdrawn))) throw new Refused('NOT_FOUND');
      return standingOf(deps, unit);
    },
  );
};
