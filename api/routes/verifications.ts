import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { keepAnswered } from '../../db/desk/answers.ts';
import { releaseRequest, takeRequests } from '../../db/desk/requestClaims.ts';
import { ActReply } from '../../domain/acts.ts';
import { RequestId } from '../../domain/agencyMessage.ts';
import { AnswerForm, Desk, DeskQuery, ExtensionForm, RequestClaim } from '../../domain/desk.ts';
import { actOn, getState } from '../acting.ts';
import { bringAnswer, keepAnswer } from '../answering.ts';
import { asksUnit } from '../concerned.ts';
import { isAwayNow } from '../cover.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { deskOf } from '../deskOf.ts';
import { keyOf, once } from '../once.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

const refusals = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  503: Problem,
};

/** The liaison's desk, and the answers a liaison types. */
export const verificationRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/desk',
    { schema: { tags: ['liaison'], querystring: DeskQuery, response: { 200: Desk, ...refusals } } },
    async (request) => deskOf(deps, permitted(request, 'desk.read'), request.query),
  );

  app.post(
    '/verifications/answers',
    {
      schema: {
        tags: ['liaison'],
        body: z.strictObject({ requestId: RequestId, answer: AnswerForm }),
        response: { 200: ActReply, 202: z.object({ stored: z.literal(true) }), ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'desk.answer');
      const answering = { ...request.body, messageId: keyOf(request) };
      const taken = await keepAnswer(deps, account, answering);
      return once(deps.pool, request, account.id, () => bringAnswer(deps, account, taken), {
        found: taken.known,
        keep: (db, kept) => keepAnswered(db, kept, taken.stored?.id ?? null),
      });
    },
  );

  app.post(
    '/verifications/extensions',
    {
      schema: {
        tags: ['liaison'],
        body: ExtensionForm,
        response: { 200: ActReply, ...refusals, 504: Problem },
      },
    },
    async (request) => {
      const account = permitted(request, 'desk.answer');
      const { requestId, basis, reason } = request.body;
      const caseId = requestId.split('/')[0] ?? '';
      return once(deps.pool, request, account.id, async (key) => {
        // The liaison sees the question and not the case, so no revision was looked at.
        const { state } = await getState(deps.pool, caseId);
        if (!asksUnit(state, account.unit)) throw new Refused('NOT_THE_ASKED_AGENCY');
        const codes = { clock: `verification:${requestId}`, basis };
        const act = {
          act: 'extendClock',
          expectedRev: state.rev,
          codes,
          paper: { reason },
        } as const;
        return actOn(deps, account, caseId, act, { key });
      });
    },
  );

  app.put(
    '/verifications/claims',
    {
      schema: { tags: ['liaison'], body: RequestClaim, response: { 204: z.null(), ...refusals } },
    },
    async (request, reply) => {
      const { id, unit } = permitted(request, 'desk.answer');
      const { requestId, over } = request.body;
      if (await isAwayNow(deps, id)) throw new Refused('YOU_ARE_AWAY');
      const taking = { account: id, unit, over, at: nowIso(deps) };
      const [claim] = await takeRequests(deps.pool, [requestId], taking);
      if (claim === undefined) throw new Refused('VERIFICATION_NOT_ASKED');
      if (claim.holder !== id) throw new Refused('REQUEST_HELD_BY_OTHER');
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/verifications/claims',
    {
      schema: {
        tags: ['liaison'],
        querystring: RequestClaim.pick({ requestId: true }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = permitted(request, 'desk.answer');
      await releaseRequest(deps.pool, { ...request.query, account: id, at: nowIso(deps) });
      return reply.status(204).send(null);
    },
  );
};
