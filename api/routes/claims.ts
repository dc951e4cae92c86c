import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { claimCase, releaseCase } from '../../db/desk/claims.ts';
import { findAccount } from '../../db/read/accounts.ts';
import { findLine } from '../../db/read/cases.ts';
import type { Account } from '../../domain/account.ts';
import { Assignment, CaseId, CaseLine } from '../../domain/case.ts';
import { worksOn } from '../../domain/permission.ts';
import { getState } from '../acting.ts';
import { claimableBy } from '../claimable.ts';
import { assignOrCover, isAwayNow } from '../cover.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

const params = z.object({ caseId: CaseId });
const response = { 200: CaseLine, 401: Problem, 403: Problem, 404: Problem, 409: Problem };

async function mustBeClaimable(deps: ApiDeps, account: Account, caseId: string): Promise<void> {
  const { state } = await getState(deps.pool, caseId);
  const why = claimableBy(account, state);
  if (why !== null) throw new Refused(why);
}

/** Who has a case on the desk: claim, release, assign. Compare-and-set in the database. */
export const claimRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const lineOf = async (caseId: string, reader: Account): Promise<z.infer<typeof CaseLine>> => {
    const line = await findLine(deps.pool, caseId, reader);
    if (line === null) throw new Refused('CASE_NOT_FOUND');
    return line;
  };

  app.put(
    '/cases/:caseId/claim',
    { schema: { tags: ['cases'], params, response } },
    async (request) => {
      const account = permitted(request, 'case.claim');
      const { caseId } = request.params;
      await mustBeClaimable(deps, account, caseId);
      if (await isAwayNow(deps, account.id)) throw new Refused('YOU_ARE_AWAY');
      const holder = await claimCase(deps.pool, { caseId, account: account.id, at: nowIso(deps) });
      if (holder !== account.id) throw new Refused('CLAIMED_BY_OTHER');
      return lineOf(caseId, account);
    },
  );

  app.delete(
    '/cases/:caseId/claim',
    { schema: { tags: ['cases'], params, response } },
    async (request) => {
      const account = permitted(request, 'case.claim');
      const { caseId } = request.params;
      const { state, holder } = await getState(deps.pool, caseId);
      if (!worksOn(account, state)) throw new Refused('NOT_YOUR_UNIT');
      if (holder !== null && holder !== account.id) throw new Refused('CLAIMED_BY_OTHER');
      await releaseCase(deps.pool, { caseId, account: account.id, at: nowIso(deps) });
      return lineOf(caseId, account);
    },
  );

  app.put(
    '/cases/:caseId/assignment',
    { schema: { tags: ['cases'], params, body: Assignment, response } },
    async (request) => {
      const account = permitted(request, 'case.assign');
      const { caseId } = request.params;
      const { state } = await getState(deps.pool, caseId);
      if (!worksOn(account, state)) throw new Refused('NOT_YOUR_UNIT');
      const colleague = await findAccount(deps.pool, request.body.to);
      if (colleague === null) throw new Refused('NOT_FOUND');
      await mustBeClaimable(deps, colleague, caseId);
      const why = await assignOrCover(deps, state, { to: colleague.id, by: account.id });
      if (why !== null) throw new Refused(why);
      return lineOf(caseId, account);
    },
  );
};
