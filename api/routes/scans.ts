import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { noteRead } from '../../db/desk/readAudit.ts';
import { keepScan } from '../../db/desk/scans.ts';
import { findState } from '../../db/read/cases.ts';
import { findScan } from '../../db/read/scans.ts';
import type { Account } from '../../domain/account.ts';
import { allows, seesCase } from '../../domain/permission.ts';
import { LARGEST_SCAN, Scan, SCAN_TYPES, ScanQuestion } from '../../domain/scan.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Problem, refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { accountOf, permitted } from '../session.ts';
import { takeScans, uploadedScan } from '../uploadedScan.ts';

const REFUSED_AS = {
  NOT_ASKED: 'VERIFICATION_NOT_ASKED',
  TOO_MANY: 'SCANS_TOO_MANY',
  OTHER: 'IDEMPOTENCY_KEY_REUSED',
} as const;

/** Scanned papers behind answers: uploaded at a liaison's desk, read there and by officers who may see convictions. */
export const scanRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  takeScans(app);

  app.post(
    '/verifications/scans',
    {
      bodyLimit: LARGEST_SCAN,
      schema: {
        tags: ['liaison'],
        consumes: [...SCAN_TYPES],
        querystring: ScanQuestion,
        response: { 201: Scan, ...refusals, 413: Problem, 415: Problem },
      },
    },
    async (request, reply) => {
      const { id: account, unit } = permitted(request, 'desk.answer');
      const { requestId, name } = request.query;
      const { scan, bytes, shown } = uploadedScan(deps, request, name);
      const kept = await keepScan(deps.pool, {
        ...scan,
        requestId,
        unit,
        bytes,
        uploadedBy: account,
      });
      if (kept !== 'KEPT') throw new Refused(REFUSED_AS[kept]);
      return reply.status(201).send(shown);
    },
  );

  app.get(
    '/verifications/scans/:id',
    { schema: { tags: ['liaison'], params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const account = accountOf(request);
      const scan = await findScan(deps.pool, request.params.id);
      if (scan === null || !(await maySee(deps, account, scan)))
        throw new Refused('SCAN_NOT_FOUND');
      const { caseId, mediaType, name, bytes } = scan;
      await noteRead(deps.pool, { account: account.id, caseId, what: 'scan', at: nowIso(deps) });
      return reply
        .type(mediaType)
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'private, no-store')
        .serializer((payload: unknown) => payload as string)
        .send(bytes);
    },
  );
};

/** The unit that gave it, and officers of the case who may see convictions; to others it is not there. */
async function maySee(
  deps: ApiDeps,
  account: Account,
  scan: { caseId: string; unit: string },
): Promise<boolean> {
  if (allows(account, 'desk.read') && account.unit === scan.unit) return true;
  if (!allows(account, 'conviction.read')) return false;
  const found = await findState(deps.pool, scan.caseId);
  return found !== null && seesCase(account, found.state);
}
