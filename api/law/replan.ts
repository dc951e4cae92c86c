import {
  clearReplanFailures,
  finishRun,
  noteReplanFailure,
  settleReplans,
  tellProgress,
} from '../../db/desk/lawRuns.ts';
import { findDraft } from '../../db/desk/lawDrafts.ts';
import { getCalendar, readLaw } from '../../db/read/law.ts';
import { findOverlay, listLineage } from '../../db/read/lawByName.ts';
import { countOpenOn, findRun, listOpenOn, type OpenCase } from '../../db/read/lawRuns.ts';
import type { Command } from '../../domain/flow/flow.ts';
import type { Recalculation } from '../../domain/flow/recalculate.ts';
import type { CalendarVersion } from '../../domain/law/calendar.ts';
import type { PublishedLaw } from '../../domain/law/pin.ts';
import { replannedCalendars } from '../../domain/law/replan.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { SYSTEM } from '../../domain/role.ts';
import { doAct } from '../../engine/cases.ts';
import { type ApiDeps, nowIso } from '../deps.ts';

/** Cases that are brought over at one time. */
const IN_FLIGHT = 20;
const BATCH = 200;

interface Plan {
  runId: string;
  draftId: string;
  calendar: CalendarVersion;
  law: PublishedLaw;
  /** Versions that the published one stands in for. */
  replaced: readonly string[];
  /** What the draft cites for the days it changes. */
  sources: readonly string[];
}

/**
 * Bring every open case that is on a replaced calendar over to the published one, each by one act of
 * its workflow whose id is the version: however often it is asked, it is done once. What is left is
 * found in the database, so a run that broke off goes on where it was; cases that could not be reached
 * are listed and tried again when the run is taken up next (INCOMPLETE).
 */
export async function replanOpenCases(
  deps: ApiDeps,
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  const plan = await planOf(deps, runId);
  const left = await countOpenOn(deps.pool, plan.replaced);
  const before = (await findRun(deps.pool, runId))?.done ?? 0;
  const total = before + left;
  let done = before;
  for (const version of plan.replaced) {
    for (let after = ''; !signal.aborted;) {
      const cases = await listOpenOn(deps.pool, version, after, BATCH);
      const last = cases.at(-1);
      if (last === undefined) break;
      after = last.caseId;
      done += await replanBatch(deps, plan, cases, signal);
      await tellProgress(deps.pool, runId, { done, total });
    }
  }
  if (signal.aborted) return;
  const rest = await countOpenOn(deps.pool, plan.replaced);
  if (rest === 0) await settleReplans(deps.pool, nowIso(deps));
  await finishRun(deps.pool, runId, {
    state: rest === 0 ? 'DONE' : 'INCOMPLETE',
    at: nowIso(deps),
    figures: null,
  });
}

async function planOf(deps: ApiDeps, runId: string): Promise<Plan> {
  const run = await findRun(deps.pool, runId);
  const draft = run?.draftId ? await findDraft(deps.pool, run.draftId) : null;
  if (draft?.version == null) throw new Error(`run ${runId} has nothing published to bring about`);
  const [calendar, law, [, ...replaced]] = await Promise.all([
    getCalendar(deps.pool, draft.version),
    readLaw(deps.pool),
    listLineage(deps.pool, draft.version),
  ]);
  const days = draft.change.of === 'CALENDAR' ? draft.change.days : [];
  const sources = [...new Set(days.map(({ source }) => source))];
  return { runId, draftId: draft.id, calendar, law, replaced, sources };
}

/** Bring some cases over, a few at a time; gives how many are. */
async function replanBatch(
  deps: ApiDeps,
  plan: Plan,
  cases: readonly OpenCase[],
  signal: AbortSignal,
): Promise<number> {
  const waiting = [...cases];
  const over: string[] = [];
  const work = async (): Promise<void> => {
    for (let each = waiting.shift(); each && !signal.aborted; each = waiting.shift()) {
      const code = await replanCase(deps, plan, each);
      if (code === null) over.push(each.caseId);
      else {
        const { version } = plan.calendar;
        const failure = { version, caseId: each.caseId, code, at: nowIso(deps) };
        await noteReplanFailure(deps.pool, failure);
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  await clearReplanFailures(deps.pool, plan.calendar.version, over);
  return over.length;
}

/** Bring one case over; null when it is, or was already, otherwise why not. */
async function replanCase(
  deps: ApiDeps,
  { draftId, calendar, law, replaced, sources }: Plan,
  { caseId, rev, openedAt, overlay: pinned }: OpenCase,
): Promise<RefusalCode | null> {
  try {
    const overlay = await findOverlay(deps.pool, pinned ?? undefined);
    const codes = {
      calendars: replannedCalendars({ ...law, calendar, overlay }, Date.parse(openedAt)),
      replacedVersions: replaced,
      draftId,
      sources,
    } satisfies Recalculation;
    const command: Command = {
      act: 'recalculate',
      actor: SYSTEM,
      expectedRev: null,
      seenRev: rev,
      codes,
      paperId: null,
    };
    const result = await doAct(deps.client, caseId, command, `recalculate/${calendar.version}`);
    return result.ok || result.code === 'CALENDAR_NOT_REPLACED' ? null : result.code;
  } catch (error) {
    deps.log.error({ caseId, err: error }, 'a case could not be re-planned');
    return 'FAULT';
  }
}
