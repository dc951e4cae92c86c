import type * as z from 'zod';
import { answerItem, endCampaign, keepCampaign, startCampaign } from '../../db/desk/campaigns.ts';
import { noteRead } from '../../db/desk/readAudit.ts';
import {
  countProgress,
  findCampaign,
  findReport,
  listCampaigns,
  previewProgress,
} from '../../db/read/campaigns.ts';
import { listShareItems, listShares } from '../../db/read/campaignShares.ts';
import { isScanOf } from '../../db/read/supplies.ts';
import { listUnits } from '../../db/read/units.ts';
import type { Account } from '../../domain/account.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import type {
  CampaignBody,
  CampaignLine,
  CampaignPage,
  ShareAnswer,
  SharePage,
  SharePageQuery,
} from '../../domain/quality/campaign.ts';
import type { SourceAnswer } from '../../domain/quality/finding.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';

/** Campaigns an account sees: its own department's, at the Centre all. */
export function campaignsSeen(deps: ApiDeps, { unit }: Account): Promise<readonly CampaignLine[]> {
  return listCampaigns(deps.pool, unit === CENTRE_UNIT ? null : unit);
}

async function campaignSeen(deps: ApiDeps, account: Account, id: string): Promise<CampaignLine> {
  const campaign = await findCampaign(deps.pool, id);
  const seen = campaign !== null && [campaign.unit, CENTRE_UNIT].includes(account.unit);
  if (!seen) throw new Refused('CAMPAIGN_UNKNOWN');
  return campaign;
}

/** A campaign with what it would take, how far it is, or what came of it. */
export async function campaignPage(
  deps: ApiDeps,
  account: Account,
  id: string,
): Promise<CampaignPage> {
  const campaign = await campaignSeen(deps, account, id);
  const read = campaign.state === 'PREPARED' ? previewProgress : countProgress;
  const report = campaign.state === 'ENDED' ? await findReport(deps.pool, id) : null;
  return { campaign, progress: report ?? [...(await read(deps.pool, id))] };
}

/** Prepare a campaign of the account's department; the units must be of their kind and province. */
export async function prepareCampaign(
  deps: ApiDeps,
  account: Account,
  { id, body }: { id: string; body: CampaignBody },
): Promise<void> {
  const units = await listUnits(deps.pool);
  const wrong = body.units.flatMap(({ source, unit }, at) => {
    const found = units.find(({ code }) => code === unit);
    const fits = found?.kind === source && found.provinceCode === account.provinceCode;
    return fits ? [] : [{ path: `units.${at}.unit`, code: 'NOT_A_UNIT_OF_SOURCE' }];
  });
  if (wrong.length > 0) throw new Refused('INVALID_INPUT', wrong);
  const making = { id, unit: account.unit, by: account.id, at: nowIso(deps) };
  await keepCampaign(deps.pool, making, body);
}

/** Freeze the findings of a prepared campaign and ask its units; refuses when there is nothing to mend. */
export async function start(deps: ApiDeps, account: Account, id: string): Promise<void> {
  await ownCampaign(deps, account, id);
  const asked = await previewProgress(deps.pool, id);
  if (asked.length === 0) throw new Refused('CAMPAIGN_EMPTY');
  if ((await startCampaign(deps.pool, id, nowIso(deps))) === null) {
    throw new Refused('CAMPAIGN_NOT_OPEN');
  }
}

/** End a running campaign: its report is what stands now, and nobody is asked any more. */
export async function end(deps: ApiDeps, account: Account, id: string): Promise<void> {
  await ownCampaign(deps, account, id);
  const ended = await endCampaign(deps.pool, { id, by: account.id, at: nowIso(deps) });
  if (!ended) throw new Refused('CAMPAIGN_NOT_OPEN');
}

async function ownCampaign(deps: ApiDeps, account: Account, id: string): Promise<void> {
  const { unit } = await campaignSeen(deps, account, id);
  if (unit !== account.unit) throw new Refused('NOT_YOUR_UNIT');
}

/** What a liaison's unit is asked in one running campaign; reading it is noted. */
export async function sharePage(
  deps: ApiDeps,
  { id: account, unit }: Account,
  campaign: string,
  query: SharePageQuery,
): Promise<z.infer<typeof SharePage>> {
  const share = (await listShares(deps.pool, unit)).find(({ id }) => id === campaign);
  if (share === undefined) throw new Refused('CAMPAIGN_UNKNOWN');
  const { items, total } = await listShareItems(deps.pool, { campaign, unit }, query);
  await noteRead(deps.pool, { account, caseId: campaign, what: 'campaign', at: nowIso(deps) });
  return { share, items: [...items], total };
}

/** Answer one finding of the unit's share: the document it has, or that it has none. */
export async function answer(
  deps: ApiDeps,
  { id: by, unit }: Account,
  asked: { campaign: string; finding: number },
  said: ShareAnswer,
): Promise<void> {
  const kept = documentOf(said);
  if (kept?.scan && !(await isScanOf(deps.pool, { id: kept.scan, unit }))) {
    throw new Refused('SCAN_NOT_FOUND');
  }
  const answering = { ...asked, unit, answer: kept, by, at: nowIso(deps) };
  if (!(await answerItem(deps.pool, answering))) throw new Refused('CAMPAIGN_NOT_ASKED');
}

function documentOf(said: ShareAnswer): SourceAnswer | null {
  if (!said.has) return null;
  const { has: _has, ...document } = said;
  return document;
}

/** Whose reception book a copy goes to that a unit sends along in a campaign. */
export async function bookOf(deps: ApiDeps, { unit }: Account, campaign: string): Promise<string> {
  const share = (await listShares(deps.pool, unit)).find(({ id }) => id === campaign);
  const found = share && (await findCampaign(deps.pool, campaign));
  if (!found) throw new Refused('CAMPAIGN_UNKNOWN');
  return found.unit;
}
