import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { hadAHandIn, publishCalendar } from '../../db/desk/lawDrafts.ts';
import type { NewRun } from '../../db/desk/lawRuns.ts';
import { findBase, listLineage } from '../../db/read/lawByName.ts';
import { countOpenOn, listRunsOf } from '../../db/read/lawRuns.ts';
import { brokenUnique } from '../../db/uniqueViolation.ts';
import type { Account } from '../../domain/account.ts';
import { CalendarVersion } from '../../domain/law/calendar.ts';
import {
  type CalendarChange,
  calendarWith,
  type LawDraft,
  nextVersion,
} from '../../domain/law/draft.ts';
import type { ApprovalPreview, LawRun } from '../../domain/law/run.ts';
import { servesAllUnits } from '../../domain/permission.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import { checkChange, draftOf, openDraftOf, tokenOf } from './drafts.ts';
import type { LawRuns } from './lawRuns.ts';

interface Approvable {
  draft: LawDraft;
  change: CalendarChange;
  calendar: CalendarVersion;
  /** The finished rehearsal of the draft as it stands. */
  rehearsal: LawRun;
  replaced: readonly string[];
}

/**
 * A draft that this account may approve now, refused otherwise: by whoever had a hand in it, by a
 * director outside the Centre, for a term of law, on an outdated base, or without a rehearsal.
 */
async function approvable(deps: ApiDeps, account: Account, id: string): Promise<Approvable> {
  const draft = await openDraftOf(deps, id);
  if (!servesAllUnits(account)) throw new Refused('NOT_YOUR_UNIT');
  if (await hadAHandIn(deps.pool, id, account.id)) throw new Refused('DRAFTER_MAY_NOT_APPROVE');
  const { change } = draft;
  if (change.of === 'TERM') throw new Refused('TERM_NEEDS_RULE_SET');
  await checkChange(deps, change);
  const rehearsal = (await listRunsOf(deps.pool, id)).find(
    ({ kind, state, draftRev }) =>
      kind === 'REHEARSAL' && state === 'DONE' && draftRev === draft.rev,
  );
  if (rehearsal === undefined) throw new Refused('REHEARSAL_MISSING');
  const base = await findBase(deps.pool, change.base);
  if (base === null) throw new Refused('DRAFT_OUTDATED');
  // Read back through the schema: what is published must be what a calendar may be.
  const next = calendarWith(base.body, change, nextVersion(change.base));
  const calendar = CalendarVersion.parse(next);
  const replaced = await listLineage(deps.pool, change.base);
  return { draft, change, calendar, rehearsal, replaced };
}

/** Another calendar has the version, or took the base's place. */
const TAKEN: readonly string[] = ['calendars_pkey', 'calendars_base'];

/** What approving will do, and the token that confirms exactly this. */
export async function previewApproval(
  deps: ApiDeps,
  account: Account,
  id: string,
): Promise<z.infer<typeof ApprovalPreview>> {
  const { draft, calendar, rehearsal, replaced } = await approvable(deps, account, id);
  return {
    token: tokenOf(draft, 'approve'),
    version: calendar.version,
    rehearsal,
    cases: await countOpenOn(deps.pool, replaced),
  };
}

/** Publish a draft's calendar as a new version and begin to bring the open cases over to it. */
export async function approve(
  deps: ApiDeps,
  runs: LawRuns,
  account: Account,
  { id, token }: { id: string; token: string },
): Promise<LawDraft> {
  const { draft, change, calendar } = await approvable(deps, account, id);
  if (token !== tokenOf(draft, 'approve')) throw new Refused('PREVIEW_OUTDATED');
  const at = nowIso(deps);
  const replan: NewRun = {
    id: randomUUID(),
    kind: 'REPLAN',
    draftId: id,
    draftRev: draft.rev,
    title: draft.title,
    change,
    unit: null,
    periodFrom: null,
    periodTo: null,
    askedBy: account.id,
    askedUnit: account.unit,
    askedAt: at,
  };
  const handled = { id, rev: draft.rev, by: account.id, at };
  const published = await publishCalendar(deps.pool, handled, {
    calendar,
    base: change.base,
    replan,
  }).catch((error: unknown) => {
    if (TAKEN.includes(brokenUnique(error) ?? '')) return false;
    throw error;
  });
  if (!published) throw new Refused('DRAFT_OUTDATED');
  deps.laws.forget();
  runs.replan(replan.id);
  return draftOf(deps, id);
}
