import * as z from 'zod';
import type { Role } from '../../../domain/role.ts';
import { send } from '../../api.ts';

export const BULK_ACTIONS = [
  'assign',
  'release',
  'check',
  'sign',
  'issue',
  'post',
  'handOver',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Which of many at once somebody with a role may do. */
const ROLES_OF: Readonly<Record<BulkAction, readonly Role[]>> = {
  assign: ['DIVISION_HEAD', 'SUPERVISOR'],
  release: [
    'ONE_STOP_OFFICER',
    'LLTP_OFFICER',
    'DIVISION_HEAD',
    'DIRECTOR',
    'SEAL_CLERK',
    'SUPERVISOR',
  ],
  check: ['DIVISION_HEAD'],
  sign: ['DIRECTOR'],
  issue: ['SEAL_CLERK'],
  post: ['ONE_STOP_OFFICER'],
  handOver: ['ONE_STOP_OFFICER'],
};

export function bulkActionsOf(roles: readonly Role[]): BulkAction[] {
  return BULK_ACTIONS.filter((action) => ROLES_OF[action].some((role) => roles.includes(role)));
}

/** The frozen set: what would be done, and what is left out and why. */
export const BulkPreview = z.object({
  token: z.string(),
  included: z.array(z.object({ caseId: z.string(), rev: z.int(), subjectName: z.string() })),
  excluded: z.array(z.object({ caseId: z.string(), code: z.string(), reason: z.string() })),
});
export type BulkPreview = z.infer<typeof BulkPreview>;

export const BulkResults = z.object({
  results: z.array(
    z.object({
      caseId: z.string(),
      ok: z.boolean(),
      code: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type BulkResults = z.infer<typeof BulkResults>;

/** First phase: nothing is changed yet. */
export function previewBulk(
  action: BulkAction,
  caseIds: readonly string[],
  to?: string,
): Promise<BulkPreview> {
  return send('POST', '/bulk/previews', { action, caseIds, ...(to && { to }) }, BulkPreview);
}

/** Second phase: exactly the previewed set; what changed in between is skipped with a reason. */
export function runBulk(token: string): Promise<BulkResults> {
  return send('POST', `/bulk/${token}`, {}, BulkResults);
}
