import type * as z from 'zod';
import { getSubmitted } from '../db/read/cases.ts';
import { listOffences, releaseInForce } from '../db/read/catalogue.ts';
import { type ACTS, conclusionFits, conclusionSuits } from '../domain/acts.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { contradictionsOf, settlementOf } from '../domain/flow/conflict.ts';
import { futureFields } from '../domain/conviction/datesAhead.ts';
import type { Evaluation } from '../domain/conviction/evaluation.ts';
import { standingOf } from '../domain/conviction/standing.ts';
import type { VerificationRequest } from '../domain/flow/verification.ts';
import { dateOf } from '../domain/instant.ts';
import type { KnownBan } from '../domain/record/ban.ts';
import type { ListedOffence } from '../domain/offence/offence.ts';
import { suggestOffences } from '../domain/offence/suggest.ts';
import { evaluationOf, unexplained } from './conviction/evaluation.ts';
import { banProblems, knownBansOf } from './conviction/knownBans.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { type FieldProblem, Refused } from './refused.ts';

type DraftPaper = z.infer<typeof ACTS.draft.paper>;

/**
 * Whether a draft can be true: its judgments bear the conclusion out, their dates have come and are in
 * order, and the conclusion is one for this person. Gives the paper to keep: what the rules make of the
 * judgments today, and the bans known of the person, stand beside the officer's choice, who says why where
 * they differ.
 */
export async function checkDraft(
  deps: ApiDeps,
  state: AnyState,
  { conclusion }: z.infer<typeof ACTS.draft.codes>,
  paper: DraftPaper,
): Promise<DraftPaper & { evaluation?: Evaluation; knownBans?: KnownBan[] }> {
  const { entries } = paper;
  if (!conclusionFits(conclusion, entries)) throw new Refused('ENTRIES_CONTRADICT_CONCLUSION');
  const today = dateOf(nowMs(deps));
  const fields: FieldProblem[] = futureFields(entries, 'paper.entries', today);
  entries.forEach(({ judgmentDate, expungedOn }, index) => {
    const path = `paper.entries.${index}`;
    if (expungedOn === null) return;
    if (expungedOn > today) fields.push({ path: `${path}.expungedOn`, code: 'IN_FUTURE' });
    if (expungedOn < judgmentDate) {
      fields.push({ path: `${path}.expungedOn`, code: 'EXPUNGED_BEFORE_JUDGMENT' });
    }
  });
  fields.push(...(await unnamedOffences(deps, entries)));
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
  const { application } = await getSubmitted(deps.pool, state.caseId);
  if (application === null) return paper;
  if (!conclusionSuits(conclusion, application.subject)) {
    const field = { path: 'codes.conclusion', code: 'CONCLUSION_FOR_OTHERS' };
    throw new Refused('ENTRIES_CONTRADICT_CONCLUSION', [field]);
  }
  if (entries.length === 0 && (courtFound(state) || stoodBy(state))) {
    const field = { path: 'paper.entries', code: 'JUDGMENT_LEFT_OUT' };
    throw new Refused('ENTRIES_CONTRADICT_CONCLUSION', [field]);
  }
  const bans = await knownBansOf(deps, state, application);
  const silent = banProblems(paper, bans);
  const known = bans.known.length === 0 ? {} : { knownBans: bans.known };
  if (entries.length === 0) {
    if (silent.length > 0) throw new Refused('INVALID_INPUT', silent);
    return { ...paper, ...known };
  }
  const evaluation = await evaluationOf(deps, state, application, entries);
  silent.push(...unexplained(entries, evaluation), ...takenBack(state, entries, evaluation));
  if (silent.length > 0) throw new Refused('INVALID_INPUT', silent);
  return { ...paper, ...known, evaluation };
}

/**
 * Judgments that count and whose words name no entry of the catalogue: a certificate with such a one waits
 * until a code is there, or somebody says why it carries the words as they are.
 */
async function unnamedOffences(
  deps: ApiDeps,
  entries: DraftPaper['entries'],
): Promise<FieldProblem[]> {
  if (entries.length === 0) return [];
  const { id } = await releaseInForce(deps.pool);
  const catalogue = await listOffences(deps.pool, id);
  return entries.flatMap((entry, index) => {
    const coded = entry.details?.offences.every(({ code }) => code !== null) ?? false;
    const settled = coded || entry.offenceAsSaid != null || standingOf(entry) === 'DEEMED_NONE';
    if (settled || namesOne(catalogue, entry)) return [];
    return [{ path: `paper.entries.${index}.offenceAsSaid`, code: 'OFFENCE_NOT_NORMALISED' }];
  });
}

function namesOne(
  catalogue: readonly ListedOffence[],
  { offence, provision, judgmentDate }: DraftPaper['entries'][number],
): boolean {
  return suggestOffences(catalogue, { offence, provision, on: judgmentDate }).normalised !== null;
}

/** Answers that name a judgment and that nobody settled to be another person's or no judgment at all. */
function foundBy(state: AnyState): readonly VerificationRequest[] {
  if (state.kind !== 'APPLICATION') return [];
  const settledAside = contradictionsOf(state)
    .filter((conflict) => settlementOf(state, conflict)?.stands === 'CLEAN')
    .map(({ found }) => found);
  return state.requests.filter(
    ({ id, outcome }) => outcome === 'RECORD_FOUND' && !settledAside.includes(id),
  );
}

function courtFound(state: AnyState): boolean {
  return foundBy(state).some(({ kind }) => kind === 'COURT');
}

/**
 * Whether a judgment is the supplier's alone to correct (Law 28/2009 Art. 24): it was certified already,
 * or the unit upheld it when the person objected.
 */
function stoodBy(state: AnyState): boolean {
  const certified = state.kind === 'APPLICATION' && state.issues > 0;
  return foundBy(state).some(({ contested }) => certified || contested === true);
}

/** Such judgments that the officer takes for nothing although their facts say otherwise. */
function takenBack(
  state: AnyState,
  judged: DraftPaper['entries'],
  { entries }: Evaluation,
): FieldProblem[] {
  if (!stoodBy(state)) return [];
  return judged.flatMap((entry, index) => {
    const byRules = entries[index]?.status === 'DEEMED_NONE';
    if (byRules || standingOf(entry) !== 'DEEMED_NONE') return [];
    return [{ path: `paper.entries.${index}.standing`, code: 'ONLY_SUPPLIER_CORRECTS' }];
  });
}
