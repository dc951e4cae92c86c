import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Transition, TransitionReply } from '../../domain/transition.ts';
import { sql } from '../sql.ts';

const Reply = z.object({
  reply: z.object({
    outcome: z.enum(['WRITTEN', 'REPEATED', 'CLAIMED_BY_OTHER', 'FORK']),
    certificateNumber: z.string().nullable(),
  }),
});

/**
 * Write one transition: event, case row, clocks, messages, register and claim, all or nothing.
 *
 * A repeat of the same transition changes nothing and answers REPEATED with the same number; FORK
 * means that another act stands under this revision (a fault: somebody must look).
 */
export async function writeTransition(
  db: CommonQueryMethods,
  { state, ...rest }: Transition,
): Promise<TransitionReply> {
  const document = JSON.stringify({ case: state, ...rest });
  return db.oneFirst(
    sql.prepared('apply_transition', Reply)`SELECT apply_transition(${document}::jsonb) AS reply`,
  );
}
