import { expect, test } from '@jest/globals';
import { sourcesOf } from '../../domain/law/sources.ts';
import { ruleSections, type Say } from '../../web/admin/ruleRows.ts';
import { admin } from '../../web/words/admin.ts';
import { codes } from '../../domain/wording/codes.ts';
import { shared } from '../../web/words/shared.ts';
import { RULE_SETS, shippedRules } from '../support/ruleSets.ts';

/** Says nothing that has no words: a missing one fails the test. */
const say: Say = {
  word(key, values = {}) {
    const words: Record<string, unknown> = { ...shared.en, ...admin.en };
    const text = words[key] ?? words[`${key}_other`];
    if (typeof text !== 'string') throw new Error(`no word for ${key}`);
    return text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      if (values[name] === undefined) throw new Error(`${key} is not told its ${name}`);
      return String(values[name]);
    });
  },
  label: ({ en }) => en,
  code(group, code) {
    const named = codes[group] as Record<string, readonly string[]>;
    const text = named[code]?.[1];
    if (text === undefined) throw new Error(`no name for ${group} ${code}`);
    return text;
  },
};

test.each(RULE_SETS.map((rules) => [rules.id, rules] as const))(
  'every value of rule set %s that has a source stands on the page with it',
  (_, rules) => {
    const shown = ruleSections(rules, say).flatMap(({ rows }) => rows);
    expect(new Set(shown.map(({ path }) => path)).size).toBe(shown.length);
    for (const { path, citation, verified } of sourcesOf(rules)) {
      // The set itself stands at the head of the page, the texts under what they say.
      if (path === '') continue;
      const row = shown.find((each) => each.path === path || each.path.startsWith(`${path}.`));
      expect([path, row?.citation, row?.verified]).toEqual([path, citation, verified]);
    }
  },
);

test('every section has a name in both languages', () => {
  for (const rules of RULE_SETS) {
    for (const { key } of ruleSections(rules, say)) {
      expect(admin.vi).toHaveProperty([`section.${key}`]);
      expect(admin.en).toHaveProperty([`section.${key}`]);
    }
  }
});

test('amounts are said as the law says them', () => {
  const rows = ruleSections(shippedRules('D'), say).flatMap((section) => section.rows);
  const valueOf = (path: string) => rows.find((row) => row.path === path)?.value;
  expect(valueOf('terms.totalSimple')).toBe('5 working days');
  expect(valueOf('terms.totalUrgent')).toBe('24 hours');
  expect(valueOf('minimumAge')).toBe('16 years');
  expect(valueOf('parentAsksNo2')).toBe('of any age');
  const before = ruleSections(shippedRules('C'), say).flatMap((section) => section.rows);
  expect(before.find(({ path }) => path === 'parentAsksNo2')?.value).toBe('under 18 years');
});
