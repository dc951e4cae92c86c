import type * as z from 'zod';
import { freezeResend, keyDeadLetters } from '../db/desk/resends.ts';
import { type Candidate, type LetterRow, listCandidates } from '../db/read/integrations.ts';
import type { Account } from '../domain/account.ts';
import type { DeadLetter, RESEND_OBSTACLES, ResendPreview } from '../domain/integration.ts';
import { type ApiDeps, nowIso } from './deps.ts';

type Obstacle = (typeof RESEND_OBSTACLES)[number];

/** Dead letters as their reader may see them: those that tell of a conviction under a name that says nothing. */
export async function shownLetters(
  { pool }: ApiDeps,
  rows: readonly LetterRow[],
): Promise<DeadLetter[]> {
  const unnamed = rows.filter(({ telling, key }) => telling && key === null);
  const given =
    unnamed.length === 0
      ? new Map<string, string>()
      : await keyDeadLetters(
          pool,
          unnamed.map(({ id }) => id),
        );
  return rows.map(({ telling, key, ...letter }) => {
    if (!telling) return letter;
    const id = key ?? given.get(letter.id) ?? '';
    return { ...letter, id, caseId: null, unit: null, unitName: null };
  });
}

/** First phase of sending again: freeze the messages that may be, name the others with the reason. */
export async function previewResend(
  deps: ApiDeps,
  account: Account,
  messageIds: readonly string[],
): Promise<z.infer<typeof ResendPreview>> {
  const candidates = await listCandidates(deps.pool, account, messageIds);
  const rows = candidates.map(({ acknowledged: _a, needed: _n, dead: _d, ...row }) => row);
  const letters = await shownLetters(deps, rows);
  const included: z.infer<typeof ResendPreview>['included'] = [];
  const excluded: z.infer<typeof ResendPreview>['excluded'] = [];
  const frozen: string[] = [];
  candidates.forEach((candidate, index) => {
    const letter = letters[index];
    if (letter === undefined) return;
    const why = obstacleTo(candidate);
    if (why !== null) excluded.push({ messageId: letter.id, why });
    else {
      included.push(letter);
      frozen.push(candidate.id);
    }
  });
  const known = new Set(
    candidates.flatMap(({ telling, id, key }) => (telling ? [key] : [id, key])),
  );
  for (const messageId of new Set(messageIds)) {
    if (!known.has(messageId)) excluded.push({ messageId, why: 'NOT_FOUND' });
  }
  const freezing = { account: account.id, messageIds: frozen, at: nowIso(deps) };
  return { token: await freezeResend(deps.pool, freezing), included, excluded };
}

function obstacleTo({ acknowledged, ordered, needed, dead }: Candidate): Obstacle | null {
  if (acknowledged) return 'ALREADY_ACKNOWLEDGED';
  if (!needed) return 'NO_LONGER_NEEDED';
  if (ordered) return 'ALREADY_ORDERED';
  return dead ? null : 'STILL_ON_ITS_WAY';
}
