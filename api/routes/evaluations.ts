import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { getSubmitted } from '../../db/read/cases.ts';
import { findDraftedEntries } from '../../db/read/certificates.ts';
import { listAnswers } from '../../db/read/verifications.ts';
import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { CaseId } from '../../domain/case.ts';
import { answeredEntries } from '../../domain/conviction/answered.ts';
import { CaseEvaluation, EntriesToEvaluate } from '../../domain/conviction/caseEvaluation.ts';
import { futureFields } from '../../domain/conviction/datesAhead.ts';
import { dateOf } from '../../domain/instant.ts';
import { KnownBans } from '../../domain/record/ban.ts';
import { evaluationOf } from '../conviction/evaluation.ts';
import { knownBansOf } from '../conviction/knownBans.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { readableCase } from './cases.ts';

const params = z.object({ caseId: CaseId });

/** What the rules make of a person's judgments, and which bans are known; the officer decides beside it. */
export const evaluationRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const applicationOf = async (request: FastifyRequest, caseId: string) => {
    const { state } = await readableCase(deps, request, caseId, 'evaluation', 'conviction.read');
    return { state, application: await applicantOf(deps, caseId) };
  };

  app.get(
    '/cases/:caseId/evaluation',
    { schema: { tags: ['cases'], params, response: { 200: CaseEvaluation, ...refusals } } },
    async (request) => {
      const { caseId } = request.params;
      const { state, application } = await applicationOf(request, caseId);
      const entries = await entriesOf(deps, caseId);
      return { entries, evaluation: await evaluationOf(deps, state, application, entries) };
    },
  );

  app.post(
    '/cases/:caseId/evaluation',
    {
      schema: {
        tags: ['cases'],
        params,
        body: EntriesToEvaluate,
        response: { 200: CaseEvaluation, ...refusals },
      },
    },
    async (request) => {
      const { state, application } = await applicationOf(request, request.params.caseId);
      const { entries } = request.body;
      const ahead = futureFields(entries, 'entries', dateOf(nowMs(deps)));
      if (ahead.length > 0) throw new Refused('INVALID_INPUT', ahead);
      return { entries, evaluation: await evaluationOf(deps, state, application, entries) };
    },
  );

  app.get(
    '/cases/:caseId/known-bans',
    { schema: { tags: ['cases'], params, response: { 200: KnownBans, ...refusals } } },
    async (request) => {
      const { caseId } = request.params;
      const { state } = await readableCase(deps, request, caseId, 'known-bans', 'identity.read');
      return knownBansOf(deps, state, await applicantOf(deps, caseId));
    },
  );
};

async function applicantOf({ pool }: ApiDeps, caseId: string): Promise<ApplicationSubmission> {
  const { application } = await getSubmitted(pool, caseId);
  if (application === null) throw new Refused('CASE_NOT_FOUND');
  return application;
}

/** What was drafted last, where no answer has come since: a returned draft is not completed twice. */
async function entriesOf({ pool }: ApiDeps, caseId: string): Promise<ConvictionEntry[]> {
  const drafted = await findDraftedEntries(pool, caseId);
  if (drafted === null) return answeredEntries(await listAnswers(pool, caseId));
  return drafted.map(({ expungedOn: _on, standing: _as, deviation: _why, ...entry }) => entry);
}
