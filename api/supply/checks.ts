import type { Unit } from '../../domain/account.ts';
import type { DateText } from '../../domain/instant.ts';
import { isJudgment } from '../../domain/supply/kinds.ts';
import { ruleFor, type SupplySources } from '../../domain/supply/sources.ts';
import type { SuppliedInformation } from '../../domain/supply/information.ts';
import type { FieldProblem } from '../refused.ts';

/** What the day, the lists and the rules of supply say, once for a whole file. */
export interface Checking {
  today: DateText;
  unitKind: Unit['kind'];
  sources: SupplySources;
  provinces: ReadonlySet<string>;
}

/**
 * What is wrong with information that the schema took: a judgment not yet in force (Law 28/2009 Art. 4),
 * days that are to come, a province that is none, a supplier that supplies no such thing, or supplies it
 * to somebody else.
 */
export function supplyProblems(supply: SuppliedInformation, checking: Checking): FieldProblem[] {
  const { today, sources, unitKind, provinces } = checking;
  const { supplier, kind, date, effectiveDate, arrivedOn, person } = supply;
  const problems: FieldProblem[] = [];
  const refuse = (path: string, code: string): void => void problems.push({ path, code });
  const rule = ruleFor(sources, supplier.kind, kind);
  if (rule === null) refuse('kind', 'NOT_OF_THIS_SUPPLIER');
  else if (rule.to !== unitKind) {
    refuse('kind', rule.to === 'CENTRE' ? 'GOES_TO_CENTRE' : 'GOES_TO_DEPARTMENT');
  }
  if (date > today) refuse('date', 'IN_FUTURE');
  if (arrivedOn > today) refuse('arrivedOn', 'IN_FUTURE');
  if (effectiveDate !== null && effectiveDate > today) {
    refuse('effectiveDate', isJudgment(kind) ? 'NOT_YET_EFFECTIVE' : 'IN_FUTURE');
  }
  if (person.birthDate > today) refuse('person.birthDate', 'IN_FUTURE');
  if (!provinces.has(person.provinceCode)) refuse('person.provinceCode', 'UNKNOWN_PROVINCE');
  return problems;
}
