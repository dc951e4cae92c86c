import type { DatabasePool } from 'slonik';
import { findWritten } from '../db/read/cases.ts';
import { readCalendarsOf } from '../db/read/lawByName.ts';
import { writeTransition } from '../db/write/transition.ts';
import type { Transition, TransitionReply, WrittenCase } from '../domain/transition.ts';
import { type CertificateDeps, createCertificatePrinter } from './certificate.ts';

/** What this room needs from outside; `workers/` supplies it. */
export interface CaseDeps extends CertificateDeps {
  pool: DatabasePool;
}

export type CaseActivities = ReturnType<typeof createCaseActivities>;

export function createCaseActivities(deps: CaseDeps) {
  const print = createCertificatePrinter(deps);
  return {
    /**
     * Write one accepted act. A repeat changes nothing (REPEATED); FORK when another act stands under
     * this revision already: then the caller goes on from {@link readCase}.
     */
    async recordTransition(transition: Transition): Promise<TransitionReply> {
      return writeTransition(deps.pool, transition);
    },

    /**
     * The case as the database has it, with what its acts asked for and nobody has done; null for no
     * case. `knownCalendar`: the version the asker judges by; on another one, the calendars come along.
     */
    async readCase(caseId: string, knownCalendar?: string): Promise<WrittenCase | null> {
      const written = await findWritten(deps.pool, caseId);
      if (written === null || knownCalendar === undefined) return written;
      if (written.state.calendarVersion === knownCalendar) return written;
      return { ...written, calendars: await readCalendarsOf(deps.pool, written.state) };
    },

    /** Print the certificate that a revision of a case issued, and keep it with its digest. Written once. */
    async printCertificate(caseId: string, rev: number): Promise<void> {
      await print(caseId, rev);
    },
  };
}
