import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { NewMessage } from '../../db/intake/agencyMessages.ts';
import { ActReply } from '../../domain/acts.ts';
import { AnswerForm, Desk, DeskQuery, ExtensionForm } from '../../domain/desk.ts';
import { actOn, getState } from '../acting.ts';
import { bringMessage } from '../bringMessage.ts';
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
        body: z.strictObject({ requestId: z.string().max(80), answer: AnswerForm }),
        response: { 200: ActReply, 202: z.object({ stored: z.literal(true) }), ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'desk.answer');
      const { requestId, answer } = request.body;
      const { outcome, replaces, expectedAt } = answer;
      const role = account.roles.find((held) => held.endsWith('_LIAISON'));
      return once(deps.pool, request, account.id, () =>
        apply(deps, {
          fromUnit: account.unit,
          messageId: keyOf(request),
          caseId: requestId.split('/')[0] ?? '',
          act: 'answerVerification',
          codes: { requestId, outcome, replaces, expectedAt: instantOf(expectedAt) },
          body: { ...answer, role },
          jws: null,
          receivedBy: account.id,
          receivedAt: nowIso(deps),
        }),
      );
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
        const codes = { clock: `verification:${requestId}`, basis };
        const act = {
          act: 'extendClock',
          expectedRev: state.rev,
          codes,
          paper: { reason },
        } as const;
        return actOn(deps, account, caseId, act, key);
      });
    },
  );
};

/** A date an agency names, as the instant its day begins; undefined travels nowhere. */
function instantOf(date: string | null): number | undefined {
  return date === null ? undefined : Date.parse(`${date}T00:00:00+07:00`);
}

async function apply(deps: ApiDeps, message: NewMessage): Promise<ActReply> {
  const result = await bringMessage(deps, message);
  if (result === 'STORED') throw new Refused('OUTCOME_UNKNOWN');
  return result;
}
