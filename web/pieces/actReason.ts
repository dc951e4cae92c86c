import * as z from 'zod';
import type { CaseEvents } from '../../domain/case.ts';

const WithReason = z.object({ reason: z.string() });

/** The reason written with an act, when it has one and the reader may see it. */
export function reasonOf({ paper }: z.infer<typeof CaseEvents>['events'][number]): string | null {
  return WithReason.safeParse(paper).data?.reason ?? null;
}
