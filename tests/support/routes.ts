import type { FastifyInstance } from 'fastify';

/** A route of the API as it was registered, such as `GET /api/v1/cases/:caseId`. */
export interface Route {
  method: string;
  path: string;
}

const LINE = /^((?:[│ ] {3})*)[├└]── (.*) \(([A-Z, ]+)\)$/u;

/** Every route of an app but for HEAD, which goes with GET; read from the router's own tree of paths. */
export function routesOf(app: FastifyInstance): Route[] {
  const heads: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', tail = '', methods = ''] = LINE.exec(line) ?? [];
      if (methods === '') throw new Error(`no route is read from "${line}"`);
      const depth = indent.length / 4;
      const path = `${heads[depth - 1] ?? ''}${tail}`;
      heads[depth] = path;
      const answered = methods.split(', ').filter((method) => method !== 'HEAD');
      return answered.map((method) => ({ method, path }));
    });
}

/** A path with a value for each of its parameters; what is not given is a number that names nothing. */
export function addressOf(path: string, values: Record<string, string> = {}): string {
  return path.replaceAll(/:(\w+)/gu, (_all, name: string) => values[name] ?? '1');
}
