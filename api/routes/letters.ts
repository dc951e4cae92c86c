import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { markHandedOut } from '../../db/desk/letters.ts';
import { noteRead } from '../../db/desk/readAudit.ts';
import { listApologies } from '../../db/read/letters.ts';
import { findTracked } from '../../db/read/tracking.ts';
import { TrackingQuestion } from '../../domain/desk.ts';
import {
  LetterCancelling,
  LetterLine,
  LetterResults,
  Letters,
  LettersQuery,
  LettersToSign,
} from '../../domain/letter.ts';
import { LETTER_FILE } from '../../domain/wording/files/caseFiles.ts';
import { sendList } from '../listFile.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { letterPaperOf } from '../letterPaper.ts';
import {
  cancelLetter,
  letterOf,
  lettersOf,
  lettersTaken,
  lineOf,
  readableLetter,
  signLetters,
} from '../letters.ts';
import { once } from '../once.ts';
import { languageOf, Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { unitInView } from '../unitInView.ts';
import { WHOLE_LIST } from '../wholeList.ts';
import { sendPdf } from './papers.ts';
import { codeOf } from './public.ts';

const refusals = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem };
const params = z.object({ id: z.uuid() });

/** Letters of apology: drafted by the breach, signed by people, handed out, posted or fetched. */
export const letterRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/letters',
    {
      schema: {
        tags: ['letters'],
        querystring: LettersQuery,
        response: { 200: Letters, ...refusals },
      },
    },
    async (request) =>
      lettersOf(deps, unitInView(permitted(request, 'letter.read')), request.query),
  );

  app.get(
    '/letters.csv',
    { schema: { tags: ['letters'], querystring: LettersQuery, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'letter.read');
      const query = { ...request.query, page: 1, limit: WHOLE_LIST };
      return sendList(deps, reply, LETTER_FILE, await lettersTaken(deps, account, query));
    },
  );

  app.get(
    '/letters/:id/paper.pdf',
    { schema: { tags: ['letters'], params } },
    async (request, reply) => {
      const account = permitted(request, 'letter.read');
      const { id } = request.params;
      const { caseId } = await readableLetter(deps, account, id);
      await noteRead(deps.pool, { account: account.id, caseId, what: 'letter', at: nowIso(deps) });
      return sendLetter(deps, reply, { id, caseId });
    },
  );

  app.post(
    '/letters/signatures',
    {
      schema: {
        tags: ['letters'],
        body: LettersToSign,
        response: { 200: LetterResults, ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'letter.sign');
      const language = languageOf(request);
      return once(deps.pool, request, account.id, (key) =>
        signLetters(deps, account, request.body.letters, { key, language }),
      );
    },
  );

  app.post(
    '/letters/:id/cancellation',
    {
      schema: {
        tags: ['letters'],
        params,
        body: LetterCancelling,
        response: { 200: LetterLine, ...refusals, 503: Problem, 504: Problem },
      },
    },
    async (request) => {
      const account = permitted(request, 'letter.sign');
      const { id } = request.params;
      return once(deps.pool, request, account.id, (key) =>
        cancelLetter(deps, account, { id, reason: request.body.reason, key }),
      );
    },
  );

  app.post(
    '/letters/:id/hand-out',
    { schema: { tags: ['letters'], params, response: { 200: LetterLine, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'letter.handOut');
      const { id } = request.params;
      return once(deps.pool, request, account.id, async () => {
        await letterOf(deps, account, id);
        const done = await markHandedOut(deps.pool, { id, by: account.id, at: nowIso(deps) });
        if (!done) throw new Refused('LETTER_NOT_TO_PRINT');
        return lineOf(deps, await letterOf(deps, account, id));
      });
    },
  );

  app.post(
    '/public/letters/:id/paper.pdf',
    {
      schema: { tags: ['public'], params, body: TrackingQuestion },
      config: { noSession: true, takesTrackingCode: true },
    },
    async (request, reply) => {
      const { code, birthDate } = request.body;
      const row = await findTracked(deps.pool, codeOf(code), birthDate);
      if (row === null) throw new Refused('TRACKING_NOT_FOUND');
      const { id } = request.params;
      const signed = await listApologies(deps.pool, row.caseId);
      if (!signed.some(({ letterId }) => letterId === id)) throw new Refused('LETTER_NOT_FOUND');
      return sendLetter(deps, reply, { id, caseId: row.caseId });
    },
  );
};

async function sendLetter(
  deps: ApiDeps,
  reply: FastifyReply,
  letter: { id: string; caseId: string },
): Promise<FastifyReply> {
  return sendPdf(reply, `phieu-xin-loi-${letter.caseId}`, await letterPaperOf(deps, letter));
}
