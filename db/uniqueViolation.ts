import * as z from 'zod';

const Broken = z.object({ code: z.literal('23505'), constraint: z.string() });
/** What an error stands for: its cause, or what Node's emitters call so when an error is of another realm. */
const Around = z.object({ cause: z.unknown().optional(), context: z.unknown().optional() });

/**
 * The unique constraint or index that a statement broke; null for any other error. Told by PostgreSQL's own code:
 * the pool wraps it once or twice, and classes of errors differ between realms (tests run in one of their own).
 */
export function brokenUnique(error: unknown): string | null {
  const broken = Broken.safeParse(error);
  if (broken.success) return broken.data.constraint;
  const around = Around.safeParse(error);
  if (!around.success) return null;
  const inner = around.data.cause ?? around.data.context ?? null;
  return inner === null ? null : brokenUnique(inner);
}
