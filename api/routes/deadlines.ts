import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { CaseId } from '../../domain/case.ts';
import { ClockName, DeadlineExplanation } from '../../domain/deadline.ts';
import { allows } from '../../domain/permission.ts';
import { seesClock } from '../../domain/sight.ts';
import { explainDeadline } from '../deadlines.ts';
import { maskDeadline } from '../masking.ts';
import { passportOf } from '../passport.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { readableCase } from './cases.ts';
import { sendPdf } from './papers.ts';

const params = z.object({ caseId: CaseId, clock: ClockName });
type Asked = FastifyRequest<{ Params: z.infer<typeof params> }>;

/** The passport of one clock, as JSON and as one printable page. */
export const deadlineRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  /** What this reader may see of a clock; one that tells of a conviction is to others as if unknown. */
  async function explainedFor(request: Asked, what: 'deadline' | 'deadline.pdf') {
    const { caseId, clock } = request.params;
    const { account, state } = await readableCase(deps, request, caseId, what);
    if (!seesClock(account, clock)) throw new Refused('CLOCK_UNKNOWN');
    const explanation = await explainDeadline(deps, state, clock);
    const full = allows(account, 'conviction.read');
    return { state, explanation: full ? explanation : maskDeadline(explanation) };
  }

  app.get(
    '/cases/:caseId/deadlines/:clock/explanation',
    {
      schema: {
        tags: ['cases'],
        params,
        response: {
          200: DeadlineExplanation,
          400: Problem,
          401: Problem,
          403: Problem,
          404: Problem,
        },
      },
    },
    async (request) => (await explainedFor(request, 'deadline')).explanation,
  );

  app.get(
    '/cases/:caseId/deadlines/:clock/explanation.pdf',
    { schema: { tags: ['papers'], params } },
    async (request, reply) => {
      const { state, explanation } = await explainedFor(request, 'deadline.pdf');
      const bytes = await passportOf(deps, state, explanation);
      return sendPdf(reply, `thoi-han-${state.caseId}`, bytes);
    },
  );
};
