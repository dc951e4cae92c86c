import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

/** Serve the built web; every address that is no file and no API opens the one page. */
export async function installWeb(app: FastifyInstance, root: string | null): Promise<void> {
  const built = root !== null && existsSync(root);
  if (built) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      index: false,
      immutable: true,
      maxAge: '1y',
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !/^\/(api|assets)\//u.test(request.url);
    if (!built || !page) return sendProblem(request, reply, 'NOT_FOUND', []);
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0 });
  });
}
