import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { discardDraft, editDraft, findDraft, insertDraft } from '../../db/desk/lawDrafts.ts';
import { findRuleSet } from '../../db/read/law.ts';
import { findBase } from '../../db/read/lawByName.ts';
import { listRunsOf } from '../../db/read/lawRuns.ts';
import type { Account } from '../../domain/account.ts';
import {
  calendarProblems,
  type DraftForm,
  type LawChange,
  type LawDraft,
  termProblems,
} from '../../domain/law/draft.ts';
import type { DiscardPreview } from '../../domain/law/run.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { type FieldProblem, Refused } from '../refused.ts';

/** A draft, or the refusal that there is none. */
export async function draftOf(deps: ApiDeps, id: string): Promise<LawDraft> {
  const draft = await findDraft(deps.pool, id);
  if (draft === null) throw new Refused('NOT_FOUND');
  return draft;
}

/** A draft that may still be changed. */
export async function openDraftOf(deps: ApiDeps, id: string): Promise<LawDraft> {
  const draft = await draftOf(deps, id);
  if (draft.state !== 'DRAFT') throw new Refused('DRAFT_NOT_OPEN');
  return draft;
}

/**
 * Refuse a change that its schema lets pass but the published law does not bear: with
 * CHANGE_NOT_SOUND and the fields, or DRAFT_OUTDATED when its calendar has a successor.
 */
export function checkChange(deps: ApiDeps, change: LawChange): Promise<void> {
  return check(deps, change, true);
}

/** The same for a change that is only tried on history: an older calendar may be under it. */
export function checkTrialChange(deps: ApiDeps, change: LawChange): Promise<void> {
  return check(deps, change, false);
}

async function check(deps: ApiDeps, change: LawChange, newest: boolean): Promise<void> {
  if (change.of === 'CALENDAR') {
    const base = await findBase(deps.pool, change.base);
    if (base === null) throw unsound([{ path: 'change.base', code: 'UNKNOWN_CALENDAR' }]);
    if (newest && base.replaced) throw new Refused('DRAFT_OUTDATED');
    return refuseIfAny(calendarProblems(change, base.body));
  }
  const ruleSet = await findRuleSet(deps.pool, change.ruleSetId);
  if (ruleSet === null) {
    throw unsound([{ path: 'change.ruleSetId', code: 'UNKNOWN_RULE_SET' }]);
  }
  return refuseIfAny(termProblems(change, ruleSet));
}

function refuseIfAny(problems: ReturnType<typeof calendarProblems>): void {
  if (problems.length === 0) return;
  throw unsound(problems.map(({ path, code }) => ({ path: path.join('.'), code })));
}

function unsound(fields: readonly FieldProblem[]): Refused {
  return new Refused('CHANGE_NOT_SOUND', fields);
}

/** Keep a new draft; its id is the key of the request, so that a repeat is the same draft. */
export async function createDraft(
  deps: ApiDeps,
  account: Account,
  form: DraftForm,
  key: string,
): Promise<LawDraft> {
  await checkChange(deps, form.change);
  await insertDraft(deps.pool, form, { id: key, by: account.id, at: nowIso(deps) });
  return draftOf(deps, key);
}

/** Change an open draft as it was seen at a revision. */
export async function changeDraft(
  deps: ApiDeps,
  account: Account,
  { id, rev, form }: { id: string; rev: number; form: DraftForm },
): Promise<LawDraft> {
  await openDraftOf(deps, id);
  await checkChange(deps, form.change);
  const handled = { id, rev, by: account.id, at: nowIso(deps) };
  if (!(await editDraft(deps.pool, form, handled))) throw new Refused('STALE_REVISION');
  return draftOf(deps, id);
}

/** What goes when a draft is discarded, and the token that confirms it. */
export async function previewDiscard(
  deps: ApiDeps,
  id: string,
): Promise<z.infer<typeof DiscardPreview>> {
  const draft = await openDraftOf(deps, id);
  const rehearsals = (await listRunsOf(deps.pool, id)).length;
  return { token: tokenOf(draft, 'discard'), rehearsals };
}

export async function discard(deps: ApiDeps, id: string, token: string): Promise<LawDraft> {
  const draft = await openDraftOf(deps, id);
  if (token !== tokenOf(draft, 'discard')) throw new Refused('PREVIEW_OUTDATED');
  if (!(await discardDraft(deps.pool, id, draft.rev))) throw new Refused('PREVIEW_OUTDATED');
  return draftOf(deps, id);
}

/** Names a draft as it stands together with what is to be done: another revision has another token. */
export function tokenOf({ id, rev }: LawDraft, deed: string): string {
  return createHash('sha256').update(`${deed} ${id} ${rev}`).digest('hex');
}
