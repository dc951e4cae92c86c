import { addDays, type DateText } from '../instant.ts';
import type { SupplyState } from '../supply/supply.ts';
import type { Found } from './rules.ts';
import type { QualitySettings } from './settings.ts';

/** A completion certificate in a reception book: what the rule knows of it. */
export interface CompletionFacts {
  state: SupplyState;
  arrivedOn: DateText;
}

/**
 * A completion certificate behind which no judgment stands: kept without a record, or not used for one within
 * the time that settings give. The first instance court is asked for the judgment.
 */
export function findInCompletion(
  facts: CompletionFacts,
  settings: QualitySettings,
  today: DateText,
): Found[] {
  const missed = facts.state === 'RECEIVED' && missedOn(facts, settings) <= today;
  if (facts.state !== 'KEPT' && !missed) return [];
  const rule = 'COMPLETION_WITHOUT_JUDGMENT';
  return [{ rule, side: 'COMPLETE', place: '', judgedOn: null, source: 'COURT' }];
}

/** The day from which a certificate that nobody used is missed; null once it lies no more. */
export function nextLookAt(
  facts: CompletionFacts,
  settings: QualitySettings,
  today: DateText,
): DateText | null {
  const day = missedOn(facts, settings);
  return facts.state === 'RECEIVED' && day > today ? day : null;
}

function missedOn({ arrivedOn }: CompletionFacts, { unusedCompletion }: QualitySettings): DateText {
  return addDays(arrivedOn, unusedCompletion.days);
}
