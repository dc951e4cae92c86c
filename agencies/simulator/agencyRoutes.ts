import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import {
  type Ack,
  assertSigner,
  officeKid,
  type PostAck,
  PostItemRequest,
  VerificationRequestMessage,
} from '../contract.ts';
import { type MessageType, openMessage } from '../signing.ts';
import type { Desks } from './desks.ts';
import { takeItem, takeVerification } from './intake.ts';
import { Problem } from './problem.ts';
import type { SimulatedUnit } from './reference.ts';
import type { UnitKeys } from './unitKeys.ts';

export interface AgencyRouteDeps {
  desks: Desks;
  keys: UnitKeys;
  /** Public key of the asking office, by its `kid`. */
  officeKeyOf: (kid: string) => JWK | null;
}

type UnitRequest = FastifyRequest<{ Params: { unit: string } }>;

/** What real agencies offer: a door for questions, one for envelopes, and their public keys. */
export const agencyRoutes: FastifyPluginCallback<AgencyRouteDeps> = (app, deps, done) => {
  const { desks, keys } = deps;
  /** Messages whose first acknowledgement was lost on purpose. */
  const dropped = new Set<string>();

  app.get('/agencies/keys', () => ({ keys: keys.publicKeys() }));

  app.post('/agencies/:unit/verifications', async (request: UnitRequest, reply) => {
    const unit = reachable(desks, request.params.unit);
    const payload = await opened(deps, request.body, 'verification-request');
    const message = VerificationRequestMessage.parse(payload.payload);
    assertSigner(payload.kid, officeKid(message.fromUnit));
    assertAddressee(unit, message.toUnit);
    const ack = takeVerification(desks, unit, message);
    return acknowledge(reply, unit, 'verification-ack', ack);
  });

  app.post('/agencies/:unit/items', async (request: UnitRequest, reply) => {
    const unit = reachable(desks, request.params.unit);
    const payload = await opened(deps, request.body, 'post-item');
    const item = PostItemRequest.parse(payload.payload);
    assertSigner(payload.kid, officeKid(item.fromUnit));
    assertAddressee(unit, item.toUnit);
    const ack = takeItem(desks, unit, item);
    return acknowledge(reply, unit, 'post-ack', ack);
  });

  async function acknowledge(
    reply: FastifyReply,
    unit: SimulatedUnit,
    typ: MessageType,
    ack: Ack | PostAck,
  ): Promise<FastifyReply> {
    const { faults } = desks.settingsOf(unit);
    if (faults.slowMs > 0) await sleep(faults.slowMs, undefined, { ref: false });
    if (faults.dropAck && !dropped.has(ack.messageId)) {
      dropped.add(ack.messageId);
      reply.hijack();
      reply.raw.destroy();
      return reply;
    }
    return reply.type('application/jose').send(await keys.sign(ack, typ, unit.code));
  }

  done();
};

function reachable(desks: Desks, code: string): SimulatedUnit {
  const unit = desks.unit(code);
  if (!unit) throw new Problem('UNKNOWN_UNIT');
  if (desks.outForMs(code) > 0) throw new Problem('AGENCY_OUT');
  if (desks.settingsOf(unit).faults.refuses) throw new Problem('UNIT_REFUSES');
  return unit;
}

function opened({ officeKeyOf }: AgencyRouteDeps, body: unknown, typ: MessageType) {
  if (typeof body !== 'string') throw new Problem('INVALID_MESSAGE');
  return openMessage(body, officeKeyOf, [typ]);
}

function assertAddressee(unit: SimulatedUnit, toUnit: string): void {
  if (unit.code !== toUnit) throw new Problem('NOT_THE_ADDRESSEE');
}
