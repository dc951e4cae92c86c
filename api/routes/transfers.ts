import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { nextSerial } from '../../db/intake/submissions.ts';
import { findUnit } from '../../db/read/units.ts';
import type { TransferFacts } from '../../domain/flow/open.ts';
import { dateOf } from '../../domain/instant.ts';
import { RecordCreated, type RecordSubmission, TransferBody } from '../../domain/record.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { takeIn } from '../intake.ts';
import { once } from '../once.ts';
import { Problem } from '../problem.ts';
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
      mustBeEffective(record, dateOf(nowMs(deps)));
      const created = await once(deps.pool, request, account.id, async () => {
        const unit = await findUnit(deps.pool, account.unit);
        if (unit === null || unit.provinceCode === null) throw new Refused('UNKNOWN_UNIT');
        const recordNumber = await newRecordNumber(
          deps,
          unit.code,
          `${unit.provinceCode}${unit.prefix}`,
        );
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
          facts: (recordPaperId) => ({ recordNumber, recordPaperId }),
        });
        return { caseId: taken.caseId, recordNumber };
      });
      return reply.status(201).send(created);
    },
  );
};

/** Only a judgment in force makes a record (Law 28/2009 Art. 4), and nobody is born tomorrow. */
function mustBeEffective({ person, judgment }: RecordSubmission, today: string): void {
  if (judgment.effectiveDate > today) {
    const path = 'record.judgment.effectiveDate';
    throw new Refused('INVALID_INPUT', [{ path, code: 'NOT_YET_EFFECTIVE' }]);
  }
  if (person.birthDate > today) {
    throw new Refused('INVALID_INPUT', [{ path: 'record.person.birthDate', code: 'IN_FUTURE' }]);
  }
}

/** `<agency code><year>/<5 digits>`, starting anew each year (TT 13/2011 Art. 5.2); demonstration codes. */
async function newRecordNumber(deps: ApiDeps, unit: string, agencyCode: string): Promise<string> {
  const year = dateOf(nowMs(deps)).slice(0, 4);
  const serial = await nextSerial(deps.pool, unit, 'RECORD', Number(year));
  return `${agencyCode}${year}/${String(serial).padStart(5, '0')}`;
}
