import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import session from '@fastify/session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DatabasePool } from 'slonik';
import { deleteSession, findSession, writeSession } from '../db/desk/sessions.ts';
import { findAccount } from '../db/read/accounts.ts';
import type { Account } from '../domain/account.ts';
import { allows, type Permission } from '../domain/permission.ts';
import { Refused } from './refused.ts';

const LIFETIME_MS = 12 * 3_600_000;
/** How long an account locked, or a session ended, through another process may go on being seen as it was. */
const CACHE_MS = 5_000;
const CACHED = 10_000;

declare module 'fastify' {
  interface Session {
    accountId?: string;
  }
  interface FastifyRequest {
    account: Account | null;
  }
  interface FastifyContextConfig {
    /** Asked without an account: by anybody, or by a unit's system with a signature of its own. */
    noSession?: boolean;
  }
}

/**
 * Sessions in the database behind an httpOnly cookie, and the anti-forgery token that every changing
 * request of a session must carry. Without a session every route is refused with SIGN_IN_REQUIRED, before its
 * body is read, unless its config says `noSession`.
 */
export async function installSessions(
  app: FastifyInstance,
  { pool, secret, secure }: { pool: DatabasePool; secret: string; secure: boolean },
): Promise<void> {
  await app.register(cookie);
  await app.register(session, {
    secret,
    cookieName: 'lltp',
    cookie: { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: LIFETIME_MS },
    saveUninitialized: false,
    rolling: false,
    store: storeIn(pool),
  });
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: (request) => headerOf(request, 'x-csrf-token'),
  });
  const accounts = new Brief((id) => findAccount(pool, id));
  app.decorateRequest('account', null);
  app.addHook('onRequest', async (request) => {
    const { accountId } = request.session;
    if (accountId !== undefined) request.account = await accounts.get(accountId);
  });
  // After the rate limit, which counts strangers too.
  app.addHook('preParsing', async (request) => {
    const open = request.is404 || request.routeOptions.config.noSession === true;
    if (!open) accountOf(request);
  });
  app.addHook('preValidation', async (request, reply) => {
    const changing = request.method !== 'GET' && request.method !== 'HEAD';
    if (!changing || request.account === null) return;
    await new Promise<void>((resolve, reject) => {
      app.csrfProtection(request, reply, (error?: Error) => (error ? reject(error) : resolve()));
    });
  });
}

function storeIn(pool: DatabasePool) {
  const settle = <T>(work: Promise<T>, done: (error: unknown, result?: T) => void): void => {
    work.then(
      (result) => done(null, result),
      (error: unknown) => done(error),
    );
  };
  // As text: every request gets a body of its own, which it may change.
  const bodies = new Brief((id) => findSession(pool, id).then((body) => JSON.stringify(body)));
  return {
    get: (id: string, done: (error: unknown, result?: never) => void) =>
      settle(
        bodies.get(id).then((text) => JSON.parse(text) as never),
        done,
      ),
    set: (id: string, body: unknown, done: (error?: unknown) => void) => {
      const written = writeSession(pool, id, body, LIFETIME_MS / 1000);
      settle(
        written.finally(() => bodies.forget(id)),
        done,
      );
    },
    destroy: (id: string, done: (error?: unknown) => void) => {
      const deleted = deleteSession(pool, id);
      settle(
        deleted.finally(() => bodies.forget(id)),
        done,
      );
    },
  };
}

/** What was read a moment ago, by id: a page asks for much at once. */
class Brief<T> {
  readonly #read: (id: string) => Promise<T>;
  readonly #known = new Map<string, { value: T; until: number }>();

  constructor(read: (id: string) => Promise<T>) {
    this.#read = read;
  }

  async get(id: string): Promise<T> {
    const known = this.#known.get(id);
    if (known !== undefined && known.until > Date.now()) return known.value;
    const value = await this.#read(id);
    if (this.#known.size >= CACHED) this.#known.clear();
    this.#known.set(id, { value, until: Date.now() + CACHE_MS });
    return value;
  }

  forget(id: string): void {
    this.#known.delete(id);
  }
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** The signed-in account; refuses with SIGN_IN_REQUIRED. */
export function accountOf(request: FastifyRequest): Account {
  if (request.account === null) throw new Refused('SIGN_IN_REQUIRED');
  return request.account;
}

/** The signed-in account if its roles allow something; refuses otherwise. */
export function permitted(request: FastifyRequest, permission: Permission): Account {
  const account = accountOf(request);
  if (!allows(account, permission)) throw new Refused('NOT_PERMITTED');
  return account;
}
