import * as z from 'zod';
import { Instant } from './text.ts';

/** What was asked of the applicant as a supplement, and what came of it. */
export const SupplementAsked = z.strictObject({
  askedAt: Instant,
  missing: z.string(),
  /** Null while it is awaited. */
  receivedAt: Instant.nullable(),
  received: z.string().nullable(),
});
export type SupplementAsked = z.infer<typeof SupplementAsked>;
