import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { raiseContest, ruleContest } from '../../db/desk/contests.ts';
import { noteRead } from '../../db/desk/readAudit.ts';
import { storePaper } from '../../db/intake/papers.ts';
import { findUnit } from '../../db/read/units.ts';
import type { Account } from '../../domain/account.ts';
import { CaseId } from '../../domain/case.ts';
import type { AnyState } from '../../domain/flow/anyCase.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import { CaseHoldings, ContestForm, contestRefusal, RulingForm } from '../../domain/holding.ts';
import { type Permission, seesCase } from '../../domain/permission.ts';
import { getState } from '../acting.ts';
import { caseHoldingsOf, chargedTime, intervalOf, mayReadContest } from '../caseHoldings.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

const params = z.object({ caseId: CaseId });

/** Who held a case's time: the ledger, contests of holders, rulings. */
export const holdingRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/cases/:caseId/holdings',
    { schema: { tags: ['time'], params, response: { 200: CaseHoldings, ...refusals } } },
    async (request) => {
      const { caseId } = request.params;
      const { account, state } = await heldCase(deps, request, caseId, 'holding.read');
      await noteRead(deps.pool, {
        account: account.id,
        caseId,
        what: 'holdings',
        at: nowIso(deps),
      });
      return caseHoldingsOf(deps, account, state);
    },
  );

  app.post(
    '/cases/:caseId/holdings/contests',
    {
      schema: {
        tags: ['time'],
        params,
        body: ContestForm,
        response: { 201: CaseHoldings, ...refusals },
      },
    },
    async (request, reply) => {
      const { caseId } = request.params;
      const { account, state } = await heldCase(deps, request, caseId, 'holding.contest');
      const raised = await once(deps.pool, request, account.id, async (key) => {
        await contest(deps, account, state, request.body, key);
        return caseHoldingsOf(deps, account, state);
      });
      return reply.status(201).send(raised);
    },
  );

  app.post(
    '/cases/:caseId/holdings/contests/:n/ruling',
    {
      schema: {
        tags: ['time'],
        params: params.extend({ n: z.coerce.number().int().min(1).max(10_000) }),
        body: RulingForm,
        response: { 200: CaseHoldings, ...refusals },
      },
    },
    async (request) => {
      const { caseId, n } = request.params;
      const { account, state } = await heldCase(deps, request, caseId, 'holding.rule');
      return once(deps.pool, request, account.id, async (key) => {
        await rule(deps, account, state, { n, ...request.body }, key);
        return caseHoldingsOf(deps, account, state);
      });
    },
  );
};

/** A case that this account sees, or whose time its unit has had. */
async function heldCase(
  deps: ApiDeps,
  request: FastifyRequest,
  caseId: string,
  permission: Permission,
) {
  const account = permitted(request, permission);
  const { state } = await getState(deps.pool, caseId);
  if (seesCase(account, state)) return { account, state };
  const { spans } = await chargedTime(deps, state);
  const had = permission !== 'holding.rule' && spans.some(({ unit }) => unit === account.unit);
  if (!had) throw new Refused('NOT_YOUR_UNIT');
  return { account, state };
}

async function contest(
  deps: ApiDeps,
  account: Account,
  state: AnyState,
  { reason, ...form }: ContestForm,
  key: string,
): Promise<void> {
  const { caseId } = state;
  await checkTarget(deps, state, form);
  const target = { ...intervalOf(form), holder: form.toHolder, unit: form.toUnit };
  const code = contestRefusal(await chargedTime(deps, state), account.unit, target);
  if (code !== null) throw new Refused(code);
  const at = nowIso(deps);
  await keep(deps, { key, caseId, act: 'contestHolding', reason, account, at });
  const n = await raiseContest(deps.pool, {
    ...form,
    caseId,
    paperId: key,
    raisedBy: account.id,
    raisedUnit: account.unit,
    raisedAt: at,
  });
  if (n === null) throw new Refused('CONTEST_OVERLAPS');
}

/** Time goes to a unit that could have had it: an agency, the post, the case's own office; or to nobody's. */
async function checkTarget(
  deps: ApiDeps,
  state: AnyState,
  { toHolder, toUnit }: Pick<ContestForm, 'toHolder' | 'toUnit'>,
): Promise<void> {
  const wrong = new Refused('HOLDER_UNIT_WRONG', [{ path: 'toUnit', code: 'NOT_A_CHOICE' }]);
  if (toHolder === 'APPLICANT' || toHolder === 'SYSTEM') {
    if (toUnit !== null) throw wrong;
    return;
  }
  const unit = toUnit === null ? null : await findUnit(deps.pool, toUnit);
  const kinds: readonly string[] =
    toHolder === 'AGENCY' ? VERIFICATION_KINDS : toHolder === 'POST' ? ['POST'] : [];
  const ours = toUnit === state.unit || (state.kind !== 'APPLICATION' && toUnit === CENTRE_UNIT);
  const fits = kinds.length === 0 ? ours : unit !== null && kinds.includes(unit.kind);
  if (!fits) throw wrong;
}

async function rule(
  deps: ApiDeps,
  account: Account,
  state: AnyState,
  { n, ruling, reason }: z.infer<typeof RulingForm> & { n: number },
  key: string,
): Promise<void> {
  const { caseId } = state;
  const { contests } = await chargedTime(deps, state);
  const found = contests.find((one) => one.n === n);
  if (found === undefined || !mayReadContest(account, state, found)) {
    throw new Refused('CONTEST_NOT_FOUND');
  }
  if (found.raisedById === account.id) throw new Refused('FOUR_EYES');
  if (found.ruling !== null) throw new Refused('CONTEST_RULED');
  const at = nowIso(deps);
  await keep(deps, { key, caseId, act: 'ruleContest', reason, account, at });
  const given = { caseId, n, ruling, ruledBy: account.id, ruledAt: at, paperId: key };
  if (!(await ruleContest(deps.pool, given))) throw new Refused('CONTEST_RULED');
}

interface Written {
  key: string;
  caseId: string;
  act: string;
  reason: string;
  account: Account;
  at: string;
}

async function keep(
  deps: ApiDeps,
  { key, caseId, act, reason, account, at }: Written,
): Promise<void> {
  const paper = { id: key, caseId, act, body: { reason }, writtenBy: account.id, writtenAt: at };
  if (!(await storePaper(deps.pool, paper))) throw new Refused('IDEMPOTENCY_KEY_REUSED');
}
