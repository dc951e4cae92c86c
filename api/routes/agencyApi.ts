import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { VerificationRequestMessage, officeKid } from '../../agencies/contract.ts';
import { legalBases, slipOf } from '../../agencies/slip.ts';
import { getNumbering } from '../../db/read/evidence.ts';
import { listOpenQuestions } from '../../db/read/messages.ts';
import { listOfficeKeys, listUnitKeys } from '../../db/read/unitKeys.ts';
import { listUnits } from '../../db/read/units.ts';
import { PublicJwk } from '../../domain/agencyMessage.ts';
import { UnitStanding } from '../../domain/integration.ts';
import { Instant } from '../../domain/text.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { callingUnit } from '../unitSession.ts';

const refusals = { 400: Problem, 401: Problem };
const UNIT = [{ unitAssertion: [] }];

const RequestsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
});
const OpenRequests = z.object({
  requests: z.array(VerificationRequestMessage),
  /** Give it as `after` for what follows; null at the end. */
  next: z.string().nullable(),
});
const KeySet = z.object({ keys: z.array(PublicJwk.extend({ kid: z.string() })) });

/** What units with systems of their own ask us: their open questions, their standing, our keys. */
export const agencyApiRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/agency/requests',
    {
      config: { noSession: true },
      schema: {
        tags: ['agencies'],
        security: UNIT,
        description: 'Open questions to the calling unit, the most urgent first.',
        querystring: RequestsQuery,
        response: { 200: OpenRequests, ...refusals },
      },
    },
    async (request) => {
      const unit = await callingUnit(deps, request);
      const { limit, after } = request.query;
      const rows = await listOpenQuestions(deps.pool, unit, { limit, after: placeOf(after) });
      const basisOf = await legalBases();
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        requests: rows.slice(0, limit).map(({ fromUnit, ...question }) => {
          const messageId = `${question.requestId}/round-${question.round}`;
          return slipOf(question, { messageId, fromUnit, toUnit: unit }, basisOf);
        }),
        next: last === undefined ? null : `${last.dueAt}~${last.requestId}`,
      };
    },
  );

  app.get(
    '/agency/standing',
    {
      config: { noSession: true },
      schema: {
        tags: ['agencies'],
        security: UNIT,
        description: 'The keys of the calling unit, and how its own numbering has come in.',
        response: { 200: UnitStanding, ...refusals },
      },
    },
    async (request) => standingOf(deps, await callingUnit(deps, request)),
  );

  app.get(
    '/agency/office-keys',
    {
      config: { noSession: true },
      schema: {
        tags: ['agencies'],
        description:
          'Public keys that sign our own messages (JWKS), also one whose turn is to come.',
        response: { 200: KeySet },
      },
    },
    async () => {
      const units = await listUnits(deps.pool);
      const senders = units.filter(({ kind }) => kind === 'STP' || kind === 'CENTRE');
      const keys = await listOfficeKeys(deps.pool);
      return {
        keys: keys.flatMap(({ number, jwk }) =>
          senders.map(({ code }) => ({ ...jwk, kid: officeKid(code, number) })),
        ),
      };
    },
  );
};

/** A unit's keys and numbering, for itself and for the administrator. */
export async function standingOf(
  deps: ApiDeps,
  unit: string,
): Promise<z.infer<typeof UnitStanding>> {
  const [keys, numbering] = await Promise.all([
    listUnitKeys(deps.pool, unit, nowIso(deps)),
    getNumbering(deps.pool, unit),
  ]);
  return { unit, keys: [...keys], ...numbering };
}

function placeOf(after: string | undefined): { dueAt: string; requestId: string } | null {
  if (after === undefined) return null;
  const [dueAt, requestId = ''] = after.split('~');
  const known = Instant.safeParse(dueAt);
  if (!known.success) throw new Refused('INVALID_INPUT', [{ path: 'after', code: 'WRONG_FORMAT' }]);
  return { dueAt: known.data, requestId };
}
