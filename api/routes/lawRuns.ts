import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { askToCancel, insertRun, type NewRun } from '../../db/desk/lawRuns.ts';
import { listRuleSets } from '../../db/read/law.ts';
import { listBases } from '../../db/read/lawByName.ts';
import { findRun, listMoves, listTrials, type MoveSight } from '../../db/read/lawRuns.ts';
import { listUnits } from '../../db/read/units.ts';
import type { Account } from '../../domain/account.ts';
import { figuresSeen } from '../../domain/law/figuresSeen.ts';
import { LawBasis, LawRun, MovePage, MoveQuery, WhatIfForm } from '../../domain/law/run.ts';
import { allows, servesAllUnits } from '../../domain/permission.ts';
import { isTelling, type Reader } from '../../domain/sight.ts';
import { asDownload } from '../csv.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { checkTrialChange } from '../law/drafts.ts';
import type { LawRuns } from '../law/lawRuns.ts';
import { figuresCsv, movesCsv } from '../law/resultFiles.ts';
import { tryOnHistory } from '../law/tryOnHistory.ts';
import { writingFor } from '../listFile.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { accountOf, permitted } from '../session.ts';

const tags = ['law'];
const params = z.object({ id: z.uuid() });

/** The part of the API that the routes of drafts and runs share. */
export type App = FastifyInstance<
  FastifyInstance['server'],
  FastifyRequest['raw'],
  FastifyReply['raw'],
  FastifyInstance['log'],
  ZodTypeProvider
>;

/** The unit whose cases an account sees in a run; null for all, the Centre's people and administrators. */
function unitSeen(account: Account): string | null {
  return servesAllUnits(account) ? null : account.unit;
}

/** A run that the account may see: a rehearsal as a reader of drafts, a trial on its own unit's cases. */
async function readableRun(deps: ApiDeps, request: FastifyRequest, id: string): Promise<LawRun> {
  const account = accountOf(request);
  const found = await findRun(deps.pool, id);
  const trial = found?.kind === 'WHAT_IF';
  const permission = trial ? 'whatIf.run' : 'draft.read';
  if (!allows(account, permission)) throw new Refused('NOT_PERMITTED');
  if (found === null) throw new Refused('NOT_FOUND');
  const { askedUnit, ...run } = found;
  const own = askedUnit === account.unit && run.unit === account.unit;
  if (trial && !own && !servesAllUnits(account)) throw new Refused('NOT_YOUR_UNIT');
  return asSeen(deps, account, run);
}

/** A run with its figures as a reader may know them. */
async function asSeen(deps: ApiDeps, reader: Reader, run: LawRun): Promise<LawRun> {
  if (run.figures === null || allows(reader, 'conviction.read')) return run;
  const units = await listUnits(deps.pool);
  const courts = new Set(
    units.filter(({ kind }) => isTelling(`verification:${kind}`)).map(({ code }) => code),
  );
  const sight = { owner: run.unit, isCourt: (unit: string) => courts.has(unit) };
  return { ...run, figures: figuresSeen(run.figures, sight) };
}

/** What the account may see of a run's moves: its own unit's cases, clocks it may know of. */
function sightOf(request: FastifyRequest): MoveSight {
  const reader = accountOf(request);
  return { owner: unitSeen(reader), reader };
}

