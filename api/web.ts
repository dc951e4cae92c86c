import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

/** Serve the built web; every address that is no file and no API opens the one page. */
export async function installWeb(app: FastifyInstance, root: string | null): Promise<void> {
  const built = root !== null && existsSync(root);
  if (built) {
    await app.register(fastifyStatic, { root, serve: false });
    await app.register(async (files) => {
      files.setErrorHandler(answerNoFile);
      const kept = { index: false, immutable: true, maxAge: '1y' } as const;
      await files.register(fastifyStatic, { root, decorateReply: false, ...kept });
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

/** What the file server calls forbidden, malformed or no path is an address at which there is nothing. */
function answerNoFile(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const noPath = error.code === 'ERR_INVALID_ARG_VALUE' || error.code === 'ENAMETOOLONG';
  if (!noPath && ![400, 403, 404].includes(error.statusCode ?? 500)) throw error;
  return sendProblem(request, reply, 'NOT_FOUND', []);
}

/** The page names its files by their digests, so it is asked for anew each time and they never are. */
function openPage(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html', { cacheControl: false }).header('cache-control', 'no-cache');
}
