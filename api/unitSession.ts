import type { FastifyRequest } from 'fastify';
import { openAssertion } from '../agencies/assertion.ts';
import { SignatureRefused } from '../agencies/signing.ts';
import { noteAssertion } from '../db/desk/unitKeys.ts';
import type { ApiDeps } from './deps.ts';
import { Refused } from './refused.ts';
import { unitKeyRing } from './unitKeyRing.ts';

/**
 * The unit whose own system calls, by a token signed with the unit's key that is good for this one
 * call. Refuses with ASSERTION_MISSING, ASSERTION_SHOWN_BEFORE, or what is wrong with the signature.
 */
export async function callingUnit(deps: ApiDeps, request: FastifyRequest): Promise<string> {
  const [, token] =
    /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) throw new Refused('ASSERTION_MISSING');
  try {
    const assertion = await openAssertion(token, unitKeyRing(deps));
    if (!(await noteAssertion(deps.pool, assertion))) throw new Refused('ASSERTION_SHOWN_BEFORE');
    return assertion.unit;
  } catch (error) {
    if (error instanceof SignatureRefused) throw new Refused(error.code, [], { cause: error });
    throw error;
  }
}
