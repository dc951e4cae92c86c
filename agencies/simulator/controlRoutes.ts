import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { dateOf } from '../../domain/instant.ts';
import type { Desks } from './desks.ts';
import { overview, requestView, unitView } from './overview.ts';
import { Problem } from './problem.ts';
import { AGENCY_KINDS, type SimulatedUnit } from './reference.ts';
import type { Received } from './ledger.ts';
import { SettingsChange, Wish } from './settings.ts';
import { remaining, SuppliedWish } from './speech.ts';
import { isPostEvent, type Statement, verdictOf, verdictWish } from './statement.ts';
import type { UnitKeys } from './unitKeys.ts';

type UnitRequest = FastifyRequest<{ Params: { unit: string } }>;
type SubjectRequest = FastifyRequest<{ Params: { subject: string } }>;

const StateQuery = z.strictObject({
  unit: z.string().optional(),
  limit: z.coerce.number().int().min(0).max(1000).default(100),
});

/** What is said at once; `replace` marks it as the correction of what was said before. */
const AnswerNow = Wish.extend({ replace: z.boolean().default(false) });

/** A unit's next key; the present one stays good for so many milliseconds of business time. */
const KeyChange = z.strictObject({ overlapMs: z.number().min(1).default(86_400_000) });

/**
 * The puppet strings, for demonstrations and tests. `{unit}` is a unit's code, a kind (`POLICE`,
 * `COURT`, …) or `*`; `{subject}` a request id or, for post, a case id, percent-encoded.
 */
export const controlRoutes: FastifyPluginCallback<{ desks: Desks; keys: UnitKeys }> = (
  app,
  { desks, keys },
  done,
) => {
  app.get('/control/state', (request) => {
    const { unit, limit } = StateQuery.parse(request.query);
    return overview(desks, unit ?? null, limit);
  });
  app.delete('/control/state', (_request, reply) => {
    desks.reset();
    return reply.code(204).send();
  });

  addUnits(app, desks, keys);

  app.get('/control/requests/:subject', ({ params }: SubjectRequest) => {
    return requestView(desks, receivedAbout(desks, params.subject));
  });
  app.put('/control/requests/:subject', ({ params, body }: SubjectRequest, reply) => {
    wishAhead(desks, params.subject, Wish.parse(body));
    return reply.code(204).send();
  });
  app.post('/control/requests/:subject/answer', ({ params, body }: SubjectRequest) => {
    const { replace, ...wish } = AnswerNow.parse(body);
    const received = receivedAbout(desks, params.subject);
    desks.sayNow(received, statementFor(desks, received, wish), replace);
    return requestView(desks, received);
  });

  done();
};

/** What units do, their next keys, and what they supply of their own accord. */
function addUnits(app: FastifyInstance, desks: Desks, keys: UnitKeys): void {
  app.put('/control/units/:unit', (request: UnitRequest) => {
    const change = SettingsChange.parse(request.body);
    const units = chosen(desks, request.params.unit);
    desks.configure(units, change);
    return { units: units.map((unit) => unitView(desks, unit)) };
  });
  app.delete('/control/units/:unit', (request: UnitRequest) => {
    const units = chosen(desks, request.params.unit);
    desks.restoreDefaults(units);
    return { units: units.map((unit) => unitView(desks, unit)) };
  });

  app.post('/control/units/:unit/keys', ({ params, body }: UnitRequest) => {
    const { overlapMs } = KeyChange.parse(body ?? {});
    const kids = chosen(desks, params.unit).map((unit) => {
      const key = keys.next(unit.code);
      desks.announceKey(unit, key, overlapMs);
      return key.kid;
    });
    return { kids };
  });

  app.post('/control/units/:unit/supplies', ({ params, body }: UnitRequest) => {
    const said = SuppliedWish.parse(body);
    return { messageIds: chosen(desks, params.unit).map((unit) => desks.supply(unit, said)) };
  });
}

function chosen(desks: Desks, name: string): SimulatedUnit[] {
  const { units } = desks.options;
  if (name === '*') return [...units];
  const kind = AGENCY_KINDS.find((known) => known === name);
  if (kind) return units.filter((unit) => unit.kind === kind);
  const unit = desks.unit(name);
  if (!unit) throw new Problem('UNKNOWN_UNIT');
  return [unit];
}

function receivedAbout(desks: Desks, subject: string): Received {
  const received = desks.options.ledger.about(subject);
  if (!received) throw new Problem('UNKNOWN_REQUEST');
  return received;
}

/** Set what will be said about a request, whether it has come already or not. */
function wishAhead(desks: Desks, subject: string, wish: Wish): void {
  const received = desks.options.ledger.about(subject);
  if (!received || received.said >= received.script.length) {
    desks.options.ledger.record({ t: 'wish', subject, wish });
    return;
  }
  const { script, said, entry } = received;
  const statement = statementFor(desks, received, wish);
  // An envelope is still collected first, whatever becomes of it in the end.
  if (entry === null) desks.rewrite(received, [...script.slice(0, -1), statement]);
  else
    desks.rewrite(received, [
      ...script.slice(0, said),
      statement,
      ...remaining(received, statement),
    ]);
}

function statementFor(desks: Desks, { entry }: Received, wish: Wish): Statement {
  if (entry === null) {
    if (!isPostEvent(wish.outcome)) throw new Problem('OUTCOME_NOT_OF_THIS_KIND');
    return { says: 'scan', event: wish.outcome };
  }
  const verdict = verdictWish(wish);
  if (verdict === null) throw new Problem('OUTCOME_NOT_OF_THIS_KIND');
  return { says: 'verdict', verdict: verdictOf(verdict, entry, dateOf(desks.now())) };
}
