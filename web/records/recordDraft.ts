import type * as z from 'zod';
import { RecordSubmission } from '../../domain/record.ts';
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
  /** Key of a word. */
  word: string;
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
    if (!problems.has(name)) problems.set(name, { path, word: wordOf(issue, draft) });
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

const NAMED = ['NOT_A_NAME', 'EFFECTIVE_BEFORE_JUDGMENT', 'CONTROL_CHARACTER'];

function wordOf({ path, code, message }: z.core.$ZodIssue, draft: RecordDraft): string {
  const [area, name] = path.map(String);
  const values = area === 'person' ? draft.person : draft.judgment;
  const value = area === 'note' ? draft.note : values?.[name ?? ''];
  return wordOfIssue({ path, code, message }, [...PERSON_FIELDS, ...JUDGMENT_FIELDS], value);
}

/** The word for what is wrong with a field that holds such a value. */
export function wordOfIssue(
  { path, code, message }: Pick<z.core.$ZodIssue, 'path' | 'code' | 'message'>,
  fields: readonly RecordField[],
  value: Typed[string],
): string {
  const field = fields.find(({ name }) => name === path.map(String)[1]);
  const untold = !Array.isArray(value) && textOf(value) === '';
  if (path[0] !== 'note' && untold) return 'form.problems.required';
  if (NAMED.includes(message)) return `form.problems.${message}`;
  if (code === 'too_big') return 'form.problems.tooLong';
  if (field?.kind === 'digits') return 'form.problems.personalId';
  return field?.kind === 'date' || field?.kind === 'partialDate'
    ? 'form.problems.date'
    : 'form.problems.other';
}
