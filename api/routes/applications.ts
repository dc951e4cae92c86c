import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { findApplicantAsked } from '../../db/desk/idempotency.ts';
import { listDuplicates } from '../../db/read/duplicates.ts';
import { agentMayAsk } from '../../domain/agentRight.ts';
import { ApplicationSubmission, missingPapers } from '../../domain/application.ts';
import { ApplicationReceived, DuplicateCandidate } from '../../domain/intake.ts';
import type { VerifiedBefore } from '../../domain/flow/applicationState.ts';
import { dateOf } from '../../domain/instant.ts';
import { residenceWarnings } from '../../domain/residenceWarnings.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { factsOf } from '../applicationFacts.ts';
import { identityWarningsOf } from '../identityWarnings.ts';
import { checkAgainstToday, departmentFor, takeIn } from '../intake.ts';
import { keyOf, once } from '../once.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { routingBook } from '../routingBook.ts';
import { permitted } from '../session.ts';

const refusals = { 400: Problem, 401: Problem, 403: Problem, 409: Problem, 422: Problem };

/** Receiving applications: at the counter, or forwarded by a connected system. */
export const applicationRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.post(
    '/applications',
    {
      schema: {
        tags: ['applications'],
        body: ApplicationSubmission,
        response: { 201: ApplicationReceived, ...refusals },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'application.submit');
      const { personalId } = request.body.subject;
      const { since } = (await routingBook()).verifiedBefore;
      const asked = { actor: account.id, key: keyOf(request) };
      const applicant = { personalId, since };
      const found = await findApplicantAsked(deps.pool, applicant, asked);
      const submitted = { submission: request.body, verifiedBefore: found.verifiedBefore };
      const received = await once(
        deps.pool,
        request,
        account.id,
        (key) => receive(deps, account, submitted, key),
        { found: found.known },
      );
      return reply.status(201).send(received);
    },
  );

  app.get(
    '/applications/duplicates',
    {
      schema: {
        tags: ['applications'],
        querystring: z.strictObject({
          personalId: z.string().max(20).optional(),
          fullName: z.string().max(120).optional(),
          birthDate: z.string().max(10).optional(),
        }),
        response: { 200: z.object({ candidates: z.array(DuplicateCandidate) }), 401: Problem },
      },
    },
    async (request) => {
      const { unit } = permitted(request, 'application.submit');
      return { candidates: [...(await listDuplicates(deps.pool, { unit, ...request.query }))] };
    },
  );
};

interface Submitted {
  submission: ApplicationSubmission;
  verifiedBefore: VerifiedBefore | null;
}

async function receive(
  deps: ApiDeps,
  account: ReturnType<typeof permitted>,
  { submission, verifiedBefore }: Submitted,
  requestKey: string,
): Promise<z.infer<typeof ApplicationReceived>> {
  const unit = await departmentFor(deps, account, submission.unit);
  await checkAgainstToday(deps, submission);
  await checkAgent(deps, submission);
  const accepted = submission.accept && account.roles.includes('ONE_STOP_OFFICER');
  if (accepted && !submission.feeSettled) throw new Refused('FEE_NOT_SETTLED');
  if (accepted && missingPapers(submission).length > 0) {
    throw new Refused('PAPERS_MISSING', [{ path: 'papers', code: 'PAPERS_MISSING' }]);
  }
  const facts = await factsOf(deps, submission, unit.provinceCode ?? '', verifiedBefore);
  const { fullName, birthDate, personalId } = submission.subject;
  const taken = await takeIn(deps, {
    kind: 'APPLICATION',
    account,
    unit,
    channel: submission.channel,
    externalCode: submission.externalCode,
    body: submission,
    person: { fullName, birthDate, personalId },
    accepted,
    postmarkedOn: submission.postmarkedOn,
    requestKey,
    recordPrefix: null,
    facts,
  });
  return {
    caseId: taken.caseId,
    trackingCode: taken.trackingCode ?? '',
    opened: taken.opened,
    warnings: await identityWarningsOf(deps, submission),
    residence: residenceWarnings(submission.subject, dateOf(nowMs(deps))),
  };
}

/** Refuse an agent whom the law of the day of the request gives no right to ask. */
async function checkAgent(deps: ApiDeps, submission: ApplicationSubmission): Promise<void> {
  if (submission.agent === null) return;
  const { postmarkedOn } = submission;
  const { law } = await deps.laws.pin({ receivedAt: nowMs(deps), postmarkedOn });
  const rules = await deps.laws.ruleSet(law.ruleSetId);
  const askedOn = postmarkedOn ?? dateOf(nowMs(deps));
  if (!agentMayAsk(submission, rules, askedOn)) throw new Refused('AGENT_MAY_NOT_ASK_NO_2');
}
