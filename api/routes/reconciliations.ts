import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { noteRead } from '../../db/desk/readAudit.ts';
import { listDifferences } from '../../db/read/reconciliationDifferences.ts';
import { listRuns, type StoredRun } from '../../db/read/reconciliations.ts';
import { CaseId } from '../../domain/caseId.ts';
import {
  DifferenceQuery,
  Differences,
  Reconciliation,
  ReconciliationBody,
  ReconciliationQuery,
  Reconciliations,
  periodOfRun,
} from '../../domain/exchange/reconciliation.ts';
import { LIST_COLUMNS } from '../../domain/exchange/supplierList.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { SYSTEM } from '../../domain/role.ts';
import { DIFFERENCE_FILE, RUN_FILE } from '../../domain/wording/files/exchangeFiles.ts';
import { sendCsv } from '../csv.ts';
import { sendList } from '../listFile.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { keyWithin } from '../bulk.ts';
import { once } from '../once.ts';
import { Problem, refusals } from '../problem.ts';
import { beginByHand } from '../reconciliation/begin.ts';
import { compareCentre } from '../reconciliation/compare.ts';
import { ReconciliationKeeper } from '../reconciliation/keeper.ts';
import { minutesOf } from '../reconciliation/minutes.ts';
import { readableRun } from '../reconciliation/running.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';
import { addDifferenceActs } from './reconciliationActs.ts';
import { sendPdf } from './papers.ts';

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];
const tags = ['exchange'];
const params = z.object({ caseId: CaseId });
const acts = { ...refusals, 503: Problem, 504: Problem };

/** Reconciliations of two books, each a case; its differences are asked and settled here. */
export const reconciliationRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const keeper = new ReconciliationKeeper(deps);
  keeper.watch();
  app.addHook('onClose', () => keeper.close());
  addRuns(app, deps);
  addBeginning(app, deps);
  addDifferences(app, deps);
  addDifferenceActs(app, deps);
};

function addRuns(app: App, deps: ApiDeps): void {
  app.get(
    '/exchange/reconciliations',
    {
      schema: {
        tags,
        querystring: ReconciliationQuery,
        response: { 200: Reconciliations, ...refusals },
      },
    },
    async (request) => {
      const { unit } = permitted(request, 'reconciliation.read');
      const all = unit === CENTRE_UNIT ? null : unit;
      const { runs, total } = await listRuns(deps.pool, all, request.query);
      return { runs: runs.map(shown), total };
    },
  );

  app.get(
    '/exchange/reconciliations.csv',
    { schema: { tags, querystring: ReconciliationQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const { unit } = permitted(request, 'reconciliation.read');
      const query = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { runs } = await listRuns(deps.pool, unit === CENTRE_UNIT ? null : unit, query);
      const rows = runs.map((run) => {
        return { ...run, period: periodOfRun(run), rule: run.rule?.citation };
      });
      return sendList(deps, reply, RUN_FILE, rows);
    },
  );

  app.get('/exchange/reconciliations/list.csv', { schema: { tags } }, async (request, reply) => {
    permitted(request, 'reconciliation.read');
    const headings = Object.values(LIST_COLUMNS).map(([first]) => first);
    return sendCsv(reply, 'mau-danh-sach-da-gui.csv', [headings]);
  });

  app.get(
    '/exchange/reconciliations/:caseId',
    { schema: { tags, params, response: { 200: Reconciliation, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'reconciliation.read');
      return shown(await readableRun(deps, account, request.params.caseId));
    },
  );
}

function addBeginning(app: App, deps: ApiDeps): void {
  app.post(
    '/exchange/reconciliations',
    { schema: { tags, body: ReconciliationBody, response: { 201: Reconciliation, ...acts } } },
    async (request, reply) => {
      const account = permitted(request, 'reconciliation.begin');
      const { caseId } = await once(deps.pool, request, account.id, async (key) => {
        const begun = await beginByHand(deps, account, request.body, key);
        // The house compares, whoever began it; what is not open yet or breaks off here is the keeper's.
        if (begun.opened && request.body.supplier === null) {
          await compareCentre(deps, SYSTEM, begun.caseId, keyWithin(key, 'compare'));
        }
        return { caseId: begun.caseId };
      });
      return reply.status(201).send(shown(await readableRun(deps, account, caseId)));
    },
  );
}

function addDifferences(app: App, deps: ApiDeps): void {
  app.get(
    '/exchange/reconciliations/:caseId/differences',
    {
      schema: {
        tags,
        params,
        querystring: DifferenceQuery,
        response: { 200: Differences, ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'exchange.read');
      const { id, caseId } = await readableRun(deps, account, request.params.caseId);
      const { differences, total } = await listDifferences(deps.pool, id, request.query);
      const what = 'reconciliation';
      await noteRead(deps.pool, { account: account.id, caseId, what, at: nowIso(deps) });
      return { differences: [...differences], total };
    },
  );

  app.get(
    '/exchange/reconciliations/:caseId/differences.csv',
    { schema: { tags, params, querystring: DifferenceQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'exchange.read');
      const { id, caseId } = await readableRun(deps, account, request.params.caseId);
      const query = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { differences } = await listDifferences(deps.pool, id, query);
      const what = 'reconciliation.csv';
      await noteRead(deps.pool, { account: account.id, caseId, what, at: nowIso(deps) });
      const rows = differences.map(({ here, there, ...line }) => ({
        ...line,
        kind: (there ?? here)?.kind,
        dateHere: here?.date,
        dateThere: there?.date,
        birthHere: here?.birthDate,
        birthThere: there?.birthDate,
      }));
      return sendList(deps, reply, DIFFERENCE_FILE, rows);
    },
  );

  app.get(
    '/exchange/reconciliations/:caseId/minutes.pdf',
    { schema: { tags, params } },
    async (request, reply) => {
      const account = permitted(request, 'exchange.read');
      const run = await readableRun(deps, account, request.params.caseId);
      const { caseId } = run;
      const what = 'minutes';
      await noteRead(deps.pool, { account: account.id, caseId, what, at: nowIso(deps) });
      return sendPdf(reply, `bien-ban-doi-chieu-${caseId}`, await minutesOf(deps, run));
    },
  );
}

/** A run without what only the house needs of it. */
function shown({ id: _id, supplierKey: _key, ...run }: StoredRun): Reconciliation {
  return run;
}
