import * as z from 'zod';
import { CaseId } from './case.ts';
import { CERTIFICATE_TYPES, CONCLUSIONS } from './flow/applicationState.ts';
import { REFUSALS, type RefusalCode } from './refusal.ts';
import { line } from './text.ts';

/** What may be done to many cases at once; each is an act, a change of desk, or the paper of its step on print. */
export const BULK_ACTIONS = [
  'assign',
  'release',
  'check',
  'sign',
  'issue',
  'post',
  'handOver',
  'print',
  'send',
  'receive',
  'updateOfficially',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Cases whose papers are printed in one go. */
export const PRINTED_AT_MOST = 50;

/** Papers a case's step may call for: the certificate once it is issued, the receipt before. */
export const BULK_PAPERS = ['CERTIFICATE', 'RECEIPT'] as const;
export type BulkPaper = (typeof BULK_PAPERS)[number];

const code = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

export const BulkQuestion = z.strictObject({
  action: z.enum(BULK_ACTIONS),
  caseIds: z.array(CaseId).min(1).max(200),
  to: z.uuid().optional(),
});

/** What a certificate that is initialled or signed says, so that nobody signs a name alone. */
export const BulkCertificate = z.strictObject({
  type: z.enum(CERTIFICATE_TYPES),
  conclusion: z.enum(CONCLUSIONS),
  /** Judgments and bans that the certificate lists, as it will be printed. */
  judgments: z.int(),
  bans: z.int(),
});
export type BulkCertificate = z.infer<typeof BulkCertificate>;

/** Exactly what will be touched, and what will not, with the reason. */
export const BulkPreview = z.strictObject({
  token: z.uuid(),
  included: z.array(
    z.strictObject({
      caseId: CaseId,
      rev: z.int(),
      /** Null for who may not know whom the case is about. */
      subjectName: z.string().nullable(),
      /** Who is noted as having received the certificate, where cases are handed over. */
      receivedBy: z.string().nullable(),
      /** What it says, where certificates are initialled or signed. */
      certificate: BulkCertificate.nullable(),
      /** What is printed of it, where papers are. */
      paper: z.enum(BULK_PAPERS).nullable(),
    }),
  ),
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
