import type { RuleSet } from './ruleSet.ts';

/** A value of a rule set with its source, found by its place, such as `terms.police`. */
export interface SourcedValue {
  path: string;
  citation: string;
  verified: boolean;
}

/** Every value of a rule set that has a source, in the order of the file; the set itself has path ''. */
export function sourcesOf(ruleSet: RuleSet): SourcedValue[] {
  return walk(ruleSet, []);
}

function walk(node: unknown, path: readonly string[]): SourcedValue[] {
  if (typeof node !== 'object' || node === null) return [];
  const { citation, verified } = node as { citation?: unknown; verified?: unknown };
  const here =
    typeof citation === 'string' && typeof verified === 'boolean'
      ? [{ path: path.join('.'), citation, verified }]
      : [];
  const below = Object.entries(node).flatMap(([key, value]) => walk(value, [...path, key]));
  return [...here, ...below];
}
