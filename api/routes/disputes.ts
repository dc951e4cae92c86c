import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { raiseDispute } from '../../db/desk/disputes.ts';
import { listDisputes, listDisputesOf, listRulings, type Sight } from '../../db/read/disputes.ts';
import { findTracked } from '../../db/read/tracking.ts';
import { CaseId } from '../../domain/case.ts';
import { PublicDispute } from '../../domain/desk.ts';
import {
  CaseDisputes,
  CheckedRulings,
  DisputeLine,
  Disputes,
  DisputesQuery,
  DisputeToRaise,
  type RulingLine,
  RulingToGive,
  TrackedDispute,
} from '../../domain/dispute.ts';
import { dateOf } from '../../domain/instant.ts';
import { seesClock } from '../../domain/sight.ts';
import { DISPUTE_FILE } from '../../domain/wording/files/caseFiles.ts';
import { type Cells, sendCsv } from '../csv.ts';
import { sendList } from '../listFile.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import {
  checkRulings,
  contestedClock,
  lineOfDispute,
  raiseAsApplicant,
  ruleOn,
} from '../disputes.ts';
import { once } from '../once.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { unitInView } from '../unitInView.ts';
import { WHOLE_LIST } from '../wholeList.ts';
import { readableCase } from './cases.ts';
import { codeOf } from './public.ts';

const refusals = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem };
const ofCase = z.object({ caseId: CaseId });
const ofDispute = z.object({ id: z.uuid() });
/** Columns of the file of vectors, as `tests/domain/clock/rulings.csv` has them. */
const VECTOR_COLUMNS = [
  'from',
  'amount',
  'unit',
  'calendar',
  'overlay',
  'standstills',
  'due',
  'dueAt',
  'citation',
  'ruling',
];

/** Contests of a deadline, their rulings, and the rulings as test vectors of the engines. */
export const disputeRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/disputes',
    {
      schema: {
        tags: ['disputes'],
        querystring: DisputesQuery,
        response: { 200: Disputes, ...refusals },
      },
    },
    async (request) => listDisputes(deps.pool, sightOf(request), request.query),
  );

  app.get(
    '/disputes.csv',
    { schema: { tags: ['disputes'], querystring: DisputesQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const query = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { disputes } = await listDisputes(deps.pool, sightOf(request), query);
      return sendList(deps, reply, DISPUTE_FILE, disputes);
    },
  );

  app.get(
    '/cases/:caseId/disputes',
    {
      schema: { tags: ['disputes'], params: ofCase, response: { 200: CaseDisputes, ...refusals } },
    },
    async (request) => {
      const { caseId } = request.params;
      const { account } = await readableCase(deps, request, caseId, 'disputes');
      return { disputes: [...(await listDisputesOf(deps.pool, caseId, account))] };
    },
  );

  app.post(
    '/cases/:caseId/disputes',
    {
      schema: {
        tags: ['disputes'],
        params: ofCase,
        body: DisputeToRaise,
        response: { 201: DisputeLine, ...refusals },
      },
    },
    async (request, reply) => {
      permitted(request, 'dispute.raise');
      const { caseId } = request.params;
      const { account, state } = await readableCase(deps, request, caseId, 'disputes');
      const { body } = request;
      if (!seesClock(account, body.clock)) throw new Refused('CLOCK_UNKNOWN');
      const line = await once(deps.pool, request, account.id, async () => {
        contestedClock(state, body);
        const raised = { ...body, kind: 'DATE', missedAt: null, by: account.id } as const;
        const about = { caseId, unit: state.unit, at: nowIso(deps) };
        const id = await raiseDispute(deps.pool, { ...raised, ...about });
        if (id === null) throw new Refused('DISPUTE_OPEN');
        return lineOfDispute(deps, id);
      });
      return reply.status(201).send(line);
    },
  );

  app.post(
    '/disputes/:id/ruling',
    {
      schema: {
        tags: ['disputes'],
        params: ofDispute,
        body: RulingToGive,
        response: { 200: DisputeLine, ...refusals, 503: Problem },
      },
    },
    async (request) => {
      const account = permitted(request, 'dispute.rule');
      const { id } = request.params;
      return once(deps.pool, request, account.id, () => ruleOn(deps, account, id, request.body));
    },
  );

  publicRoute(app, deps);
  rulingRoutes(app, deps);
};

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];

/** What a reader of the board may see of disputes and rulings. */
function sightOf(request: FastifyRequest): Sight {
  const reader = permitted(request, 'board.read');
  return { unit: unitInView(reader), reader };
}

/** Whoever shows the tracking code and the birth date contests, or complains of lateness, as the applicant. */
function publicRoute(app: App, deps: ApiDeps): void {
  app.post(
    '/public/disputes',
    {
      schema: {
        tags: ['public'],
        body: PublicDispute,
        response: { 201: TrackedDispute, 400: Problem, 404: Problem, 409: Problem, 429: Problem },
      },
      config: { noSession: true, takesTrackingCode: true },
    },
    async (request, reply) => {
      const { code, birthDate, ...said } = request.body;
      const row = await findTracked(deps.pool, codeOf(code), birthDate);
      if (row === null) throw new Refused('TRACKING_NOT_FOUND');
      const id = await raiseAsApplicant(deps, row, said);
      const { kind, raisedAt, day, missedAt, status, ruledAt, rulingReason } = await lineOfDispute(
        deps,
        id,
      );
      const told = { kind, raisedAt, day, missedAt, status, ruledAt, rulingReason };
      return reply.status(201).send(told);
    },
  );
}

function rulingRoutes(app: App, deps: ApiDeps): void {
  app.get(
    '/deadline-rulings',
    { schema: { tags: ['disputes'], response: { 200: CheckedRulings, ...refusals } } },
    async (request) => {
      const found = await listRulings(deps.pool, sightOf(request));
      const rulings = await checkRulings(deps, found);
      const incidents = rulings.filter(({ check }) => check === 'CONTRADICTS').length;
      return { rulings, incidents };
    },
  );

  app.get(
    '/deadline-rulings.csv',
    { schema: { tags: ['disputes'], produces: ['text/csv'] } },
    async (request, reply) => {
      const rulings = await listRulings(deps.pool, sightOf(request));
      return sendCsv(reply, 'rulings.csv', [VECTOR_COLUMNS, ...rulings.map(vectorOf)]);
    },
  );
}

/** A ruling as a line under {@link VECTOR_COLUMNS}; standstills as `from/to` instants, one after the other. */
function vectorOf(ruling: RulingLine): Cells {
  const stood = ruling.standstills.map((span) => span.map((ms) => new Date(ms).toISOString()));
  return [
    ruling.startsAt,
    ruling.amount,
    ruling.unit,
    ruling.calendarVersion,
    ruling.calendarOverlay,
    stood.map((span) => span.join('/')).join(' '),
    dateOf(Date.parse(ruling.expectedDueAt)),
    ruling.expectedDueAt,
    ruling.citation,
    ruling.id,
  ];
}
