import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { ApiDeps } from './deps.ts';
import { installOpenApi } from './openApi.ts';
import { limitGuesses } from './guessing.ts';
import { answerNoRequest } from './noRequest.ts';
import { answerError, installProblems, sendProblem } from './problem.ts';
import { absenceRoutes } from './routes/absences.ts';
import { agencyApiRoutes } from './routes/agencyApi.ts';
import { agencyMessageRoutes } from './routes/agencyMessages.ts';
import { applicationRoutes } from './routes/applications.ts';
import { boardRoutes } from './routes/board.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { caseRoutes } from './routes/cases.ts';
import { changeRoutes } from './routes/changes.ts';
import { claimRoutes } from './routes/claims.ts';
import { draftRoutes } from './routes/drafts.ts';
import { disputeRoutes } from './routes/disputes.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { exportRoutes } from './routes/exports.ts';
import { foundJudgmentRoutes } from './routes/foundJudgments.ts';
import { healthRoutes } from './routes/health.ts';
import { letterRoutes } from './routes/letters.ts';
import { integrationRoutes } from './routes/integrations.ts';
import { lawRoutes } from './routes/law.ts';
import { lookUpRoutes } from './routes/lookUps.ts';
import { noticeRoutes } from './routes/notices.ts';
import { deadlineRoutes } from './routes/deadlines.ts';
import { holdingRoutes } from './routes/holdings.ts';
import { outageRoutes } from './routes/outages.ts';
import { packetRoutes } from './routes/packets.ts';
import { paperRoutes } from './routes/papers.ts';
import { publicRoutes } from './routes/public.ts';
import { qualityRoutes } from './routes/quality.ts';
import { readingRoutes } from './routes/readings.ts';
import { recordNoticeRoutes } from './routes/recordNotices.ts';
import { recordRoutes } from './routes/records.ts';
import { dispatchRoutes } from './routes/dispatches.ts';
import { reconciliationRoutes } from './routes/reconciliations.ts';
import { recountRoutes } from './routes/recount.ts';
import { scanRoutes } from './routes/scans.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { supplyBatchRoutes } from './routes/supplyBatches.ts';
import { supplyRoutes } from './routes/supplies.ts';
import { codeRequestRoutes } from './routes/codeRequests.ts';
import { transferRoutes } from './routes/transfers.ts';
import { turnaroundRoutes } from './routes/turnaround.ts';
import { unitKeyRoutes } from './routes/unitKeys.ts';
import { verificationRoutes } from './routes/verifications.ts';
import { screenRequest } from './screening.ts';
import { installSessions } from './session.ts';
import { installWeb } from './web.ts';

const BODY_LIMIT = 1_000_000;

export interface AppOptions {
  /** Signs the session cookie; at least 32 characters. */
  sessionSecret: string;
  /** Whether the cookie travels over HTTPS only. */
  secureCookie: boolean;
  /** Addresses and CIDR ranges whose X-Forwarded-For is believed; none: each address is the connection's. */
  trustedProxies: readonly string[];
}

/** The API with all its routes, ready to be asked; `main.ts` listens, tests inject. */
export async function buildApp(deps: ApiDeps, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.log,
    bodyLimit: BODY_LIMIT,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: answerNoRequest,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installProblems(app);
  await app.register(helmet, { contentSecurityPolicy: CONTENT_POLICY, hsts: options.secureCookie });
  await app.register(rateLimit, {
    max: deps.rateLimit,
    timeWindow: '1 minute',
    allowList: (request) => !isForApi(request),
  });
  await installOpenApi(app);
  await app.register(healthRoutes, deps);
  await app.register(
    async (api) => {
      await installSessions(api, {
        pool: deps.pool,
        secret: options.sessionSecret,
        secure: options.secureCookie,
      });
      limitGuesses(api);
      api.addHook('preValidation', async (request) => screenRequest(request));
      for (const routes of ROUTES) await api.register(routes, deps);
      api.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'NOT_FOUND', []));
    },
    { prefix: '/api/v1' },
  );
  await installWeb(app, deps.webRoot);
  return app as unknown as FastifyInstance;
}

/** By the route, not by the address as it was written: `/%61pi/` finds the same route. */
function isForApi({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/api/') === true;
}

const ROUTES = [
  sessionRoutes,
  applicationRoutes,
  transferRoutes,
  exchangeRoutes,
  dispatchRoutes,
  reconciliationRoutes,
  codeRequestRoutes,
  caseRoutes,
  evaluationRoutes,
  claimRoutes,
  paperRoutes,
  deadlineRoutes,
  bulkRoutes,
  exportRoutes,
  verificationRoutes,
  scanRoutes,
  packetRoutes,
  agencyMessageRoutes,
  agencyApiRoutes,
  integrationRoutes,
  unitKeyRoutes,
  boardRoutes,
  draftRoutes,
  absenceRoutes,
  letterRoutes,
  noticeRoutes,
  disputeRoutes,
  recountRoutes,
  lawRoutes,
  lookUpRoutes,
  holdingRoutes,
  readingRoutes,
  outageRoutes,
  turnaroundRoutes,
  catalogueRoutes,
  recordRoutes,
  foundJudgmentRoutes,
  recordNoticeRoutes,
  qualityRoutes,
  campaignRoutes,
  supplyRoutes,
  supplyBatchRoutes,
  publicRoutes,
  changeRoutes,
];

/** The web brings its own scripts; component styles are set inline; a draft is shown within its case page. */
const CONTENT_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'self'"],
    upgradeInsecureRequests: null,
  },
};
