import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from './problem.ts';

/** Serve the built web; every address that is no file and no API opens the one page. */
export async function installWeb(app: FastifyInstance, root: string | null): Promise<void> {
  const built = root !== null && existsSync(root);
  if (built) {
    await app.register(fastifyStatic, {
      root,
      index: false,
      immutable: true,
      maxAge: '1y',
    });
    for (const path of ['/', '/index.html']) {
      app.get(path, { schema: { hide: true } }, (_request, reply) => openPage(reply));
    }
  }
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !/^\/(api|assets)\//u.test(request.url);
    return built && page ? openPage(reply) : sendProblem(request, reply, 'NOT_FOUND', []);
  });
}

/** The page names its files by their digests, so it is asked for anew each time and they never are. */
function openPage(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html', { cacheControl: false }).header('cache-control', 'no-cache');
}
