import { issueText } from '../../domain/wording/expected.ts';
import { isJudgment, type InformationKind } from '../../domain/supply/kinds.ts';
import { SuppliedInformation } from '../../domain/supply/information.ts';
import { type FieldProblem, filled, type RecordDraft } from '../records/recordDraft.ts';
import { JUDGMENT_FIELDS, PERSON_FIELDS } from '../records/recordFields.ts';

/** Fields of a judgment that its paper does not say of itself. */
export const CONTENT_FIELDS = JUDGMENT_FIELDS.filter(
  ({ name }) => !['number', 'date', 'effectiveDate', 'court'].includes(name),
);

/** Information as it is being typed. */
export interface SupplyDraft extends RecordDraft {
  supplier?: { kind?: string; name?: string };
  kind?: InformationKind;
  number?: string;
  date?: string | null;
  effectiveDate?: string | null;
  issuedBy?: string;
  arrivedOn?: string | null;
  content?: string | null;
  channel?: 'PAPER' | 'MESSAGE';
}

/** The information ready to be sent, or what is wrong with each field, in the order of the form. */
export function readSupply(
  draft: SupplyDraft,
): { supply: SuppliedInformation } | { problems: FieldProblem[] } {
  const { kind, number, date, effectiveDate, issuedBy, arrivedOn, supplier } = draft;
  const judged = kind !== undefined && isJudgment(kind);
  const parsed = SuppliedInformation.safeParse({
    supplier: { kind: supplier?.kind, name: supplier?.name?.trim() ?? '', unit: null },
    kind,
    number: number?.trim() ?? '',
    date: date ?? '',
    effectiveDate: effectiveDate || null,
    issuedBy: issuedBy?.trim() ?? '',
    arrivedOn: arrivedOn ?? '',
    person: {
      ...filled(PERSON_FIELDS, draft.person),
      documents: draft.person?.['documents'] ?? [],
    },
    judgment: judged ? filled(CONTENT_FIELDS, draft.judgment) : null,
    content: judged ? null : draft.content?.trim() || null,
    note: draft.note?.trim() || null,
  });
  if (parsed.success) return { supply: parsed.data };
  const problems = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const at = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const name = at.join('.');
    if (!problems.has(name)) {
      problems.set(name, { path: at, text: issueText(issue, valueAt(draft, name) === '') });
    }
  }
  return { problems: [...problems.values()] };
}

function valueAt(draft: SupplyDraft, name: string): string {
  let value: unknown = draft;
  for (const step of name.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }
  return typeof value === 'string'
    ? value.trim()
    : value === undefined || value === null
      ? ''
      : '…';
}
