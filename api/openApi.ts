import swagger from '@fastify/swagger';
import reference from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** OpenAPI 3.1 made from the routes' own schemas, and a page to read it. */
export async function installOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'LLTP',
        version: '1',
        description:
          'Judicial-record certificates and record transfers. Every error is problem+json with a code. ' +
          'Changing requests carry an Idempotency-Key (UUID); sessions carry x-csrf-token.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'lltp' },
          unitAssertion: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.send(app.swagger()),
  );
  await app.register(reference, {
    routePrefix: '/api/reference',
    configuration: { url: '/api/openapi.json' },
    // The reference page styles itself and runs an inline script; nothing else here may.
    hooks: {
      onRequest: (_request, reply, done) => {
        reply.removeHeader('content-security-policy');
        done();
      },
    },
  });
}
