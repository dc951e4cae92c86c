import type * as z from 'zod';
import { RecordSubmission } from '../../domain/record.ts';
import { issueText } from '../../domain/wording/expected.ts';
import type { Language } from '../../domain/wording/refusals.ts';
import { JUDGMENT_FIELDS, PERSON_FIELDS, type RecordField } from './recordFields.ts';

type Typed = Readonly<Record<string, string | number | null | undefined | readonly unknown[]>>;

/** A record as it is being typed. */
export interface RecordDraft {
  person?: Typed;
  judgment?: Typed;
  note?: string | null;
}

export interface FieldProblem {
  path: (string | number)[];
  /** What is wrong with it and what it expects. */
  text: Record<Language, string>;
}

/** The record ready to be sent, or what is wrong with each field, in the order of the form. */
export function readRecord(
  draft: RecordDraft,
): { record: RecordSubmission } | { problems: FieldProblem[] } {
  const parsed = RecordSubmission.safeParse({
    person: {
      ...filled(PERSON_FIELDS, draft.person),
      documents: draft.person?.['documents'] ?? [],
    },
    judgment: filled(JUDGMENT_FIELDS, draft.judgment),
    note: draft.note?.trim() || null,
  });
  if (parsed.success) return { record: parsed.data };
  const problems = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const name = path.join('.');
    if (!problems.has(name)) problems.set(name, { path, text: textOfIssue(issue, draft) });
  }
  return { problems: [...problems.values()] };
}

/** Every field with a text: an empty optional one becomes null, an empty required one stays empty. */
export function filled(fields: readonly RecordField[], values: Typed = {}): Typed {
  const entries = fields.map(({ name, kind, optional }) => {
    const value = values[name];
    if (kind === 'names') return [name, value ?? []] as const;
    const text = textOf(value);
    return [name, text === '' && optional ? null : text] as const;
  });
  return Object.fromEntries(entries);
}

function textOf(value: Typed[string]): string {
  return typeof value === 'string' ? value.trim() : '';
}

function textOfIssue(issue: z.core.$ZodIssue, draft: RecordDraft): FieldProblem['text'] {
  const [area, name = ''] = issue.path.map(String);
  if (area === 'note') return issueText(issue, false);
  const values = area === 'person' ? draft.person : draft.judgment;
  return issueText(issue, isUntold(values?.[name]));
}

/** Whether nothing was typed into a field. */
export function isUntold(value: Typed[string]): boolean {
  return !Array.isArray(value) && textOf(value) === '';
}
