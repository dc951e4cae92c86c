import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { openIncoming } from '../../agencies/contract.ts';
import { SignatureRefused } from '../../agencies/signing.ts';
import { findUnitKey } from '../../db/read/units.ts';
import { AgencyMessageBody } from '../../domain/agencyMessage.ts';
import { messageRowOf } from '../agencyActs.ts';
import { bringMessage } from '../bringMessage.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Problem, refusedInput } from '../problem.ts';
import { Refused } from '../refused.ts';

const refusals = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  503: Problem,
};

/** Messages of agencies, signed by the unit's own system. */
export const agencyMessageRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
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
      const result = await bringMessage(deps, message);
      if (result === 'STORED') return reply.status(202).send({ stored: true });
      return { applied: true };
    },
  );
};

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
