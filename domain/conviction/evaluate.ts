import type { DateText } from '../instant.ts';
import type { Conclusion } from '../flow/applicationState.ts';
import { addMonths } from './period.ts';
import { ofAbolished } from './abolished.ts';
import { askFor } from './asks.ts';
import type { ConvictionDetails, EvaluatedEntry, Execution } from './entry.ts';
import type { EntryEvaluation, Evaluation, Fact, ReasoningStep } from './evaluation.ts';
import type { ExpungementLaws, ExpungementRules } from './law.ts';
import { type KnownEntry, tell } from './reasoning.ts';
import { underRules, type Verdict } from './underRules.ts';
import { favourable } from './favourable.ts';

/** The person and the day an evaluation is for; `foreigner` only chooses the words of a clean result. */
export interface EvaluationOf {
  onDate: DateText;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  birthDate: string;
  foreigner: boolean;
}

/**
 * Evaluate all judgments of a person on a day: what each has become under every code that governs it,
 * with the favourable result, the steps of both and their sources. Nothing is assumed: what is not
 * known is asked for. The order of the judgments does not matter. The officer decides.
 */
export function evaluate(
  entries: readonly EvaluatedEntry[],
  laws: ExpungementLaws,
  of: EvaluationOf,
): Evaluation {
  const evaluated = entries.map((entry) => {
    const others = entries.filter((other) => other !== entry);
    return evaluateEntry(entry, others, laws, of);
  });
  return {
    onDate: of.onDate,
    entries: evaluated,
    conclusion: conclusionOf(evaluated, of.foreigner),
  };
}

const NOTHING_YET = {
  expungedOn: null,
  decision: null,
  until: null,
  missing: [] as Fact[],
  asks: [],
  listing: 'WITH_STATUS',
  warnings: [],
} satisfies Partial<EntryEvaluation>;

function evaluateEntry(
  entry: EvaluatedEntry,
  others: readonly EvaluatedEntry[],
  laws: ExpungementLaws,
  of: EvaluationOf,
): EntryEvaluation {
  const { details } = entry;
  if (details === undefined) {
    return { ...NOTHING_YET, status: 'UNDETERMINED', asks: [askFor('DETAILS')], reasoning: [] };
  }
  if (details.basis !== 'JUDGMENT') return withoutJudgment(entry, details, laws);
  const known: KnownEntry = { ...entry, details };
  const warnings = warningsOf(known, laws);
  const decided = courtDecision(details, of.onDate, laws);
  if (decided !== null) return { ...decided, warnings };
  const abolished = ofAbolished(known, laws.practice, of.onDate, () =>
    byRules(known, others, laws, of),
  );
  if (abolished !== null) return { ...abolished, warnings };
  const result = byRules(known, others, laws, of);
  if (result.status !== 'UNDETERMINED') return { ...result, warnings };
  return { ...(asFound(known, others, laws, of) ?? result), warnings };
}

/** What the codes say together, the favourable one taken. */
function byRules(
  entry: KnownEntry,
  others: readonly EvaluatedEntry[],
  laws: ExpungementLaws,
  { onDate, birthDate }: EvaluationOf,
): EntryEvaluation {
  const { practice } = laws;
  const verdicts = laws.codes
    .filter((rules) => rules.inForceFrom <= onDate && governs(rules, entry))
    .map((rules): Verdict => underRules({ entry, others, rules, practice, birthDate }));
  return favourable(verdicts, { entry, others, practice, onDate });
}

/** Whether a code governs the offence; one that may be of before is one of before. */
function governs({ governs: { offencesBefore } }: ExpungementRules, entry: KnownEntry): boolean {
  return (
    offencesBefore === null ||
    entry.details.offenceDate === null ||
    entry.details.offenceDate < offencesBefore
  );
}

function courtDecision(
  { courtDecisions }: ConvictionDetails,
  onDate: DateText,
  { codes }: ExpungementLaws,
): EntryEvaluation | null {
  const decision = courtDecisions
    .filter(({ kind, date }) => kind === 'EXPUNGED' && date <= onDate)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
  const rules =
    codes.findLast(({ inForceFrom }) => inForceFrom <= (decision?.date ?? '')) ?? codes[0];
  if (decision === undefined || rules === undefined) return null;
  const { date, number } = decision;
  const reasoning = [tell('COURT_DECIDED', rules.id, rules.byCourt, { to: date })];
  return {
    ...NOTHING_YET,
    status: 'EXPUNGED_BY_COURT',
    expungedOn: date,
    decision: number,
    reasoning,
  };
}

