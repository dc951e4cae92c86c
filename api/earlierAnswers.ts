import { getSubmitted } from '../db/read/cases.ts';
import { listEarlierAnswers } from '../db/read/earlierAnswers.ts';
import type { ApplicationState } from '../domain/flow/applicationState.ts';
import { isAnswered } from '../domain/flow/verification.ts';
import { DAY_MS, dateOf, isoOf } from '../domain/instant.ts';
import type { EarlierAnswer } from '../domain/question.ts';
import { askedThen } from '../domain/routing/takenOver.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { routingBook } from './routingBook.ts';

type Found = Awaited<ReturnType<typeof listEarlierAnswers>>[number];

/**
 * What units answered about the same person lately, for the questions of a case that are open; the
 * latest answer of each. A unit that was taken over answers for its successor where it had all the
 * files that the question is about.
 */
export async function earlierAnswersFor(
  deps: ApiDeps,
  { caseId, requests }: ApplicationState,
): Promise<readonly EarlierAnswer[]> {
  if (requests.every(isAnswered)) return [];
  const { days } = (await routingBook()).askOnce;
  const found = await listEarlierAnswers(deps.pool, caseId, isoOf(nowMs(deps) - days * DAY_MS));
  const own = found.every(({ byUnit, unit }) => byUnit === unit);
  const serving = own ? found : await ofWhoHadTheFiles(deps, caseId, found);
  return serving.flatMap(({ byUnit: _by, unit: _of, ...answer }, index) => {
    const first = serving.findIndex(({ requestId }) => requestId === answer.requestId);
    return first === index ? [answer] : [];
  });
}

/** Without the answers of predecessors that had a part of the files only. */
async function ofWhoHadTheFiles(
  deps: ApiDeps,
  caseId: string,
  found: readonly Found[],
): Promise<readonly Found[]> {
  const { application } = await getSubmitted(deps.pool, caseId);
  if (application === null) return [];
  const { subject } = application;
  const lived = subject.residenceHistory.flatMap(({ provinceCode }) => provinceCode ?? []);
  const units = await deps.places.unitsAround(lived);
  const today = dateOf(nowMs(deps));
  return found.filter(({ byUnit, unit, answeredAt }) => {
    if (byUnit === unit) return true;
    const asked = units.find(({ code }) => code === unit);
    if (asked === undefined) return false;
    const earlier = dateOf(Date.parse(answeredAt));
    const had = askedThen(asked, subject, { today, earlier }, units);
    return had.length === 1 && had[0] === byUnit;
  });
}
