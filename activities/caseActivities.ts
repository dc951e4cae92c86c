import { ApplicationFailure } from '@temporalio/activity';
import type { DatabasePool } from 'slonik';
import { writeTransition } from '../db/write/transition.ts';
import type { Transition, TransitionReply } from '../domain/transition.ts';
import { type CertificateDeps, printCertificateOf } from './certificate.ts';

/** What this room needs from outside; `workers/` supplies it. */
export interface CaseDeps extends CertificateDeps {
  pool: DatabasePool;
}

export type CaseActivities = ReturnType<typeof createCaseActivities>;

export function createCaseActivities(deps: CaseDeps) {
  return {
    /** Write one accepted act. A repeat changes nothing; two acts under one revision are a fault. */
    async recordTransition(transition: Transition): Promise<TransitionReply> {
      const reply = await writeTransition(deps.pool, transition);
      if (reply.outcome === 'FORK') {
        const { caseId, rev } = transition.state;
        throw ApplicationFailure.nonRetryable(`${caseId} has another revision ${rev}`, 'FAULT');
      }
      return reply;
    },

    /** Print the certificate that a revision of a case issued, and keep it with its digest. Written once. */
    async printCertificate(caseId: string, rev: number): Promise<void> {
      await printCertificateOf(deps, caseId, rev);
    },
  };
}
