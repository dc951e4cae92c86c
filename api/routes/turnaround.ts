import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { measureHolders, type Window } from '../../db/read/holdings.ts';
import { listLeague } from '../../db/read/league.ts';
import type { Held, Holder } from '../../domain/flow/holder.ts';
import { isoOf, startOfDay } from '../../domain/instant.ts';
import { HolderShares, League } from '../../domain/turnaround.ts';
import { boardWindow } from '../boardWindow.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { permitted } from '../session.ts';
import { LEAGUE_FILE } from '../../domain/wording/files/boardFiles.ts';
import { sendList } from '../listFile.ts';
import { unitInView } from '../unitInView.ts';

const querystring = z.strictObject({ unit: z.string().max(40).optional() });
const refusals = { 400: Problem, 401: Problem, 403: Problem };

/** Who holds the clock, and how fast police and courts answer: figures of the last 30 days. */
export const turnaroundRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const ownerOf = (request: FastifyRequest<{ Querystring: z.infer<typeof querystring> }>) =>
    unitInView(permitted(request, 'board.read'), request.query.unit);

  app.get(
    '/board/holders',
    { schema: { tags: ['supervisor'], querystring, response: { 200: HolderShares, ...refusals } } },
    async (request) => {
      const window = await boardWindow(deps, ownerOf(request));
      return sharesIn(window, await measureHolders(deps.pool, window));
    },
  );

  app.get(
    '/board/league',
    { schema: { tags: ['supervisor'], querystring, response: { 200: League, ...refusals } } },
    async (request) => {
      const window = await boardWindow(deps, ownerOf(request));
      return { ...endsOf(window), units: [...(await listLeague(deps.pool, window))] };
    },
  );

  app.get(
    '/board/league.csv',
    { schema: { tags: ['supervisor'], querystring, produces: ['text/csv'] } },
    async (request, reply) => {
      const window = await boardWindow(deps, ownerOf(request));
      return sendList(deps, reply, LEAGUE_FILE, await listLeague(deps.pool, window));
    },
  );
};

function endsOf({ firstDate, now }: Window): { from: string; to: string } {
  return { from: isoOf(startOfDay(firstDate)), to: now };
}

type Measured = Awaited<ReturnType<typeof measureHolders>>[number];

/** Units under their kind of holder, each with its part of all office time; the longest first. */
function sharesIn(window: Window, rows: readonly Measured[]): HolderShares {
  const all = rows.reduce((sum, { workingMs }) => sum + workingMs, 0);
  const share = (workingMs: number): number => (all === 0 ? 0 : workingMs / all);
  const byHolder = Map.groupBy<Holder, Measured & Held>(rows, ({ holder }) => holder);
  const holders = [...byHolder].map(([holder, units]) => {
    const workingMs = units.reduce((sum, unit) => sum + unit.workingMs, 0);
    return {
      holder,
      workingMs,
      share: share(workingMs),
      open: units.reduce((sum, { open }) => sum + open, 0),
      units: units.map(({ holder: _holder, ...unit }) => ({
        ...unit,
        share: share(unit.workingMs),
      })),
    };
  });
  return {
    ...endsOf(window),
    workingMs: all,
    holders: holders.toSorted((a, b) => b.workingMs - a.workingMs),
  };
}