/** Trials on history, and what any run found: progress, figures, moved deadlines, files. */
export function addRunRoutes(app: App, deps: ApiDeps, runs: LawRuns): void {
  app.get(
    '/law-basis',
    { schema: { tags, response: { 200: LawBasis, ...refusals } } },
    async (request) => {
      permitted(request, 'whatIf.run');
      const ruleSets = await listRuleSets(deps.pool);
      return {
        calendars: [...(await listBases(deps.pool))],
        ruleSets: ruleSets.map(({ id, name, terms }) => {
          const named = Object.entries(terms).map(([term, { amount, unit, citation }]) => {
            return { term, amount, unit, citation };
          });
          return { id, name, terms: named };
        }),
      };
    },
  );

  app.get(
    '/what-if',
    { schema: { tags, response: { 200: z.object({ runs: z.array(LawRun) }), ...refusals } } },
    async (request) => {
      const account = permitted(request, 'whatIf.run');
      const trials = await listTrials(deps.pool, unitSeen(account));
      return { runs: await Promise.all(trials.map((run) => asSeen(deps, account, run))) };
    },
  );

  app.post(
    '/what-if',
    { schema: { tags, body: WhatIfForm, response: { 202: LawRun, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'whatIf.run');
      const run = await once(deps.pool, request, account.id, (key) =>
        beginTrial(deps, runs, account, request.body, key),
      );
      return reply.status(202).send(run);
    },
  );

  app.get(
    '/law-runs/:id',
    { schema: { tags, params, response: { 200: LawRun, ...refusals } } },
    async (request) => readableRun(deps, request, request.params.id),
  );

  app.post(
    '/law-runs/:id/cancel',
    { schema: { tags, params, response: { 200: LawRun, ...refusals } } },
    async (request) => {
      const run = await readableRun(deps, request, request.params.id);
      const trial = run.kind === 'WHAT_IF';
      if (!trial && !servesAllUnits(accountOf(request))) throw new Refused('NOT_YOUR_UNIT');
      await askToCancel(deps.pool, run.id);
      return readableRun(deps, request, run.id);
    },
  );

  app.get(
    '/law-runs/:id/moves',
    {
      schema: { tags, params, querystring: MoveQuery, response: { 200: MovePage, ...refusals } },
    },
    async (request) => {
      const run = await readableRun(deps, request, request.params.id);
      const { moves, total } = await listMoves(deps.pool, run.id, request.query, sightOf(request));
      return { moves: [...moves], total };
    },
  );
  addFileRoutes(app, deps);
}

/** What a run found, as files to keep with the decision. */
function addFileRoutes(app: App, deps: ApiDeps): void {
  app.get(
    '/law-runs/:id/moves.csv',
    { schema: { tags, params, querystring: MoveQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const run = await readableRun(deps, request, request.params.id);
      const seen = { sight: sightOf(request), writing: await writingFor(deps, request) };
      const rows = Readable.from(movesCsv(deps.pool, run.id, request.query, seen));
      return sendFile(reply, `${run.kind.toLowerCase()}-${run.id}-moves.csv`, rows);
    },
  );

  app.get(
    '/law-runs/:id/result.csv',
    { schema: { tags, params, produces: ['text/csv'] } },
    async (request, reply) => {
      const run = await finishedRun(deps, request, request.params.id);
      const text = figuresCsv(run, await writingFor(deps, request));
      return sendFile(reply, `${run.kind.toLowerCase()}-${run.id}.csv`, text);
    },
  );

  app.get('/law-runs/:id/result.json', { schema: { tags, params } }, async (request, reply) => {
    const run = await finishedRun(deps, request, request.params.id);
    const text = `${JSON.stringify(run, null, 2)}\n`;
    return sendFile(reply, `${run.kind.toLowerCase()}-${run.id}.json`, text, 'application/json');
  });
}

async function finishedRun(deps: ApiDeps, request: FastifyRequest, id: string): Promise<LawRun> {
  const run = await readableRun(deps, request, id);
  if (run.figures === null) throw new Refused('RUN_NOT_FINISHED');
  return run;
}

function sendFile(
  reply: FastifyReply,
  name: string,
  content: string | Readable,
  type = 'text/csv',
): FastifyReply {
  return asDownload(reply, name, type)
    .serializer((text: string) => text)
    .send(content);
}

/** Begin to try a change on the history the account may see. */
async function beginTrial(
  deps: ApiDeps,
  runs: LawRuns,
  account: Account,
  { title, change, from, to }: WhatIfForm,
  key: string,
): Promise<LawRun> {
  await checkTrialChange(deps, change);
  const unit = unitSeen(account);
  const run: NewRun = {
    id: key,
    kind: 'WHAT_IF',
    draftId: null,
    draftRev: null,
    title,
    change,
    unit,
    periodFrom: from,
    periodTo: to,
    askedBy: account.id,
    askedUnit: account.unit,
    askedAt: nowIso(deps),
  };
  if (await insertRun(deps.pool, run)) {
    runs.begin(key, (tell) => tryOnHistory(deps, { id: key, change, unit, from, to }, tell));
  }
  const kept = await findRun(deps.pool, key);
  if (kept === null) throw new Refused('NOT_FOUND');
  const { askedUnit: _unit, ...shown } = kept;
  return shown;
}
