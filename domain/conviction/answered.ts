import type { ConvictionEntry } from '../agencyMessage.ts';

/** An answer of an agency, as far as it brings judgments. */
export interface Answered {
  inForce: boolean;
  entries: readonly ConvictionEntry[];
}

/**
 * The judgments that answers in force tell of, each once, by number and date: as told with details
 * where anybody told them so, otherwise as told last.
 */
export function answeredEntries(answers: readonly Answered[]): ConvictionEntry[] {
  const told = new Map<string, ConvictionEntry>();
  for (const entry of answers.filter(({ inForce }) => inForce).flatMap(({ entries }) => entries)) {
    const key = `${entry.judgmentNumber} ${entry.judgmentDate}`;
    const kept = told.get(key);
    if (kept?.details === undefined || entry.details !== undefined) told.set(key, entry);
  }
  return [...told.values()].toSorted((a, b) => (a.judgmentDate < b.judgmentDate ? -1 : 1));
}
