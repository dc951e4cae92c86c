import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { keepSupplyScan } from '../../db/desk/supplies.ts';
import { listShares } from '../../db/read/campaignShares.ts';
import {
  CampaignBody,
  CampaignPage,
  Campaigns,
  ShareAnswer,
  SharePage,
  SharePageQuery,
  Shares,
} from '../../domain/quality/campaign.ts';
import { LARGEST_SCAN, Scan, SCAN_TYPES } from '../../domain/scan.ts';
import { line } from '../../domain/text.ts';
import { CAMPAIGN_FILE } from '../../domain/wording/files/careFiles.ts';
import { sendList } from '../listFile.ts';
import type { ApiDeps } from '../deps.ts';
import { keyOf, once } from '../once.ts';
import { Problem, refusals } from '../problem.ts';
import {
  answer,
  bookOf,
  campaignPage,
  campaignsSeen,
  end,
  prepareCampaign,
  sharePage,
  start,
} from '../quality/campaigns.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { takeScans, uploadedScan } from '../uploadedScan.ts';

type App = Parameters<FastifyPluginAsyncZod<ApiDeps>>[0];
const tags = ['quality'];
const params = z.object({ id: z.uuid() });
const page = { 200: CampaignPage, ...refusals };

/** Campaigns that mend the books together with police, courts, enforcement and communes. */
export const campaignRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  addCampaigns(app, deps);
  addShares(app, deps);
};

function addCampaigns(app: App, deps: ApiDeps): void {
  app.get(
    '/campaigns',
    { schema: { tags, response: { 200: Campaigns, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'quality.read');
      return { campaigns: [...(await campaignsSeen(deps, account))] };
    },
  );

  app.post(
    '/campaigns',
    { schema: { tags, body: CampaignBody, response: { 201: CampaignPage, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'campaign.run');
      const id = keyOf(request);
      await once(deps.pool, request, account.id, async () => {
        await prepareCampaign(deps, account, { id, body: request.body });
        return {};
      });
      return reply.status(201).send(await campaignPage(deps, account, id));
    },
  );

  app.get('/campaigns/:id', { schema: { tags, params, response: page } }, (request) =>
    campaignPage(deps, permitted(request, 'quality.read'), request.params.id),
  );

  app.get(
    '/campaigns/:id/report.csv',
    { schema: { tags, params, produces: ['text/csv'] } },
    async (request, reply) => {
      const account = permitted(request, 'quality.read');
      const { progress } = await campaignPage(deps, account, request.params.id);
      return sendList(deps, reply, CAMPAIGN_FILE, progress);
    },
  );

  for (const [path, act] of [
    ['start', start],
    ['end', end],
  ] as const) {
    app.post(
      `/campaigns/:id/${path}`,
      { schema: { tags, params, response: page } },
      async (request) => {
        const account = permitted(request, 'campaign.run');
        const { id } = request.params;
        await once(deps.pool, request, account.id, async () => {
          await act(deps, account, id);
          return {};
        });
        return campaignPage(deps, account, id);
      },
    );
  }
}

/** What a liaison's unit is asked, and its answers. */
function addShares(app: App, deps: ApiDeps): void {
  takeScans(app);

  app.get(
    '/campaign-shares',
    { schema: { tags, response: { 200: Shares, ...refusals } } },
    async (request) => {
      const { unit } = permitted(request, 'campaign.answer');
      return { shares: [...(await listShares(deps.pool, unit))] };
    },
  );

  app.get(
    '/campaign-shares/:id',
    {
      schema: {
        tags,
        params,
        querystring: SharePageQuery,
        response: { 200: SharePage, ...refusals },
      },
    },
    (request) => {
      const account = permitted(request, 'campaign.answer');
      return sharePage(deps, account, request.params.id, request.query);
    },
  );

  app.post(
    '/campaign-shares/:id/items/:finding/answer',
    {
      schema: {
        tags,
        params: params.extend({ finding: z.coerce.number().int().min(1).max(2_147_483_647) }),
        body: ShareAnswer,
        response: { 200: z.strictObject({ answered: z.literal(true) }), ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'campaign.answer');
      const { id: campaign, finding } = request.params;
      return once(deps.pool, request, account.id, async () => {
        await answer(deps, account, { campaign, finding }, request.body);
        return { answered: true as const };
      });
    },
  );

  app.post(
    '/campaign-shares/:id/scans',
    {
      bodyLimit: LARGEST_SCAN,
      schema: {
        tags,
        params,
        consumes: [...SCAN_TYPES],
        querystring: z.strictObject({ name: line(200) }),
        response: { 201: Scan, ...refusals, 413: Problem, 415: Problem },
      },
    },
    async (request, reply) => {
      const account = permitted(request, 'campaign.answer');
      const unit = await bookOf(deps, account, request.params.id);
      const { scan, bytes, shown } = uploadedScan(deps, request, request.query.name);
      const kept = await keepSupplyScan(deps.pool, {
        ...scan,
        unit,
        bytes,
        uploadedBy: account.id,
      });
      if (!kept) throw new Refused('IDEMPOTENCY_KEY_REUSED');
      return reply.status(201).send(shown);
    },
  );
}
