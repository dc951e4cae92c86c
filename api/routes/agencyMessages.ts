import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { listArrivalsOf } from '../../db/read/evidence.ts';
import { AgencyMessageBody, MessageId } from '../../domain/agencyMessage.ts';
import { Arrival } from '../../domain/integration.ts';
import { takeArrival } from '../agencyDoor.ts';
import { installArrivals, NOTHING } from '../arrival.ts';
import { BookPlace } from '../../domain/supply/supply.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { callingUnit } from '../unitSession.ts';

const refusals = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  413: Problem,
  415: Problem,
  422: Problem,
  503: Problem,
};

const UNIT = [{ unitAssertion: [] }];

/** The door for messages of agencies, signed by the unit's own system, and what became of them. */
export const agencyMessageRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  installArrivals(app);

  app.post(
    '/agency-messages',
    {
      config: { noSession: true },
      schema: {
        tags: ['agencies'],
        description:
          'One signed message: an answer, a scan of an envelope, information for records, or the next key of ' +
          'the unit. The signature is the authentication. The same message again is a repeat and has no second effect.',
        body: AgencyMessageBody,
        response: {
          200: z.object({ applied: z.boolean(), entry: BookPlace.optional() }),
          202: z.object({ stored: z.literal(true) }),
          ...refusals,
        },
      },
      // The door reads the body itself: what breaks the schema is evidence too.
      validatorCompiler: () => (value: unknown) => ({ value }),
    },
    async (request, reply) => {
      const arrival = request.arrival ?? NOTHING;
      const { state, entry } = await takeArrival(deps, arrival, request.headers['content-type']);
      if (state === 'STORED') return reply.status(202).send({ stored: true });
      return { applied: true, ...(entry && { entry }) };
    },
  );

  app.get(
    '/agency-messages/:messageId',
    {
      config: { noSession: true },
      schema: {
        tags: ['agencies'],
        security: UNIT,
        description:
          'Every arrival under this id in the name of the calling unit, and why it was refused.',
        params: z.object({ messageId: MessageId }),
        response: { 200: z.object({ arrivals: z.array(Arrival) }), ...refusals },
      },
    },
    async (request) => {
      const unit = await callingUnit(deps, request);
      const arrivals = await listArrivalsOf(deps.pool, unit, request.params.messageId);
      if (arrivals.length === 0) throw new Refused('MESSAGE_NOT_FOUND');
      return { arrivals: [...arrivals] };
    },
  );
};
