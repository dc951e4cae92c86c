import { noteReads } from '../db/desk/readAudit.ts';
import { listLetters, type LetterRow, countLetters, findLetter } from '../db/read/letters.ts';
import { storePaper } from '../db/intake/papers.ts';
import { findState } from '../db/read/cases.ts';
import { findEventOfUpdate } from '../db/read/events.ts';
import type { Account } from '../domain/account.ts';
import type { ApplicationStep } from '../domain/flow/applicationState.ts';
import { withFlow } from '../domain/flow/anyCase.ts';
import type { Command } from '../domain/flow/flow.ts';
import { refusalOf } from '../domain/flow/judge.ts';
import {
  latestPromise,
  type LetterLine,
  type LetterResults,
  type Letters,
  type LettersQuery,
  proposePromise,
} from '../domain/letter.ts';
import { isNational } from '../domain/permission.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import { type Language, REFUSAL_TEXTS } from '../domain/wording/refusals.ts';
import { doAct } from '../engine/cases.ts';
import { actorOf, situationOf } from './acting.ts';
import { keyWithin } from './bulk.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';
import { letterBook } from './letterBook.ts';
import { Refused } from './refused.ts';
import { unitInView } from './unitInView.ts';

type LetterDeps = Pick<ApiDeps, 'pool' | 'laws' | 'clock'>;

/** A page of letters, each draft with the date the system proposes. */
export async function lettersOf(
  deps: LetterDeps,
  unit: string | null,
  query: LettersQuery,
): Promise<Letters> {
  const { rows, total } = await listLetters(deps.pool, unit, query);
  const letters = await Promise.all(rows.map((row) => lineOf(deps, row)));
  return { letters, total, counts: await countLetters(deps.pool, unit) };
}

/** Letters as a file for an account; that their applicants were read is noted. */
export async function lettersTaken(
  deps: ApiDeps,
  account: Account,
  query: LettersQuery,
): Promise<readonly LetterRow[]> {
  const { rows } = await listLetters(deps.pool, unitInView(account), query);
  const caseIds = rows.map(({ caseId }) => caseId);
  const read = { account: account.id, caseIds, what: 'letters.csv' } as const;
  await noteReads(deps.pool, { ...read, at: nowIso(deps) });
  return rows;
}

/** A letter as replies carry it. */
export async function lineOf(
  deps: LetterDeps,
  { ruleSetId, calendarVersion, calendarOverlay, ...row }: LetterRow,
): Promise<LetterLine> {
  if (row.status !== 'DRAFT') return { ...row, proposedOn: null };
  const { terms } = await deps.laws.ruleSet(ruleSetId);
  const calendar = await deps.laws.wholeCalendar(calendarVersion, calendarOverlay ?? undefined);
  const step = row.step as ApplicationStep;
  const ahead = { now: nowMs(deps), terms, calendar };
  return { ...row, proposedOn: proposePromise({ step }, await letterBook(), ahead) };
}

/** A letter that the account may read: of its unit, or any for the national supervisor. */
export async function readableLetter(
  deps: ApiDeps,
  account: Account,
  id: string,
): Promise<LetterRow> {
  const letter = await findLetter(deps.pool, id);
  if (letter === null) throw new Refused('LETTER_NOT_FOUND');
  if (letter.unit !== account.unit && !isNational(account)) throw new Refused('NOT_YOUR_UNIT');
  return letter;
}

/** A letter of the account's unit, to act on; refuses otherwise. */
export async function letterOf(deps: ApiDeps, account: Account, id: string): Promise<LetterRow> {
  const letter = await readableLetter(deps, account, id);
  if (letter.unit !== account.unit) throw new Refused('NOT_YOUR_UNIT');
  return letter;
}

interface ToSign {
  id: string;
  promisedOn: string;
}

/** Sign letters one after the other, each with its own result; the same key signs none twice. */
export async function signLetters(
  deps: ApiDeps,
  account: Account,
  letters: readonly ToSign[],
  { key, language }: { key: string; language: Language },
): Promise<LetterResults> {
  const results: LetterResults['results'] = [];
  for (const letter of letters) {
    const code = await signLetter(deps, account, letter, keyWithin(key, letter.id));
    const now = await findLetter(deps.pool, letter.id);
    results.push({
      id: letter.id,
      caseId: now?.caseId ?? null,
      ok: code === null,
      number: code === null ? (now?.number ?? null) : null,
      code,
      reason: code && REFUSAL_TEXTS[code][language],
    });
  }
  return { results };
}

/** Sign one letter by its case's act; the reason when it is refused, otherwise null. */
async function signLetter(
  deps: ApiDeps,
  account: Account,
  { id, promisedOn }: ToSign,
  key: string,
): Promise<RefusalCode | null> {
  try {
    const { caseId, calendarVersion, calendarOverlay } = await letterOf(deps, account, id);
    const calendar = await deps.laws.wholeCalendar(calendarVersion, calendarOverlay ?? undefined);
    const latest = latestPromise(await letterBook(), { now: nowMs(deps), calendar });
    if (promisedOn > latest) return 'PROMISE_TOO_FAR';
    await actOnLetter(deps, account, { id, caseId, key }, 'apologise', { promisedOn });
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

/** Cancel a draft with a reason, as an act of its case. */
export async function cancelLetter(
  deps: ApiDeps,
  account: Account,
  { id, reason, key }: { id: string; reason: string; key: string },
): Promise<LetterLine> {
  const { caseId } = await letterOf(deps, account, id);
  await actOnLetter(deps, account, { id, caseId, key }, 'cancelApology', {}, { reason });
  return lineOf(deps, await letterOf(deps, account, id));
}

/**
 * Let the case decide on an act about one of its letters. The draft is looked at under the revision
 * that is asked for, so whatever happened in between refuses the act.
 */
async function actOnLetter(
  deps: ApiDeps,
  account: Account,
  { id, caseId, key }: { id: string; caseId: string; key: string },
  act: 'apologise' | 'cancelApology',
  codes: { promisedOn?: string },
  paper: { reason: string } | null = null,
): Promise<void> {
  const found = await findState(deps.pool, caseId);
  if (found === null) throw new Refused('CASE_NOT_FOUND');
  const { state } = found;
  // A repeat of a request whose outcome was unknown: the act stands.
  if ((await findEventOfUpdate(deps.pool, caseId, key))?.actor === account.id) return;
  if ((await findLetter(deps.pool, id))?.status !== 'DRAFT') throw new Refused('LETTER_NOT_OPEN');
  const command: Command = {
    act,
    actor: actorOf(account),
    expectedRev: state.rev,
    seenRev: state.rev,
    codes: { letterId: id, ...codes },
    paperId: paper === null ? null : key,
  };
  const situation = await situationOf(deps, state);
  const early = withFlow(state, (flow, at) => refusalOf(flow, at, command, situation));
  if (early !== null) throw new Refused(early);
  if (paper !== null) {
    const written = { writtenBy: account.id, writtenAt: nowIso(deps) };
    const kept = { id: key, caseId, act, body: paper, ...written };
    if (!(await storePaper(deps.pool, kept))) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  }
  const result = await doAct(deps.client, caseId, command, key);
  if (!result.ok) throw new Refused(result.code);
}
