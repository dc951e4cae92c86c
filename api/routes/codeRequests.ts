import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { CaseId } from '../../domain/caseId.ts';
import {
  CodeRequestBody,
  CodeRequested,
  CodeRequestShown,
} from '../../domain/offence/codeRequest.ts';
import { dateOf } from '../../domain/instant.ts';
import { seesCase } from '../../domain/permission.ts';
import { getState } from '../acting.ts';
import { codeRequestShown } from '../catalogue/codeRequests.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { takeIn } from '../intake.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

const tags = ['catalogue'];
const params = z.object({ caseId: CaseId });

/** Requests for a code that the catalogue of offences lacks; their acts are acts of a case. */
export const codeRequestRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.post(
    '/catalogue/requests',
    {
      schema: {
        tags,
        body: CodeRequestBody,
        response: { 201: CodeRequested, ...refusals },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'code.request');
      const body = request.body.request;
      if (body.judgmentDate > dateOf(nowMs(deps))) {
        const path = 'request.judgmentDate';
        throw new Refused('INVALID_INPUT', [{ path, code: 'IN_FUTURE' }]);
      }
      const created = await once(deps.pool, request, account.id, async (requestKey) => {
        const unit = await deps.places.unit(account.unit);
        if (unit === null) throw new Refused('UNKNOWN_UNIT');
        const { caseId } = await takeIn<object>(deps, {
          kind: 'CODE_REQUEST',
          account,
          unit,
          channel: null,
          externalCode: null,
          body,
          // Lists name a case by its person; a request is about words and has none.
          person: { fullName: body.offence, birthDate: '', personalId: null },
          accepted: true,
          requestKey,
          recordPrefix: null,
          facts: {},
        });
        return { caseId };
      });
      return reply.status(201).send(created);
    },
  );

  app.get(
    '/catalogue/requests/:caseId',
    { schema: { tags, params, response: { 200: CodeRequestShown, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'catalogue.read');
      const { state } = await getState(deps.pool, request.params.caseId);
      if (state.kind !== 'CODE_REQUEST' || !seesCase(account, state)) {
        throw new Refused('CASE_NOT_FOUND');
      }
      return codeRequestShown(deps, state);
    },
  );
};
