import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type * as z from 'zod';
import * as board from '../../db/read/board.ts';
import { listOutcomes } from '../../db/read/rescue.ts';
import {
  BoardCalibration,
  BoardCounts,
  BoardDays,
  BoardEscalations,
  BoardFlows,
  BoardQuery,
  BoardRescue,
  BoardSoonest,
  DaysQuery,
} from '../../domain/board.ts';
import { addDays, dateOf } from '../../domain/instant.ts';
import { calibrationOf } from '../../domain/rescue.ts';
import { countsOf, daysOf } from '../boardCounts.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { OpenCounts } from '../openCounts.ts';
import { Problem } from '../problem.ts';
import { rescueOf } from '../rescue.ts';
import { permitted } from '../session.ts';
import { unitInView } from '../unitInView.ts';

const FLOW_DAYS = 30;

/** The supervisor's board, one read per section so that none waits for another. */
export const boardRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const { pool } = deps;
  const reads = { db: pool, openCounts: new OpenCounts(pool, deps.changes) };
  const readerOf = (request: FastifyRequest) => permitted(request, 'board.read');
  const scopeOf = (request: FastifyRequest, query: z.infer<typeof BoardQuery>) => {
    const unit = unitInView(readerOf(request), query.unit);
    return { unit, kind: query.kind ?? null, now: nowIso(deps) };
  };
  const schemaOf = <Reply extends z.ZodType>(reply: Reply) => ({
    tags: ['supervisor'],
    querystring: BoardQuery,
    response: { 200: reply, 401: Problem, 403: Problem },
  });

  app.get('/board/counts', { schema: schemaOf(BoardCounts) }, async (request) =>
    countsOf(reads, scopeOf(request, request.query), readerOf(request)),
  );

  app.get('/board/flows', { schema: schemaOf(BoardFlows) }, async (request) => {
    const scope = scopeOf(request, request.query);
    const to = dateOf(nowMs(deps));
    const from = addDays(to, 1 - FLOW_DAYS);
    return { from, to, units: [...(await board.sumFlows(pool, scope, { from, to }))] };
  });

  app.get(
    '/board/days',
    { schema: { ...schemaOf(BoardDays), querystring: DaysQuery } },
    async (request) => {
      const { days, ...query } = request.query;
      return daysOf(reads, scopeOf(request, query), Number(days));
    },
  );

  app.get('/board/escalations', { schema: schemaOf(BoardEscalations) }, async (request) => {
    const scope = scopeOf(request, request.query);
    return { escalations: [...(await board.listEscalations(pool, scope, readerOf(request)))] };
  });

  app.get('/board/soonest', { schema: schemaOf(BoardSoonest) }, async (request) => ({
    cases: await board.listSoonest(pool, scopeOf(request, request.query), readerOf(request)),
  }));

  app.get('/board/rescue', { schema: schemaOf(BoardRescue) }, async (request) =>
    rescueOf(deps, scopeOf(request, request.query), readerOf(request)),
  );

  app.get('/board/calibration', { schema: schemaOf(BoardCalibration) }, async (request) => {
    const month = lastMonthOf(dateOf(nowMs(deps)));
    const outcomes = await listOutcomes(pool, month, scopeOf(request, request.query));
    return { month, bands: calibrationOf(outcomes) };
  });
};

/** First day of the month before a date's. */
function lastMonthOf(date: string): string {
  const before = addDays(`${date.slice(0, 7)}-01`, -1);
  return `${before.slice(0, 7)}-01`;
}
