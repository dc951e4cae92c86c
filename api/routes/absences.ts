import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { cancelAbsence, enterAbsence, settleCovers } from '../../db/desk/absences.ts';
import { countNear, findAbsence, listAbsences, listAbsencesOf } from '../../db/read/absences.ts';
import {
  Absence,
  Absences,
  AbsencesQuery,
  AbsenceToEnter,
  MyAbsences,
} from '../../domain/absence.ts';
import type { Account } from '../../domain/account.ts';
import { dateOf } from '../../domain/instant.ts';
import { allows } from '../../domain/permission.ts';
import { absencesShown, countUncovered, mustBeEnterable } from '../absence.ts';
import { ABSENCE_FILE } from '../../domain/wording/files/caseFiles.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { sendList } from '../listFile.ts';
import { once } from '../once.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

const refusals = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem };

/** Who is away and who covers; work moves at once, four eyes are kept, permissions do not change. */
export const absenceRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const shownOne = async (account: Account, id: string): Promise<Absence> => {
    const row = await findAbsence(deps.pool, id);
    const [shown] = row === null ? [] : await absencesShown(deps, account, [row]);
    if (shown === undefined) throw new Refused('NOT_FOUND');
    return shown;
  };

  app.get(
    '/absences',
    {
      schema: {
        tags: ['absences'],
        querystring: AbsencesQuery,
        response: { 200: Absences, ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'absence.oversee');
      const today = dateOf(nowMs(deps));
      const { rows, total } = await listAbsences(deps.pool, account.unit, request.query, today);
      const uncovered = await countUncovered(deps, account);
      const near = await countNear(deps.pool, account.unit, today);
      return { absences: await absencesShown(deps, account, rows), total, near, uncovered };
    },
  );

  app.get(
    '/absences.csv',
    { schema: { tags: ['absences'], querystring: AbsencesQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'absence.oversee');
      const query = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { rows } = await listAbsences(deps.pool, account.unit, query, dateOf(nowMs(deps)));
      const shown = await absencesShown(deps, account, rows);
      return sendList(deps, reply, ABSENCE_FILE, shown.map(cellsOf));
    },
  );

  app.get(
    '/absences/mine',
    { schema: { tags: ['absences'], response: { 200: MyAbsences, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'absence.enter');
      const today = dateOf(nowMs(deps));
      const rows = await listAbsencesOf(deps.pool, account.id, today);
      const shown = await absencesShown(deps, account, rows);
      return {
        own: shown.filter(({ person }) => person.id === account.id),
        covering: shown.filter(({ delegate }) => delegate?.id === account.id),
        today,
      };
    },
  );

  app.post(
    '/absences',
    {
      schema: {
        tags: ['absences'],
        body: AbsenceToEnter,
        response: { 201: Absence, ...refusals },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'absence.enter');
      const entered = await once(deps.pool, request, account.id, async () => {
        await mustBeEnterable(deps, account, request.body);
        const entry = { ...request.body, by: account.id, at: nowIso(deps) };
        const id = await enterAbsence(deps.pool, entry);
        if (id === null) throw new Refused('ABSENCES_OVERLAP');
        await settleCovers(deps.pool, nowIso(deps));
        return shownOne(account, id);
      });
      return reply.status(201).send(entered);
    },
  );

  app.delete(
    '/absences/:id',
    {
      schema: {
        tags: ['absences'],
        params: z.object({ id: z.uuid() }),
        response: { 200: Absence, ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'absence.enter');
      const { id } = request.params;
      return once(deps.pool, request, account.id, async () => {
        const row = await findAbsence(deps.pool, id);
        if (row === null) throw new Refused('NOT_FOUND');
        const oversees = allows(account, 'absence.oversee') && row.unit === account.unit;
        if (row.person.id !== account.id && !oversees) throw new Refused('NOT_PERMITTED');
        const over = row.to < dateOf(nowMs(deps));
        const done = { id, by: account.id, at: nowIso(deps) };
        if (over || !(await cancelAbsence(deps.pool, done))) throw new Refused('ABSENCE_OVER');
        await settleCovers(deps.pool, nowIso(deps));
        return shownOne(account, id);
      });
    },
  );
};

function cellsOf({ person, delegate, ...row }: Absence) {
  return {
    ...row,
    person: person.displayName,
    title: person.title,
    delegate: delegate?.displayName,
  };
}
