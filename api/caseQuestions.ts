import { listVerifications } from '../db/read/verifications.ts';
import { listWrittenActs, type WrittenAct } from '../db/read/writtenActs.ts';
import type { AskedQuestion, CaseDetail } from '../domain/case.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import type { ApplicationState } from '../domain/flow/applicationState.ts';
import { contradictionsOf, settlementOf } from '../domain/flow/conflict.ts';
import type { Situation } from '../domain/flow/flow.ts';
import type { VerificationRequest } from '../domain/flow/verification.ts';
import { isoOf } from '../domain/instant.ts';
import type { Routing } from '../domain/routing/routing.ts';
import type { ApiDeps } from './deps.ts';
import { earlierAnswersFor } from './earlierAnswers.ts';
import { officeMsLeft } from './officeTime.ts';
import { routingBook } from './routingBook.ts';

type Questions = Pick<
  CaseDetail,
  'verifications' | 'earlierAnswers' | 'conflicts' | 'verifiedBefore'
>;

const WRITTEN = ['proposeWaiver', 'signWaiver', 'settleConflict'];

/** The questions of a case with why each was asked, what might serve instead, and what contradicts. */
export async function questionsOf(
  deps: ApiDeps,
  state: AnyState,
  situation: Situation,
  seesConvictions: boolean,
): Promise<Questions> {
  if (state.kind !== 'APPLICATION') {
    return { verifications: [], earlierAnswers: [], conflicts: [], verifiedBefore: null };
  }
  const waived = state.requests.some(({ waiver }) => waiver !== undefined);
  const written = waived || state.settlements !== undefined;
  const [lines, routing, acts, earlierAnswers] = await Promise.all([
    listVerifications(deps.pool, state.caseId),
    routingBook(),
    written ? listWrittenActs(deps.pool, state.caseId, WRITTEN) : [],
    seesConvictions ? earlierAnswersFor(deps, state) : [],
  ]);
  const requests = new Map(state.requests.map((request) => [request.id, request]));
  const verifications = lines.map((line) => ({
    ...line,
    workingMsLeft: officeMsLeft(line, situation.now, situation.law.calendar),
    ...askedAs(requests.get(line.requestId), routing, acts),
  }));
  return {
    verifications,
    earlierAnswers: [...earlierAnswers],
    conflicts: conflictsShown(state, acts),
    verifiedBefore: verifiedBeforeOf(state, routing),
  };
}

function askedAs(
  request: VerificationRequest | undefined,
  { reasons }: Routing,
  acts: readonly WrittenAct[],
): Pick<AskedQuestion, 'why' | 'waiver' | 'contested' | 'reusedFrom'> {
  const why = (request?.why ?? []).map((reason) => ({ reason, ...reasons[reason] }));
  return {
    why,
    waiver: waiverOf(request, acts),
    contested: request?.contested ?? false,
    reusedFrom: request?.reusedFrom ?? null,
  };
}

function waiverOf(
  request: VerificationRequest | undefined,
  acts: readonly WrittenAct[],
): AskedQuestion['waiver'] {
  if (request?.waiver === undefined) return null;
  const { proposedBy, proposedAt, signedBy, signedAt } = request.waiver;
  const proposal = actAt(acts, 'proposeWaiver', proposedAt);
  return {
    proposedBy: proposal?.by ?? proposedBy,
    proposedAt: isoOf(proposedAt),
    reason: proposal?.reason ?? null,
    signedBy: actAt(acts, 'signWaiver', signedAt)?.by ?? signedBy ?? null,
    signedAt: signedAt === undefined ? null : isoOf(signedAt),
  };
}

function actAt(
  acts: readonly WrittenAct[],
  act: string,
  at: number | undefined,
): WrittenAct | undefined {
  return acts.find((each) => each.act === act && each.atMs === at);
}

function conflictsShown(
  state: ApplicationState,
  acts: readonly WrittenAct[],
): CaseDetail['conflicts'] {
  return contradictionsOf(state).map((conflict) => {
    const settlement = settlementOf(state, conflict);
    if (settlement === undefined) return { ...conflict, settled: null };
    const { stands, ground, by, at } = settlement;
    const act = actAt(acts, 'settleConflict', at);
    const words = { reason: act?.reason ?? null, by: act?.by ?? by };
    return { ...conflict, settled: { stands, ground, ...words, at: isoOf(at) } };
  });
}

function verifiedBeforeOf(
  { facts, shortcut }: ApplicationState,
  { verifiedBefore }: Routing,
): CaseDetail['verifiedBefore'] {
  if (facts.verifiedBefore === undefined) return null;
  const { citation, verified } = verifiedBefore;
  return { ...facts.verifiedBefore, used: shortcut === true, citation, verified };
}
