import type * as z from 'zod';
import { freezeResend } from '../db/desk/resends.ts';
import { listCandidates } from '../db/read/integrations.ts';
import type { Account } from '../domain/account.ts';
import type { RESEND_OBSTACLES, ResendPreview } from '../domain/integration.ts';
import { type ApiDeps, nowIso } from './deps.ts';

type Obstacle = (typeof RESEND_OBSTACLES)[number];
type Candidate = Awaited<ReturnType<typeof listCandidates>>[number];

/** First phase of sending again: freeze the messages that may be, name the others with the reason. */
export async function previewResend(
  deps: ApiDeps,
  account: Account,
  messageIds: readonly string[],
): Promise<z.infer<typeof ResendPreview>> {
  const candidates = await listCandidates(deps.pool, messageIds);
  const included: z.infer<typeof ResendPreview>['included'] = [];
  const excluded: z.infer<typeof ResendPreview>['excluded'] = [];
  for (const candidate of candidates) {
    const why = obstacleTo(candidate);
    if (why !== null) excluded.push({ messageId: candidate.id, why });
    else {
      const { acknowledged: _acknowledged, needed: _needed, dead: _dead, ...letter } = candidate;
      included.push(letter);
    }
  }
  const known = new Set(candidates.map(({ id }) => id));
  for (const messageId of new Set(messageIds)) {
    if (!known.has(messageId)) excluded.push({ messageId, why: 'NOT_FOUND' });
  }
  const frozen = { account: account.id, messageIds: included.map(({ id }) => id) };
  const token = await freezeResend(deps.pool, { ...frozen, at: nowIso(deps) });
  return { token, included, excluded };
}

function obstacleTo({ acknowledged, ordered, needed, dead }: Candidate): Obstacle | null {
  if (acknowledged) return 'ALREADY_ACKNOWLEDGED';
  if (!needed) return 'NO_LONGER_NEEDED';
  if (ordered) return 'ALREADY_ORDERED';
  return dead ? null : 'STILL_ON_ITS_WAY';
}
