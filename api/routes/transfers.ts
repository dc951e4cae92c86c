import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import type { TransferFacts } from '../../domain/flow/open.ts';
import { identityOfRecord } from '../../domain/identity/identity.ts';
import { RecordCreated, TransferBody } from '../../domain/record.ts';
import type { ApiDeps } from '../deps.ts';
import { takeIn } from '../intake.ts';
import { once } from '../once.ts';
import { Problem } from '../problem.ts';
import { checkRecord } from '../recordChecks.ts';
import { Refused } from '../refused.ts';
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
      await checkRecord(deps, record, 'record');
      const created = await once(deps.pool, request, account.id, async (requestKey) => {
        const unit = await deps.places.unit(account.unit);
        if (unit === null || unit.provinceCode === null) throw new Refused('UNKNOWN_UNIT');
        const { fullName, birthDate, personalId } = record.person;
        const taken = await takeIn<TransferFacts>(deps, {
          kind: 'TRANSFER',
          account,
          unit,
          channel: null,
          externalCode: null,
          body: record,
          person: { fullName, birthDate, personalId },
          accepted: true,
          requestKey,
          recordPrefix: `${unit.provinceCode}${unit.prefix}`,
          knownAs: identityOfRecord(record),
          record,
          facts: {},
        });
        const { facts } = WithNumber.parse(taken.input);
        return { caseId: taken.caseId, recordNumber: facts.recordNumber };
      });
      return reply.status(201).send(created);
    },
  );
};

const WithNumber = z.object({ facts: z.object({ recordNumber: z.string() }) });
