import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { CaseId } from '../../domain/case.ts';
import { DecisionForm, LookUp } from '../../domain/identity/lookUp.ts';
import type { ApiDeps } from '../deps.ts';
import { decideOn, lookUpOf } from '../lookUp.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { readableCase } from './cases.ts';

const params = z.object({ caseId: CaseId });

/** The own-database look-up of an application, and what officers decide about its candidates. */
export const lookUpRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/cases/:caseId/look-up',
    { schema: { tags: ['identity'], params, response: { 200: LookUp, ...refusals } } },
    async (request) => {
      const { caseId } = request.params;
      const found = await readableCase(deps, request, caseId, 'look-up', 'identity.read');
      return lookUpOf(deps, found);
    },
  );

  app.post(
    '/cases/:caseId/look-up/decisions',
    {
      schema: {
        tags: ['identity'],
        params,
        body: DecisionForm,
        response: { 201: LookUp, ...refusals },
      },
    },
    async (request, reply) => {
      const { caseId } = request.params;
      const found = await readableCase(deps, request, caseId, 'look-up', 'identity.decide');
      const decided = await once(deps.pool, request, found.account.id, async (key) => {
        await decideOn(deps, found, request.body, key);
        return lookUpOf(deps, found);
      });
      return reply.status(201).send(decided);
    },
  );
};
