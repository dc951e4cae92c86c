import { SlipSubmission } from '../../domain/exchange/slip.ts';
import { type FieldProblem, filled, wordOfIssue } from './recordDraft.ts';
import { JUDGMENT_FIELDS, type RecordField } from './recordFields.ts';

/** A document of execution on a slip, in the order of the form; its content follows as prose. */
export const DOCUMENT_FIELDS: readonly RecordField[] = [
  { name: 'type', kind: 'line', max: 150 },
  { name: 'number', kind: 'line', max: 60 },
  { name: 'date', kind: 'date', max: 10 },
  { name: 'issuedBy', kind: 'line', max: 150 },
];

/** What a slip adds. */
export const SLIP_KINDS = ['document', 'judgment'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

type Typed = Readonly<Record<string, string | null | undefined>>;

/** A slip as it is being typed. */
export interface SlipDraft {
  kind?: SlipKind;
  judgment?: Typed | null;
  document?: Typed | null;
}

/** The slip ready to be sent, or what is wrong with each field, in the order of the form. */
export function readSlip(
  draft: SlipDraft,
): { slip: SlipSubmission } | { problems: FieldProblem[] } {
  const kind = draft.kind ?? 'document';
  const content = draft.document?.['content']?.trim() ?? '';
  const parsed = SlipSubmission.safeParse({
    judgment: kind === 'judgment' ? filled(JUDGMENT_FIELDS, draft.judgment ?? {}) : null,
    document:
      kind === 'document' ? { ...filled(DOCUMENT_FIELDS, draft.document ?? {}), content } : null,
  });
  if (parsed.success) return { slip: parsed.data };
  const fields = kind === 'judgment' ? JUDGMENT_FIELDS : DOCUMENT_FIELDS;
  const problems = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String);
    const name = path.join('.');
    const value = draft[kind]?.[path[1] ?? ''];
    if (!problems.has(name)) problems.set(name, { path, word: wordOfIssue(issue, fields, value) });
  }
  return { problems: [...problems.values()] };
}
