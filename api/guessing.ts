import type { FastifyInstance } from 'fastify';
import { Refused } from './refused.ts';

/** Guesses per minute and address: a tracking code has 32^10 values, a birth date few. */
export const GUESSES_PER_MINUTE = 30;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a route tells by its answer that a tracking code was guessed. */
    takesTrackingCode?: boolean;
  }
}

/** One budget of guesses for all routes that take a tracking code: wherever it is tried, it is the same code. */
export function limitGuesses(app: FastifyInstance): void {
  const guess = app.createRateLimit({ max: GUESSES_PER_MINUTE, timeWindow: '1 minute' });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.takesTrackingCode !== true) return;
    const limit = await guess(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    reply.header('retry-after', limit.ttlInSeconds);
    throw new Refused('TOO_MANY_REQUESTS');
  });
}
