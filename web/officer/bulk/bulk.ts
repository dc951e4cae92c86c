import type * as z from 'zod';
import { type BulkAction, BulkPreview, BulkResult } from '../../../domain/bulk.ts';
import { send } from '../../api.ts';

/** First phase: nothing is changed yet. */
export function previewBulk(
  action: BulkAction,
  caseIds: readonly string[],
  to?: string,
): Promise<z.infer<typeof BulkPreview>> {
  return send('POST', '/bulk/previews', { action, caseIds, ...(to && { to }) }, BulkPreview);
}

/** Second phase: exactly the previewed set; what changed in between is skipped with a reason. */
export function runBulk(token: string): Promise<z.infer<typeof BulkResult>> {
  return send('POST', `/bulk/${token}`, {}, BulkResult);
}
