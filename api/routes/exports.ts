import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { noteReads } from '../../db/desk/readAudit.ts';
import { listTransfers } from '../../db/read/transferList.ts';
import { listCases } from '../../db/read/worklist.ts';
import { type CaseLine, WorklistQuery } from '../../domain/case.ts';
import { DeskQuery, type NamedJudgment } from '../../domain/desk.ts';
import { TransferQuery } from '../../domain/exchange/transferList.ts';
import { DESK_FILE, TRANSFER_FILE, WORKLIST_FILE } from '../../domain/wording/files/caseFiles.ts';
import { formatDate } from '../../domain/writtenTime.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { deskAsked } from '../deskOf.ts';
import { sendList } from '../listFile.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

/** Lists as CSV, with the filters of the page they belong to; that they were taken away is noted. */
export const exportRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/worklist.csv',
    { schema: { tags: ['cases'], querystring: WorklistQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const { id, roles, unit } = permitted(request, 'worklist.read');
      const viewer = { account: id, roles, unit, now: nowIso(deps) };
      const query = { ...request.query, limit: WHOLE_LIST, after: undefined };
      const { cases } = await listCases(deps.pool, query, viewer);
      const caseIds = cases.map(({ caseId }) => caseId);
      const what = 'worklist.csv';
      await noteReads(deps.pool, { account: id, caseIds, what, at: viewer.now });
      return sendList(deps, reply, WORKLIST_FILE, cases.map(caseCells));
    },
  );

  app.get(
    '/transfers.csv',
    { schema: { tags: ['exchange'], querystring: TransferQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const { id, roles, unit } = permitted(request, 'exchange.read');
      const viewer = { account: id, roles, unit, now: nowIso(deps) };
      const query = { ...request.query, page: 1, limit: WHOLE_LIST };
      const { transfers } = await listTransfers(deps.pool, query, viewer);
      const caseIds = transfers.map(({ caseId }) => caseId);
      const what = 'transfers.csv';
      await noteReads(deps.pool, { account: id, caseIds, what, at: viewer.now });
      return sendList(deps, reply, TRANSFER_FILE, transfers.map(caseCells));
    },
  );

  app.get(
    '/desk.csv',
    { schema: { tags: ['liaison'], querystring: DeskQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'desk.read');
      const query = { ...request.query, limit: WHOLE_LIST, after: undefined };
      const { rows } = await deskAsked(deps, account, query, 'desk.csv');
      const shown = rows.map(({ application, holder, judgments, ...row }) => {
        const { fullName, birthDate, personalId } = application.subject;
        const named = judgmentCells(judgments);
        return { ...row, fullName, birthDate, personalId, ...named, holder: holder?.displayName };
      });
      return sendList(deps, reply, DESK_FILE, shown);
    },
  );
};

/** The judgments that a court is asked about, several in the same order in each cell. */
function judgmentCells(judgments: readonly NamedJudgment[]) {
  const cell = (of: (judgment: NamedJudgment) => string): string => judgments.map(of).join('; ');
  return {
    judgmentNumbers: cell(({ judgmentNumber }) => judgmentNumber),
    judgmentDates: cell(({ judgmentDate }) => formatDate(judgmentDate)),
    judgmentCourts: cell(({ court }) => court),
  };
}

/** A line of a list of cases as cells of a file. */
function caseCells({ holder, shorterTerm, ...line }: CaseLine) {
  return { ...line, holder: holder?.displayName, shorterDueAt: shorterTerm?.dueAt };
}
