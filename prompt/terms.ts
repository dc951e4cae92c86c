import type { Budget, TermName } from '../domain/clock/law.ts';
import { TERM_UNITS } from '../domain/clock/term.ts';
import { dateOf, type InstantMs } from '../domain/instant.ts';
import type { RuleSet } from '../domain/law/ruleSet.ts';
import { BadQuestion } from './badQuestion.ts';

/** A term that a rule set gives, under the name it has there. */
export interface NamedTerm extends Budget {
  ruleSet: RuleSet;
  term: string;
  citation: string;
  verified: boolean;
}

/** What people call the clocks; `total` has two more names, by regime. */
const CLOCKS: Readonly<Record<string, TermName>> = {
  total: 'totalSimple',
  urgent: 'totalUrgent',
  police: 'police',
  court: 'court',
  send: 'transferSend',
  supplement: 'supplementLapse',
};

export interface Regime {
  complex: boolean;
  urgent: boolean;
}

/** The rule set of an id, or the one in force on the day of an instant. Throws BadQuestion. */
export function chooseRuleSet(
  ruleSets: readonly RuleSet[],
  id: string | undefined,
  from: InstantMs,
): RuleSet {
  const ids = ruleSets.map((ruleSet) => ruleSet.id).join(', ');
  const date = dateOf(from);
  const found = ruleSets.find((ruleSet) =>
    id === undefined ? isInForce(ruleSet, date) : ruleSet.id === id,
  );
  if (found !== undefined) return found;
  throw new BadQuestion(
    id === undefined
      ? `No rule set is in force on ${date}: name one with --rules (${ids}).`
      : `There is no rule set "${id}": there are ${ids}.`,
  );
}

export function isInForce({ validFrom, validTo }: RuleSet, date: string): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}

/** The term a clock counts under a rule set. Throws BadQuestion on a clock it does not have. */
export function chooseTerm(ruleSet: RuleSet, clock: string, regime: Regime): NamedTerm {
  const term = termNameOf(clock, regime);
  const terms = new Map<string, Omit<NamedTerm, 'ruleSet' | 'term'>>([
    ...Object.entries(ruleSet.terms),
    ...ruleSet.furtherTerms.map((further) => [further.name, further] as const),
  ]);
  const found = terms.get(term);
  if (found === undefined) {
    const names = [...Object.keys(CLOCKS), ...ruleSet.furtherTerms.map(({ name }) => name)];
    throw new BadQuestion(
      `Rule set ${ruleSet.id} has no clock "${clock}": it has ${names.join(', ')}.`,
    );
  }
  const { amount, unit, citation, verified } = found;
  return { ruleSet, term, amount, unit, citation, verified };
}

function termNameOf(clock: string, { complex, urgent }: Regime): string {
  if (complex && urgent) throw new BadQuestion('A case is --complex or --urgent, not both.');
  if ((complex || urgent) && clock !== 'total') {
    throw new BadQuestion('--complex and --urgent go with --clock total.');
  }
  if (complex) return 'totalComplex';
  if (urgent) return 'totalUrgent';
  return CLOCKS[clock] ?? clock;
}

/** A term from two texts, such as `5` and `workingDay`. Throws BadQuestion. */
export function readBudget(amount: string, unit: string): Budget {
  const known = TERM_UNITS.find((name) => name === unit);
  if (known === undefined) {
    throw new BadQuestion(`There is no unit "${unit}": there are ${TERM_UNITS.join(', ')}.`);
  }
  if (!/^\d+(\.\d+)?$/.test(amount)) {
    throw new BadQuestion(`"${amount}" is no amount: write a number from 0, such as 5.`);
  }
  return { amount: Number(amount), unit: known };
}
