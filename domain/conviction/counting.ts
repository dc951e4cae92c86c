import type { DateText } from '../instant.ts';
import { joinParts, otherParts, type Parts, principalDoing } from './execution.ts';
import type { Fact, ReasoningStep } from './evaluation.ts';
import type { Periods } from './law.ts';
import { limitationEnd } from './limitation.ts';
import { later } from './period.ts';
import { type KnownEntry, type Matter, tell } from './reasoning.ts';

/** From which day a period counts; `earliest` bounds it where it is not known. */
export type Start =
  | { state: 'STARTED'; on: DateText; byLimitation: boolean; steps: ReasoningStep[] }
  | { state: 'NOT_STARTED'; missing: Fact[]; steps: ReasoningStep[] }
  | { state: 'UNKNOWN'; facts: Fact[]; earliest: DateText | null; steps: ReasoningStep[] };

type StartsAt = Periods['startsAt'];

/**
 * The day from which the period of a judgment counts: completion of the principal penalty or end of
 * probation, or of the whole judgment, or the end of the limitation of its execution.
 */
export function startOf(
  entry: KnownEntry,
  startsAt: StartsAt,
  matter: Omit<Matter, 'entry'>,
): Start {
  const { principal } = entry.details;
  if (principal.execution.state === 'LIMITATION_EXPIRED') return startByLimitation(entry, matter);
  const { rules } = matter;
  const doing = principalDoing(principal);
  const source = rules.automatic;
  if (doing.state === 'NOT_DONE') {
    const steps = [tell('NOT_STARTED', rules.id, source)];
    return { state: 'NOT_STARTED', missing: ['PRINCIPAL_PENALTY'], steps };
  }
  const on = doing.state === 'DONE' ? doing.on : null;
  if (on === null) return unknown(['PRINCIPAL_PENALTY'], null);
  const waived = principal.execution.state === 'EXEMPTED' && rules.waived.countsAsDone;
  const steps = waived ? [tell('WAIVED', rules.id, rules.waived, { to: on })] : [];
  if (startsAt === 'PRINCIPAL_DONE') return { state: 'STARTED', on, byLimitation: false, steps };
  return startOfWhole(on, joinParts(otherParts(entry.details)), rules, steps);
}

function startOfWhole(
  principalDone: DateText,
  { open, unknown: unclear, undated, doneOn }: Parts,
  { id, automatic }: Matter['rules'],
  steps: ReasoningStep[],
): Start {
  if (open.length > 0) {
    return {
      state: 'NOT_STARTED',
      missing: open,
      steps: [...steps, tell('NOT_STARTED', id, automatic)],
    };
  }
  if (unclear.length + undated.length > 0) return unknown([...unclear, ...undated], principalDone);
  const on = doneOn === null ? principalDone : later(principalDone, doneOn);
  return { state: 'STARTED', on, byLimitation: false, steps };
}

function startByLimitation(entry: KnownEntry, matter: Omit<Matter, 'entry'>): Start {
  const end = limitationEnd(entry, matter);
  if (end.state === 'UNKNOWN') return unknown([end.fact], null);
  if (end.state === 'NEVER') {
    return { state: 'NOT_STARTED', missing: end.missing, steps: end.steps };
  }
  return { state: 'STARTED', on: end.on, byLimitation: true, steps: end.steps };
}

function unknown(facts: Fact[], earliest: DateText | null): Start {
  return { state: 'UNKNOWN', facts, earliest, steps: [] };
}
