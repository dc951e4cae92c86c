import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { RecordCreated, TransferBody } from '../../domain/record.ts';
import { KnownJudgmentQuery, KnownJudgments } from '../../domain/record/knownJudgment.ts';
import type { ApiDeps } from '../deps.ts';
import { enterRecord } from '../enterRecord.ts';
import { once } from '../once.ts';
import { Problem } from '../problem.ts';
import { knownJudgments } from '../records/knownJudgments.ts';
import { permitted } from '../session.ts';

/** Entering a judicial record that is to go to the National Centre. */
export const transferRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.post(
    '/transfers',
    {
      schema: {
        tags: ['transfers'],
        body: TransferBody,
        response: { 201: RecordCreated, 400: Problem, 401: Problem, 403: Problem, 422: Problem },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'transfer.enter');
      const { record } = request.body;
      const created = await once(deps.pool, request, account.id, (requestKey) =>
        enterRecord(deps, account, { record, requestKey, origin: null }),
      );
      return reply.status(201).send(created);
    },
  );

  app.get(
    '/transfers/known-judgments',
    {
      schema: {
        tags: ['transfers'],
        querystring: KnownJudgmentQuery,
        response: { 200: KnownJudgments, 400: Problem, 401: Problem, 403: Problem },
      },
    },
    (request) => knownJudgments(deps, permitted(request, 'transfer.enter'), request.query),
  );
};
