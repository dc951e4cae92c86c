import * as z from 'zod';

const Broken = z.object({ code: z.literal('23505'), constraint: z.string() });
const Wrapped = z.object({ cause: z.unknown() });

/**
 * The unique constraint or index that a statement broke; null for any other error. Told by PostgreSQL's own code,
 * which the pool wraps: classes of errors are not the same ones wherever a module is loaded twice.
 */
export function brokenUnique(error: unknown): string | null {
  const broken = Broken.safeParse(error);
  if (broken.success) return broken.data.constraint;
  const wrapped = Wrapped.safeParse(error);
  return wrapped.success && wrapped.data.cause != null ? brokenUnique(wrapped.data.cause) : null;
}
