import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { acknowledgeNotice } from '../../db/desk/letters.ts';
import { noteRead } from '../../db/desk/readAudit.ts';
import { findNotice, listWaitingNotices } from '../../db/read/notices.ts';
import type { Account } from '../../domain/account.ts';
import { ChannelNotice, ChannelNotices } from '../../domain/letter.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { letterPaperOf } from '../letterPaper.ts';
import { once } from '../once.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { sendPdf } from './papers.ts';

const tags = ['letters'];
const refusals = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem };
const params = z.object({ letterId: z.uuid() });
const AT_ONCE = 200;

/**
 * Letters for applicants who applied through a portal: the connected system of the province fetches
 * them, hands them on in its channel and acknowledges each.
 */
export const noticeRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/notices',
    { schema: { tags, response: { 200: ChannelNotices, ...refusals } } },
    async (request) => {
      const { provinceCode } = permitted(request, 'notice.fetch');
      const found = await listWaitingNotices(deps.pool, { provinceCode, limit: AT_ONCE + 1 });
      return { notices: found.slice(0, AT_ONCE), more: found.length > AT_ONCE };
    },
  );

  app.get('/notices/:letterId/paper.pdf', { schema: { tags, params } }, async (request, reply) => {
    const account = permitted(request, 'notice.fetch');
    const { caseId, letterId: id } = await noticeOf(deps, account, request.params.letterId);
    await noteRead(deps.pool, { account: account.id, caseId, what: 'letter', at: nowIso(deps) });
    const bytes = await letterPaperOf(deps, { id, caseId });
    return sendPdf(reply, `phieu-xin-loi-${caseId}`, bytes);
  });

  app.post(
    '/notices/:letterId/acknowledgement',
    { schema: { tags, params, response: { 200: ChannelNotice, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'notice.fetch');
      const { letterId } = request.params;
      return once(deps.pool, request, account.id, async () => {
        await noticeOf(deps, account, letterId);
        const taken = { letter: letterId, by: account.unit, at: nowIso(deps) };
        await acknowledgeNotice(deps.pool, taken);
        return noticeOf(deps, account, letterId);
      });
    },
  );
};

/** A notice for the account's province; refuses otherwise. */
async function noticeOf(deps: ApiDeps, account: Account, letter: string): Promise<ChannelNotice> {
  const found = await findNotice(deps.pool, letter);
  if (found === null) throw new Refused('LETTER_NOT_FOUND');
  const { provinceCode, ...notice } = found;
  if (provinceCode !== account.provinceCode) throw new Refused('NOT_YOUR_UNIT');
  return notice;
}
