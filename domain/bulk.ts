import * as z from 'zod';
import { CaseId } from './case.ts';
import { REFUSALS, type RefusalCode } from './refusal.ts';
import { line } from './text.ts';

/** What may be done to many cases at once; each is an act or a change of desk. */
export const BULK_ACTIONS = [
  'assign',
  'release',
  'check',
  'sign',
  'issue',
  'post',
  'send',
  'receive',
  'updateOfficially',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

const code = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

export const BulkQuestion = z.strictObject({
  action: z.enum(BULK_ACTIONS),
  caseIds: z.array(CaseId).min(1).max(200),
  to: z.uuid().optional(),
});

/** Exactly what will be touched, and what will not, with the reason. */
export const BulkPreview = z.strictObject({
  token: z.uuid(),
  included: z.array(z.strictObject({ caseId: CaseId, rev: z.int(), subjectName: z.string() })),
  excluded: z.array(z.strictObject({ caseId: z.string(), code, reason: z.string() })),
});

export const BulkResult = z.strictObject({
  results: z.array(
    z.strictObject({
      caseId: CaseId,
      ok: z.boolean(),
      code: code.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export const SavedFilter = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
});

export const FilterToSave = z.strictObject({
  name: line(60),
  query: z.string().max(500),
  shared: z.boolean(),
});
