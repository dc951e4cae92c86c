import { findDraft } from '../db/read/certificates.ts';
import { findLine, getRecord, getSubmitted } from '../db/read/cases.ts';
import { listSupplements } from '../db/read/supplements.ts';
import { listAnswers } from '../db/read/verifications.ts';
import type { Account } from '../domain/account.ts';
import type { CaseDetail } from '../domain/case.ts';
import { type AnyState, withFlow } from '../domain/flow/anyCase.ts';
import type { Situation } from '../domain/flow/flow.ts';
import { availableActs, claimsCase } from '../domain/flow/judge.ts';
import { dateOf, isoOf } from '../domain/instant.ts';
import { allows } from '../domain/permission.ts';
import { residenceWarnings } from '../domain/residenceWarnings.ts';
import { REFUSAL_TEXTS, type Language } from '../domain/wording/refusals.ts';
import { actorOf, situationOf } from './acting.ts';
import { questionsOf } from './caseQuestions.ts';
import { identityWarningsOf } from './identityWarnings.ts';
import { clockLines } from './deadlines.ts';
import type { ApiDeps } from './deps.ts';
import { maskDetail } from './masking.ts';
import { proposalsFor } from './proposals.ts';
import { openDifferences } from './reconciliation/openDifferences.ts';
import { Refused } from './refused.ts';

type Submitted = Awaited<ReturnType<typeof getSubmitted>>;

/** Everything the case page shows this reader; what the role may not see is null. */
export async function caseDetailOf(
  deps: ApiDeps,
  account: Account,
  { state, holder }: { state: AnyState; holder: string | null },
  language: Language,
): Promise<CaseDetail> {
  const situation = await situationOf(deps, state);
  const seesConvictions = allows(account, 'conviction.read');
  const [line, submitted, questions] = await Promise.all([
    findLine(deps.pool, state.caseId, account),
    getSubmitted(deps.pool, state.caseId),
    questionsOf(deps, state, situation, seesConvictions),
  ]);
  if (line === null) throw new Refused('CASE_NOT_FOUND');
  const answers = seesConvictions ? [...(await listAnswers(deps.pool, state.caseId))] : null;
  const isCompared = state.kind === 'RECONCILIATION';
  const unsettled = isCompared ? await openDifferences(deps, state.caseId) : 0;
  const acts = offeredActs(account, state, { holder, situation, unsettled }, language);
  const detail: CaseDetail = {
    line,
    // Whether an earlier answer may serve again the flow cannot know.
    acts: acts.filter(({ act }) => act !== 'reuseAnswer' || questions.earlierAnswers.length > 0),
    clocks: await clockLines(deps, state),
    ...questions,
    answers,
    proposals: answers === null ? [] : await proposalsFor(deps, state, answers),
    ...(await contentOf(deps, state, seesConvictions)),
    application: submitted.application,
    supplements: await supplementsOf(deps, state),
    trackingCode: submitted.trackingCode,
    certificates: submitted.certificates,
    promises: promisesOf(state),
    ...(await warningsOf(deps, submitted)),
    ruleSetId: state.ruleSetId,
    calendarVersion: state.calendarVersion,
  };
  return seesConvictions ? detail : maskDetail(detail);
}

/** What the desk was told of the applicant at receipt: months that passed since leave no gap. */
async function warningsOf(
  deps: ApiDeps,
  { application, submittedAt }: Pick<Submitted, 'application' | 'submittedAt'>,
): Promise<Pick<CaseDetail, 'idWarnings' | 'residenceWarnings'>> {
  if (application === null) return { idWarnings: [], residenceWarnings: [] };
  const receivedOn = dateOf(Date.parse(submittedAt));
  return {
    idWarnings: await identityWarningsOf(deps, application),
    residenceWarnings: residenceWarnings(application.subject, receivedOn),
  };
}

interface Standing {
  holder: string | null;
  situation: Situation;
  /** Differences of a reconciliation that are not settled. */
  unsettled: number;
}

/** The acts of this step for this person, each with the reason it cannot be done now. */
function offeredActs(
  account: Account,
  state: AnyState,
  { holder, situation, unsettled }: Standing,
  language: Language,
): CaseDetail['acts'] {
  const heldByOther = holder !== null && holder !== account.id;
  const offered = withFlow(state, (flow, at) =>
    availableActs(flow, at, actorOf(account), situation),
  );
  return offered.map(({ act, refusal, primary }) => {
    const claims = withFlow(state, (flow, at) => claimsCase(flow, at, act));
    // Which differences are open the flow cannot know.
    const isOpen = act === 'closeReconciliation' && unsettled > 0;
    const early = refusal ?? (isOpen ? ('DIFFERENCES_UNSETTLED' as const) : null);
    const why = early ?? (heldByOther && claims ? ('CLAIMED_BY_OTHER' as const) : null);
    return { act, primary, refusal: why, reason: why && REFUSAL_TEXTS[why][language] };
  });
}

async function contentOf(deps: ApiDeps, state: AnyState, seesConvictions: boolean) {
  if (state.kind === 'CODE_REQUEST' || state.kind === 'RECONCILIATION') {
    return { conclusion: null, draft: null, grounds: [], record: null, recordNumber: null };
  }
  if (state.kind === 'TRANSFER') {
    const { caseId, recordPaperId, slip } = state;
    const record = slip ? null : await getRecord(deps.pool, caseId, recordPaperId);
    const nothing = { conclusion: null, draft: null, grounds: [] };
    return {
      ...nothing,
      record: seesConvictions ? record : null,
      recordNumber: state.recordNumber,
    };
  }
  const found = seesConvictions ? await findDraft(deps.pool, state.caseId) : null;
  const draft =
    found?.reasoning == null
      ? null
      : {
          reasoning: found.reasoning,
          entries: found.entries ?? [],
          evaluation: found.evaluation,
          bans: found.bans ?? [],
          knownBans: found.knownBans ?? [],
          banDeviation: found.banDeviation,
        };
  const conclusion = seesConvictions ? state.conclusion : null;
  return { conclusion, draft, grounds: [...state.grounds], record: null, recordNumber: null };
}

/** Few cases were ever asked for one: their clock tells which. */
async function supplementsOf(
  { pool }: ApiDeps,
  { clocks, caseId }: AnyState,
): Promise<CaseDetail['supplements']> {
  const asked = clocks.some(({ name }) => name === 'supplement');
  return asked ? [...(await listSupplements(pool, caseId))] : [];
}

function promisesOf(state: AnyState): CaseDetail['promises'] {
  const promises = state.kind === 'APPLICATION' ? (state.promises ?? []) : [];
  return promises.map(({ dueAt, at, why }) => ({ dueAt: isoOf(dueAt), at: isoOf(at), why }));
}
