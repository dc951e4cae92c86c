import { verify } from '@node-rs/argon2';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { findAccount, findSecret, listAccounts, listColleagues } from '../../db/read/accounts.ts';
import { listProvinces, listUnitsOn } from '../../db/read/units.ts';
import { Account, Facts, Session, SignIn, Unit } from '../../domain/account.ts';
import { speedAt } from '../../domain/clock/businessClock.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { accountOf } from '../session.ts';

/** An argon2id hash of nothing anybody types: unknown names take as long as wrong passwords. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$vaxkHiNEXeyaBPnCdgbTTVtBqsqL4kfYHJqPM2cUcM4';

/** Signing in and out, and what every page needs to know. */
export const sessionRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const anybody = { config: { noSession: true } };
  app.get(
    '/facts',
    { ...anybody, schema: { tags: ['session'], response: { 200: Facts } } },
    async () => {
      const accounts = deps.demonstration ? await listAccounts(deps.pool, 80) : null;
      const law = await deps.laws.at(nowMs(deps));
      return {
        demonstration: deps.demonstration,
        businessNow: nowIso(deps),
        speed: speedAt(deps.clock, Date.now()),
        ruleSetId: law.ruleSetId,
        demoAccounts:
          accounts?.map(({ username, displayName, title, roles, unitName }) => {
            return { username, displayName, title, roles, unitName };
          }) ?? null,
        demoPassword: deps.demoPassword,
      };
    },
  );

  app.post(
    '/sessions',
    {
      schema: { tags: ['session'], body: SignIn, response: { 201: Session, 401: Problem } },
      config: { noSession: true, rateLimit: { max: deps.signInLimit } },
    },
    async (request, reply) => {
      const { username, password } = request.body;
      const secret = await findSecret(deps.pool, username.toLowerCase());
      const right = await verify(secret?.passwordHash ?? NOBODY, password);
      const account = secret !== null && right ? await findAccount(deps.pool, secret.id) : null;
      if (account === null) throw new Refused('SIGN_IN_FAILED');
      // A new id on signing in: a session fixed by somebody else is worth nothing.
      await request.session.regenerate();
      request.session.accountId = account.id;
      return reply.status(201).send({ account, csrfToken: reply.generateCsrf() });
    },
  );

  app.get(
    '/session',
    { schema: { tags: ['session'], response: { 200: Session, 401: Problem } } },
    async (request, reply) => {
      return { account: accountOf(request), csrfToken: reply.generateCsrf() };
    },
  );

  app.delete(
    '/session',
    { ...anybody, schema: { tags: ['session'], response: { 204: z.null() } } },
    async (request, reply) => {
      await request.session.destroy();
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/units',
    { schema: { tags: ['reference'], response: { 200: z.array(Unit) } } },
    async (request) => {
      accountOf(request);
      return [...(await listUnitsOn(deps.pool, dateOf(nowMs(deps))))];
    },
  );

  const ProvinceList = z.array(z.object({ code: z.string(), name: z.string() }));
  app.get(
    '/provinces',
    { ...anybody, schema: { tags: ['reference'], response: { 200: ProvinceList } } },
    async () => [...(await listProvinces(deps.pool, dateOf(nowMs(deps))))],
  );

  app.get(
    '/colleagues',
    {
      schema: { tags: ['reference'], response: { 200: z.object({ accounts: z.array(Account) }) } },
    },
    async (request) => {
      const { unit } = accountOf(request);
      return { accounts: [...(await listColleagues(deps.pool, unit))] };
    },
  );
};
