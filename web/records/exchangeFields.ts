import type * as z from 'zod';
import { SlipContent, SlipSubmission } from '../../domain/exchange/slip.ts';
import { fieldText, issueText } from '../../domain/wording/expected.ts';
import { type FieldProblem, filled, isUntold } from './recordDraft.ts';
import { JUDGMENT_FIELDS, type RecordField } from './recordFields.ts';

/** A document of execution on a slip, in the order of the form; its content follows as prose. */
export const DOCUMENT_FIELDS: readonly RecordField[] = [
  { name: 'type', kind: 'line', max: 150 },
  { name: 'number', kind: 'line', max: 60 },
  { name: 'date', kind: 'date', max: 10 },
  { name: 'issuedBy', kind: 'line', max: 150 },
];

/** What a slip adds; only from its paper is an approved change typed. */
export const SLIP_KINDS = ['document', 'judgment', 'amendment'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

type Typed = Readonly<Record<string, string | number | null | undefined>>;

/** A slip as it is being typed. */
export interface SlipDraft {
  kind?: SlipKind;
  judgment?: Typed | null;
  document?: Typed | null;
  amendment?: { kind?: string; changes?: readonly TypedChange[] } | null;
}

/** A changed field as the paper names it: `person.fullName`, or with the number of a judgment or ban. */
export interface TypedChange {
  field?: string;
  ref?: number | null;
  before?: string;
  after?: string;
}

/** The slip ready to be sent, or what is wrong with each field, in the order of the form. */
export function readSlip(draft: SlipDraft): { slip: SlipContent } | { problems: FieldProblem[] } {
  const kind = draft.kind ?? 'document';
  if (kind === 'amendment') return readAmendment(draft.amendment ?? {});
  const parsed = SlipSubmission.safeParse({
    judgment: kind === 'judgment' ? filled(JUDGMENT_FIELDS, draft.judgment ?? {}) : null,
    document: kind === 'document' ? documentOf(draft.document ?? {}) : null,
  });
  if (parsed.success) return { slip: { ...parsed.data, amendment: null } };
  const problems = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String);
    const name = path.join('.');
    const value = draft[kind]?.[path[1] ?? ''];
    if (!problems.has(name)) problems.set(name, { path, text: issueText(issue, isUntold(value)) });
  }
  return { problems: [...problems.values()] };
}

function documentOf(draft: Typed): object {
  return {
    ...filled(DOCUMENT_FIELDS, draft),
    content: String(draft['content'] ?? '').trim(),
    ref: draft['ref'] ?? 1,
    kind: draft['kind'] ?? 'OTHER',
  };
}

function readAmendment({
  kind,
  changes = [],
}: NonNullable<SlipDraft['amendment']>): ReturnType<typeof readSlip> {
  const parsed = SlipContent.safeParse({
    judgment: null,
    document: null,
    amendment: { kind, changes: changes.map(changeOf) },
  });
  if (parsed.success) return { slip: parsed.data };
  return { problems: parsed.error.issues.map(problemOf) };
}

function changeOf({ field = '', ref = null, before = '', after = '' }: TypedChange): object {
  const [place, name = place] = field.split('.');
  return { place, ref, field: name, before: before.trim() || null, after: after.trim() || null };
}

function problemOf({ path }: z.core.$ZodIssue): FieldProblem {
  const [area, part, row] = path.map((step) => (typeof step === 'number' ? step : String(step)));
  const place = typeof row === 'number' ? [part ?? '', row, 'field'] : [part ?? ''];
  return { path: [area ?? '', ...place], text: fieldText('REQUIRED') };
}
