import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { openIncoming } from '../../agencies/contract.ts';
import { SignatureRefused } from '../../agencies/signing.ts';
import {
  type NewMessage,
  settleAgencyMessage,
  storeAgencyMessage,
} from '../../db/intake/agencyMessages.ts';
import { findState } from '../../db/read/cases.ts';
import { findUnitKey } from '../../db/read/units.ts';
import { ActReply } from '../../domain/acts.ts';
import { AgencyMessageBody } from '../../domain/agencyMessage.ts';
import { AnswerForm, Desk, DeskQuery, ExtensionForm } from '../../domain/desk.ts';
import { isRefusalCode } from '../../domain/refusal.ts';
import { deliverMessage, isPassing } from '../../engine/deliver.ts';
import { actOn, getState } from '../acting.ts';
import { messageRowOf } from '../agencyActs.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { deskOf } from '../deskOf.ts';
import { keyOf, once } from '../once.ts';
import { Problem, refusedInput } from '../problem.ts';
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

/** The liaison's desk, and answers of agencies: typed by a liaison or signed by the unit's own system. */
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

  app.post(
    '/agency-messages',
    {
      schema: {
        tags: ['agencies'],
        body: AgencyMessageBody,
        response: {
          200: z.object({ applied: z.boolean() }),
          202: z.object({ stored: z.literal(true) }),
          ...refusals,
        },
      },
      bodyLimit: 200_000,
    },
    async (request, reply) => {
      const { jws } = request.body;
      const incoming = await openSigned(deps, jws);
      const message = messageRowOf(incoming, jws, nowIso(deps));
      if (message === null) return { applied: true };
      const result = await bring(deps, message);
      if (result === 'STORED') return reply.status(202).send({ stored: true });
      return { applied: true };
    },
  );
};

/** A date an agency names, as the instant its day begins; undefined travels nowhere. */
function instantOf(date: string | null): number | undefined {
  return date === null ? undefined : Date.parse(`${date}T00:00:00+07:00`);
}

async function openSigned(deps: ApiDeps, jws: string) {
  try {
    return await openIncoming(jws, (kid) => findUnitKey(deps.pool, kid));
  } catch (error) {
    if (error instanceof SignatureRefused)
      throw new Refused('SIGNATURE_WRONG', [], { cause: error });
    if (error instanceof z.ZodError) throw refusedInput(error.issues);
    throw error;
  }
}

/** Keep a message, bring it to its case; refuses with what the case says, now and at every repeat. */
async function bring(deps: ApiDeps, message: NewMessage) {
  const stored = await storeAgencyMessage(deps.pool, message);
  if (stored.altered) throw new Refused('MESSAGE_ID_REUSED');
  if (stored.state === 'REFUSED' && isRefusalCode(stored.refusalCode)) {
    throw new Refused(stored.refusalCode);
  }
  // A case that never was is told apart from one that is closed: Temporal knows neither.
  if (stored.state === 'STORED' && (await findState(deps.pool, stored.caseId)) === null) {
    await settleAgencyMessage(deps.pool, stored.id, 'CASE_NOT_FOUND');
    throw new Refused('CASE_NOT_FOUND');
  }
  const result = await deliverMessage(deps.pool, deps.client, stored);
  if (result.ok) return { caseId: message.caseId, ...result.done };
  if (isPassing(result.code)) return 'STORED';
  throw new Refused(result.code);
}

async function apply(deps: ApiDeps, message: NewMessage): Promise<ActReply> {
  const result = await bring(deps, message);
  if (result === 'STORED') throw new Refused('OUTCOME_UNKNOWN');
  return result;
}
