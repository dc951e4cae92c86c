import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { findPrintedCertificate } from '../../db/read/certificates.ts';
import { getSubmitted } from '../../db/read/cases.ts';
import { findTracked } from '../../db/read/tracking.ts';
import { CaseId } from '../../domain/case.ts';
import { TrackingQuestion } from '../../domain/desk.ts';
import { renderCertificate } from '../../print/certificate.ts';
import { getState } from '../acting.ts';
import type { ApiDeps } from '../deps.ts';
import { draftedCertificate } from '../draftedCertificate.ts';
import { receiptOf } from '../receipt.ts';
import { refusalPaperOf } from '../refusalPaper.ts';
import { Refused } from '../refused.ts';
import { readableCase } from './cases.ts';
import { codeOf } from './public.ts';

const params = z.object({ caseId: CaseId });

/** Answer with a PDF that the browser shows and nobody keeps. */
export function sendPdf(reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'private, no-store')
    .serializer((payload: unknown) => payload as string)
    .send(Buffer.from(bytes));
}

/** Papers of a case as PDF: receipt, written refusal, draft certificate, issued certificate. */
export const paperRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.get(
    '/cases/:caseId/receipt.pdf',
    { schema: { tags: ['papers'], params } },
    async (request, reply) => {
      const { caseId } = request.params;
      const { state } = await readableCase(deps, request, caseId, 'receipt', 'receipt.read');
      if (state.kind !== 'APPLICATION') throw new Refused('CERTIFICATE_MISSING');
      const { application, ...submitted } = await getSubmitted(deps.pool, caseId);
      if (application === null) throw new Refused('CASE_NOT_FOUND');
      const bytes = await receiptOf(deps, state, { ...submitted, application });
      return sendPdf(reply, `giay-hen-${caseId}`, bytes);
    },
  );

  app.get(
    '/cases/:caseId/refusal.pdf',
    { schema: { tags: ['papers'], params } },
    async (request, reply) => {
      const { caseId } = request.params;
      const { state } = await readableCase(deps, request, caseId, 'refusal', 'refusal.read');
      return sendPdf(reply, `phieu-tu-choi-${caseId}`, await refusalPaperOf(deps, state));
    },
  );

  app.post(
    '/public/refusal.pdf',
    {
      schema: { tags: ['public'], body: TrackingQuestion },
      config: { noSession: true, takesTrackingCode: true },
    },
    async (request, reply) => {
      const { code, birthDate } = request.body;
      const row = await findTracked(deps.pool, codeOf(code), birthDate);
      if (row === null) throw new Refused('TRACKING_NOT_FOUND');
      const { state } = await getState(deps.pool, row.caseId);
      return sendPdf(reply, `phieu-tu-choi-${row.caseId}`, await refusalPaperOf(deps, state));
    },
  );

  app.get(
    '/cases/:caseId/certificate.pdf',
    {
      schema: {
        tags: ['papers'],
        params,
        querystring: z.strictObject({ draft: z.stringbool().default(false) }),
      },
    },
    async (request, reply) => {
      const { caseId } = request.params;
      await readableCase(deps, request, caseId, 'certificate', 'certificate.read');
      if (request.query.draft)
        return sendPdf(reply, `du-thao-${caseId}`, await draftOf(deps, caseId));
      const printed = await findPrintedCertificate(deps.pool, caseId);
      if (printed === null) throw new Refused('CERTIFICATE_MISSING');
      return sendPdf(reply, `phieu-${caseId}`, printed.pdf);
    },
  );
};

async function draftOf(deps: ApiDeps, caseId: string): Promise<Uint8Array> {
  const data = await draftedCertificate(deps, caseId);
  return renderCertificate(data, { draft: true, demo: deps.demonstration });
}