/** Traces without a judgment in force (CV 367/2016): presumed innocent once nobody has one. */
function withoutJudgment(
  { judgmentDate }: EvaluatedEntry,
  { basis, noJudgmentAt }: ConvictionDetails,
  { practice }: ExpungementLaws,
): EntryEvaluation {
  const none = (step: ReasoningStep): EntryEvaluation => {
    return { ...NOTHING_YET, status: 'DEEMED_NONE', listing: 'NOT_LISTED', reasoning: [step] };
  };
  if (basis === 'OVERTURNED') return none(tell('OVERTURNED', null, practice.overturned));
  const { noJudgment } = practice;
  const unasked = noJudgment.askedOf.filter((kind) => !noJudgmentAt.includes(kind));
  if (basis === 'ARREST_ONLY' && judgmentDate < noJudgment.before && unasked.length === 0) {
    return none(tell('NO_JUDGMENT', null, noJudgment, { from: judgmentDate }));
  }
  const ask =
    basis === 'ARREST_ONLY' ? { fact: 'NO_JUDGMENT' as const, of: unasked } : askFor('JUDGMENT');
  return {
    ...NOTHING_YET,
    status: 'UNDETERMINED',
    missing: [ask.fact],
    asks: [ask],
    reasoning: [],
  };
}

/**
 * A judgment whose execution cannot be traced counts for nothing when the time is over even if it had
 * been served to the last day, and is listed as found (CV 367/2016). Null where that cannot be said.
 */
function asFound(
  entry: KnownEntry,
  others: readonly EvaluatedEntry[],
  laws: ExpungementLaws,
  of: EvaluationOf,
): EntryEvaluation | null {
  const { effectiveDate, principal, additional, civil, courtFees } = entry.details;
  const duties = [civil, courtFees].filter((duty) => duty !== null);
  const executions = [principal, ...additional, ...duties].map(({ execution }) => execution);
  if (effectiveDate === null || !executions.some(({ state }) => state === 'UNTRACEABLE'))
    return null;
  const servedOn = addMonths(effectiveDate, principal.months ?? 0);
  const traced = (execution: Execution): Execution =>
    execution.state === 'UNTRACEABLE' ? { state: 'DONE', on: servedOn } : execution;
  const trace = <T extends { execution: Execution }>(part: T): T => {
    return { ...part, execution: traced(part.execution) };
  };
  if (['LIFE', 'DEATH_COMMUTED'].includes(principal.kind)) return null;
  // When probation or a ban would have ended is not known from the length of the sentence.
  if (principal.kind === 'SUSPENDED' && principal.probationEnd === null) return null;
  if (additional.some((part) => part.execution.state === 'UNTRACEABLE' && part.endsOn === null))
    return null;
  const details = {
    ...entry.details,
    principal: trace(principal),
    additional: additional.map(trace),
    civil: civil && trace(civil),
    courtFees: courtFees && trace(courtFees),
  };
  const supposed = byRules({ ...entry, details }, others, laws, of);
  if (supposed.status !== 'EXPUNGED_AUTOMATICALLY') return null;
  const step = tell('UNTRACEABLE', null, laws.practice.untraceable, { from: servedOn });
  const reasoning = [...supposed.reasoning, step];
  return { ...NOTHING_YET, status: 'DEEMED_NONE', listing: 'AS_FOUND', reasoning };
}

function warningsOf(
  { details }: KnownEntry,
  { codes }: ExpungementLaws,
): EntryEvaluation['warnings'] {
  const { kind, months } = details.principal;
  return codes
    .flatMap(({ ceilings }) => ceilings)
    .filter((ceiling) => ceiling.penalty === kind && (months ?? 0) > ceiling.months)
    .map(({ citation, verified }) => ({ code: 'LONGER_THAN_LAW' as const, citation, verified }));
}

/** The conclusion that follows from all judgments; null while any of them is undetermined. */
function conclusionOf(
  evaluated: readonly EntryEvaluation[],
  foreigner: boolean,
): Conclusion | null {
  const statuses = new Set(evaluated.map(({ status }) => status));
  if (statuses.has('UNDETERMINED')) return null;
  if (statuses.has('NOT_EXPUNGED')) return 'HAS_RECORD';
  if (evaluated.some(({ listing }) => listing !== 'NOT_LISTED')) return 'EXPUNGED';
  return foreigner ? 'FOREIGNER_CLEAN' : 'NO_RECORD';
}
