import { readdirSync, readFileSync } from 'node:fs';
import { RuleSet } from '../../domain/law/ruleSet.ts';

const folder = new URL('../../data/rule-sets/', import.meta.url);

/** The rule sets that ship, the earliest first. */
export const RULE_SETS: readonly RuleSet[] = readdirSync(folder)
  .toSorted()
  .map((name) => RuleSet.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

/** A rule set that ships, by its id; throws when there is none. */
export function shippedRules(id: string): RuleSet {
  const found = RULE_SETS.find((ruleSet) => ruleSet.id === id);
  if (found === undefined) throw new Error(`no rule set ${id} ships`);
  return found;
}
