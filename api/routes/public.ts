import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { findCertificateStatus } from '../../db/read/certificates.ts';
import { findTracked } from '../../db/read/tracking.ts';
import { CertificateCheck, Tracking, TrackingQuestion } from '../../domain/desk.ts';
import type { ApiDeps } from '../deps.ts';
import { GUESSES_PER_MINUTE } from '../guessing.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { trackingOf } from '../tracking.ts';

/** A tracking code as it is kept: capitals without the spaces and hyphens people put in. */
export function codeOf(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}

/** What anybody may ask without an account: where my application stands, whether a paper is valid. */
export const publicRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.post(
    '/public/tracking',
    {
      schema: {
        tags: ['public'],
        body: TrackingQuestion,
        response: { 200: Tracking, 400: Problem, 404: Problem, 429: Problem },
      },
      config: { noSession: true, takesTrackingCode: true },
    },
    async (request) => {
      const { code, birthDate } = request.body;
      const row = await findTracked(deps.pool, codeOf(code), birthDate);
      if (row === null) throw new Refused('TRACKING_NOT_FOUND');
      return trackingOf(deps, row);
    },
  );

  app.get(
    '/public/certificates/:code',
    {
      schema: {
        tags: ['public'],
        params: z.object({ code: z.string().max(40) }),
        response: { 200: CertificateCheck, 429: Problem },
      },
      config: { noSession: true, rateLimit: { max: GUESSES_PER_MINUTE * 2 } },
    },
    async (request) => {
      const status = await findCertificateStatus(deps.pool, codeOf(request.params.code));
      return { status: status ?? ('UNKNOWN' as const) };
    },
  );
};
