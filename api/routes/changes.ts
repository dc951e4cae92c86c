import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { isNational } from '../../domain/permission.ts';
import type { ApiDeps } from '../deps.ts';
import { accountOf } from '../session.ts';

const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events: what changed, as it is committed. Ids and steps only, the screens ask for the
 * rest. A claim names the case and nobody, so it may go to everybody.
 */
export const changeRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  // A HEAD would hang like a GET and listen for nothing.
  const unasked = { exposeHeadRoute: false } as const;
  app.get('/changes', { schema: { tags: ['cases'] }, ...unasked }, async (request, reply) => {
    const account = accountOf(request);
    const { unit } = account;
    const national = isNational(account);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    const send = (event: string, data: unknown): void => {
      raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    send('reset', {});
    const offChange = deps.changes.onChange((change) => {
      if ('desk' in change) return change.desk === unit ? send('desk', {}) : undefined;
      if (!('case' in change)) return send('claim', { caseId: change.claim });
      const { case: caseId, rev, step, unit: owner, queueUnit, asked } = change;
      if (national || owner === unit || queueUnit === unit)
        send('case', { caseId, rev, step, unit: owner });
      if (asked.includes(unit)) send('verification', { caseId });
    });
    const offReset = deps.changes.onReset(() => send('reset', {}));
    const beat = setInterval(() => raw.write(': beat\n\n'), HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(beat);
      offChange();
      offReset();
    });
  });
};
