import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import {
  findStateAsked,
  type KeptReply,
  keepReply,
  type Known,
} from '../../db/desk/idempotency.ts';
import { noteRead } from '../../db/desk/readAudit.ts';
import { listEvents } from '../../db/read/events.ts';
import { listIdentityWarnings, listWarnings } from '../../db/read/warnings.ts';
import { countQueues, listCases, type Viewer } from '../../db/read/worklist.ts';
import { ActReply, ActRequest } from '../../domain/acts.ts';
import {
  CaseDetail,
  CaseEvents,
  CaseId,
  CaseTime,
  QueueCounts,
  Worklist,
  WorklistQuery,
} from '../../domain/case.ts';
import { allows, type Permission, seesCase } from '../../domain/permission.ts';
import type { ReadingKind } from '../../domain/reading.ts';
import { seesClock } from '../../domain/sight.ts';
import { Warnings } from '../../domain/warning.ts';
import { type Acted, actOn, getState } from '../acting.ts';
import { caseDetailOf } from '../caseDetail.ts';
import { caseTimeOf } from '../caseTime.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { maskDeadline, maskEvents } from '../masking.ts';
import { keyOf, once } from '../once.ts';
import { languageOf, Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { accountOf, permitted } from '../session.ts';

const params = z.object({ caseId: CaseId });
const refusals = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem };

function viewerOf(deps: ApiDeps, request: FastifyRequest): Viewer {
  const { id, roles, unit } = permitted(request, 'worklist.read');
  return { account: id, roles, unit, now: nowIso(deps) };
}

/** A case that this account may read; the reading is noted. */
export async function readableCase(
  deps: ApiDeps,
  request: FastifyRequest,
  caseId: string,
  what: ReadingKind,
  permission: Permission = 'case.read',
) {
  const account = permitted(request, permission);
  const found = await getState(deps.pool, caseId);
  if (!seesCase(account, found.state)) throw new Refused('NOT_YOUR_UNIT');
  await noteRead(deps.pool, { account: account.id, caseId, what, at: nowIso(deps) });
  return { account, ...found };
}

/** Worklists, case pages and acts on cases. Reads come from the database, acts go to the workflow. */
export const caseRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/worklist',
    {
      schema: {
        tags: ['cases'],
        querystring: WorklistQuery,
        response: { 200: Worklist, ...refusals },
      },
    },
    async (request) => listCases(deps.pool, request.query, viewerOf(deps, request)),
  );

  app.get(
    '/worklist/counts',
    { schema: { tags: ['cases'], response: { 200: QueueCounts, ...refusals } } },
    async (request) => countQueues(deps.pool, viewerOf(deps, request)),
  );

  app.get(
    '/warnings',
    { schema: { tags: ['cases'], response: { 200: Warnings, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'worklist.read');
      const [warnings, identity] = await Promise.all([
        listWarnings(deps.pool, account),
        allows(account, 'identity.read') ? listIdentityWarnings(deps.pool, account) : [],
      ]);
      return { warnings: [...warnings], identity: [...identity] };
    },
  );

  app.get(
    '/cases/:caseId',
    { schema: { tags: ['cases'], params, response: { 200: CaseDetail, ...refusals } } },
    async (request) => {
      const found = await readableCase(deps, request, request.params.caseId, 'case');
      return caseDetailOf(deps, found.account, found, languageOf(request));
    },
  );

  app.get(
    '/cases/:caseId/events',
    { schema: { tags: ['cases'], params, response: { 200: CaseEvents, ...refusals } } },
    async (request) => {
      const { account, state } = await readableCase(deps, request, request.params.caseId, 'events');
      const events = await listEvents(deps.pool, request.params.caseId);
      const full = allows(account, 'conviction.read');
      const shown = full ? events : maskEvents(state.kind, events);
      return {
        chainIntact: events.every(({ intact }) => intact),
        events: shown.map(({ intact: _intact, ...event }) => event),
      };
    },
  );

  app.get(
    '/cases/:caseId/time',
    { schema: { tags: ['cases'], params, response: { 200: CaseTime, ...refusals } } },
    async (request) => {
      const { account, state } = await readableCase(deps, request, request.params.caseId, 'time');
      const time = await caseTimeOf(deps, state);
      const seen = time.clocks.filter(({ clock }) => seesClock(account, clock.name));
      const full = allows(account, 'conviction.read');
      return { ...time, clocks: full ? seen : seen.map(maskDeadline) };
    },
  );

  app.post(
    '/cases/:caseId/acts',
    {
      schema: {
        tags: ['cases'],
        params,
        body: ActRequest,
        response: { 200: ActReply, ...refusals, 422: Problem, 503: Problem, 504: Problem },
      },
    },
    async (request) => {
      const account = accountOf(request);
      const { caseId } = request.params;
      const asked = { actor: account.id, key: keyOf(request) };
      const found = await findStateAsked(deps.pool, caseId, asked);
      if (found === null) throw new Refused('CASE_NOT_FOUND');
      return once(
        deps.pool,
        request,
        account.id,
        (key, bodyHash) => actOn(deps, account, caseId, request.body, { key, bodyHash }, found),
        { found: found.known, keep: keepActed },
      );
    },
  );
};

/** The reply of an act is kept by the transition that wrote the act; here only where the case did not say so. */
async function keepActed(db: CommonQueryMethods, kept: KeptReply): Promise<Known> {
  const { bodyHash, ...reply } = kept.reply as Acted;
  return bodyHash === undefined ? keepReply(db, { ...kept, reply }) : { bodyHash, reply };
}
