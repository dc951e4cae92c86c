import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import * as board from '../../db/read/board.ts';
import { Board } from '../../domain/desk.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { addDays, dateOf, endOfDay, isoOf, startOfDay } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

/** The supervisor's board. */
export const boardRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/board',
    {
      schema: {
        tags: ['supervisor'],
        querystring: z.strictObject({ unit: z.string().max(40).optional() }),
        response: { 200: Board, 401: Problem, 403: Problem },
      },
    },
    async (request) => {
      const account = permitted(request, 'board.read');
      const wanted = request.query.unit ?? null;
      const national = account.unit === CENTRE_UNIT;
      if (!national && wanted !== null && wanted !== account.unit)
        throw new Refused('NOT_YOUR_UNIT');
      return boardOf(deps, national ? wanted : account.unit);
    },
  );
};

async function boardOf(deps: ApiDeps, unit: string | null): Promise<z.infer<typeof Board>> {
  const now = nowMs(deps);
  const today = dateOf(now);
  const scope = {
    unit,
    now: isoOf(now),
    startOfDay: isoOf(startOfDay(today)),
    endOfDay: isoOf(endOfDay(today)),
    endOfThirdDay: isoOf(endOfDay(addDays(today, 3))),
  };
  const { pool } = deps;
  const [due, counted, bySteps, days, agencies, escalations, soonest] = await Promise.all([
    board.countDue(pool, scope),
    board.countToday(pool, scope),
    board.countBySteps(pool, scope),
    board.countDays(pool, scope),
    board.measureAgencies(pool, scope),
    board.listEscalations(pool, scope),
    board.listSoonest(pool, scope),
  ]);
  return {
    businessNow: scope.now,
    ...due,
    ...counted,
    bySteps,
    days,
    agencies,
    escalations,
    soonest,
  };
}
