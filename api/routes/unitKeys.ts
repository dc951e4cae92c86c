import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { registerUnitKey, withdrawUnitKeys } from '../../db/desk/unitKeys.ts';
import { listAnnounced } from '../../db/read/unitKeys.ts';
import { findUnit } from '../../db/read/units.ts';
import { KeyId, UnitCode } from '../../domain/agencyMessage.ts';
import {
  UnitKeyForm,
  UnitStanding,
  Withdrawal,
  WithdrawalPreview,
} from '../../domain/integration.ts';
import { announcementRefusal } from '../announcedKeys.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { standingOf } from './agencyApi.ts';

const tags = ['integrations'];
const keyParams = z.object({ unit: UnitCode, kid: KeyId });

/** The administrator's hand on the keys of units: seen, registered, withdrawn. */
export const unitKeyRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/integrations/units/:unit',
    {
      schema: {
        tags,
        params: z.object({ unit: UnitCode }),
        response: { 200: UnitStanding, ...refusals },
      },
    },
    async (request) => {
      permitted(request, 'integration.read');
      const { unit } = request.params;
      if ((await findUnit(deps.pool, unit)) === null) throw new Refused('NOT_FOUND');
      return standingOf(deps, unit);
    },
  );

  app.post(
    '/integrations/units/:unit/keys',
    {
      schema: {
        tags,
        params: z.object({ unit: UnitCode }),
        body: UnitKeyForm,
        response: { 200: UnitStanding, ...refusals },
      },
    },
    async (request) => {
      const { id } = permitted(request, 'integration.mend');
      const { unit } = request.params;
      if ((await findUnit(deps.pool, unit)) === null) throw new Refused('NOT_FOUND');
      return once(deps.pool, request, id, async () => {
        const code = await announcementRefusal(deps, { ...request.body, fromUnit: unit });
        if (code !== null) throw new Refused(code);
        const by = { registeredBy: id, registeredAt: nowIso(deps) };
        await registerUnitKey(deps.pool, { unit, ...request.body, ...by });
        return standingOf(deps, unit);
      });
    },
  );

  app.get(
    '/integrations/units/:unit/keys/:kid/withdrawal',
    { schema: { tags, params: keyParams, response: { 200: WithdrawalPreview, ...refusals } } },
    async (request) => {
      permitted(request, 'integration.mend');
      return { kids: await withdrawnWith(deps, request.params) };
    },
  );

  app.post(
    '/integrations/units/:unit/keys/:kid/withdrawal',
    {
      schema: {
        tags,
        params: keyParams,
        body: Withdrawal,
        response: { 200: UnitStanding, ...refusals },
      },
    },
    async (request) => {
      const { id: by } = permitted(request, 'integration.mend');
      const { unit } = request.params;
      const { reason, kids } = request.body;
      const resting = await withdrawnWith(deps, request.params);
      // The same withdrawal sent twice withdraws nothing more.
      if (resting.some((each) => !kids.includes(each))) throw new Refused('PREVIEW_OUTDATED');
      await withdrawUnitKeys(deps.pool, { unit, kids: resting, by, reason, at: nowIso(deps) });
      return standingOf(deps, unit);
    },
  );
};

/** The keys that fall with one, in their order. */
async function withdrawnWith(
  { pool }: ApiDeps,
  { unit, kid }: z.infer<typeof keyParams>,
): Promise<string[]> {
  const kids = await listAnnounced(pool, unit, kid);
  if (kids === null) throw new Refused('NOT_FOUND');
  return kids;
}
