import type { DateText } from '../instant.ts';
import type { ReasoningStep, StepName } from './evaluation.ts';
import type { ExpungementLaws, ExpungementRules, Band } from './law.ts';
import type { ConvictionDetails, EvaluatedEntry } from './entry.ts';

/** A judgment whose details are known. */
export interface KnownEntry extends EvaluatedEntry {
  details: ConvictionDetails;
}

/** One judgment under one code, with the other judgments of the person. */
export interface Matter {
  entry: KnownEntry;
  others: readonly EvaluatedEntry[];
  rules: ExpungementRules;
  practice: ExpungementLaws['practice'];
  birthDate: string;
}

interface Sourced {
  citation: string;
  verified: boolean;
}

interface Told {
  from?: DateText | null | undefined;
  to?: DateText | null | undefined;
  period?: Band['period'];
}

/** A step of reasoning under a code, or under the practice of all codes (`law` null). */
export function tell(
  step: StepName,
  law: string | null,
  { citation, verified }: Sourced,
  { from = null, to = null, period }: Told = {},
): ReasoningStep {
  return { step, law, citation, verified, from, to, period: period ?? null };
}
