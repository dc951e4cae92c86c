import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { listAlarms } from '../../db/read/alarms.ts';
import {
  findCalendar,
  findRuleSet,
  listCalendars,
  listOverlays,
  listRuleSets,
} from '../../db/read/law.ts';
import { dateOf } from '../../domain/instant.ts';
import { CalendarVersion } from '../../domain/law/calendar.ts';
import { horizonOf } from '../../domain/law/horizon.ts';
import { AlarmList, CalendarList, RuleSetList } from '../../domain/law/published.ts';
import { RuleSet } from '../../domain/law/ruleSet.ts';
import { ruleSetFor } from '../../domain/law/ruleSetFor.ts';
import { sourcesOf } from '../../domain/law/sources.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';

const ALARMS_SHOWN = 100;
const refusals = { 401: Problem, 403: Problem };

/** The law that is published, read only: rule sets, calendars, and alarms about them. */
export const lawRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/rule-sets',
    { schema: { tags: ['law'], response: { 200: RuleSetList, ...refusals } } },
    async (request) => {
      permitted(request, 'law.read');
      const ruleSets = await listRuleSets(deps.pool);
      const acceptedOn = dateOf(nowMs(deps));
      const current = ruleSetFor(ruleSets, { acceptedOn })?.id;
      return { ruleSets: ruleSets.map((ruleSet) => lineOf(ruleSet, current)) };
    },
  );

  app.get(
    '/rule-sets/:id',
    {
      schema: {
        tags: ['law'],
        params: z.object({ id: z.string().max(40) }),
        response: { 200: RuleSet, ...refusals, 404: Problem },
      },
    },
    async (request, reply) => {
      permitted(request, 'law.read');
      const found = await findRuleSet(deps.pool, request.params.id);
      if (found === null) throw new Refused('NOT_FOUND');
      return reply
        .header('content-disposition', `inline; filename="bo-quy-tac-${found.id}.json"`)
        .send(found);
    },
  );

  app.get(
    '/calendars',
    { schema: { tags: ['law'], response: { 200: CalendarList, ...refusals } } },
    async (request) => {
      permitted(request, 'law.read');
      const today = dateOf(nowMs(deps));
      const [calendars, overlays] = await Promise.all([
        listCalendars(deps.pool),
        listOverlays(deps.pool),
      ]);
      return {
        calendars: calendars.map(({ version, publishedAt, body }) => {
          const { publishedTo: to, ...horizon } = horizonOf(body, today);
          const forecastDays = body.days.filter(({ confirmed }) => !confirmed).length;
          const { from, days } = body;
          return { version, publishedAt, from, to, ...horizon, days: days.length, forecastDays };
        }),
        overlays: [...overlays.values()],
      };
    },
  );

  app.get(
    '/calendars/:version',
    {
      schema: {
        tags: ['law'],
        params: z.object({ version: z.string().max(100) }),
        querystring: z.strictObject({ overlay: z.string().max(100).optional() }),
        response: { 200: CalendarVersion, ...refusals, 404: Problem },
      },
    },
    async (request) => {
      permitted(request, 'law.read');
      const { version } = request.params;
      const found = await findCalendar(deps.pool, version, request.query.overlay ?? null);
      if (found === null) throw new Refused('NOT_FOUND');
      return found;
    },
  );

  app.get(
    '/alarms',
    { schema: { tags: ['law'], response: { 200: AlarmList, ...refusals } } },
    async (request) => {
      permitted(request, 'alarm.read');
      return { alarms: [...(await listAlarms(deps.pool, ALARMS_SHOWN))] };
    },
  );
};

function lineOf(
  ruleSet: RuleSet,
  current: string | undefined,
): z.infer<typeof RuleSetList>['ruleSets'][number] {
  const { id, name, validFrom, validTo, citation, verified } = ruleSet;
  const sources = sourcesOf(ruleSet);
  return {
    id,
    name,
    validFrom,
    validTo,
    citation,
    verified,
    inForce: id === current,
    values: sources.length,
    unverified: sources.filter((value) => !value.verified).length,
  };
}
