import * as z from 'zod';
import { CaseId } from '../caseId.ts';
import { RecordNumber } from '../record.ts';
import { CalendarDate, line, prose } from '../text.ts';
import { ListedOffence, OffenceCode } from './offence.ts';

/** Words of a judgment for which the catalogue has no code, as a department asks about them (CV 277/TTLLTPQG-CSDL). */
export const CodeRequestSubmission = z.strictObject({
  /** The offence as the judgment names it. */
  offence: line(250),
  provision: line(120),
  judgmentNumber: line(60),
  judgmentDate: CalendarDate,
  court: line(150),
  /** The record that waits for the code, if there is one. */
  recordNumber: RecordNumber.nullable(),
  note: prose(1000).nullable(),
});
export type CodeRequestSubmission = z.infer<typeof CodeRequestSubmission>;

export const CodeRequestBody = z.strictObject({ request: CodeRequestSubmission });
export const CodeRequested = z.strictObject({ caseId: CaseId });

/** What the Centre's reviewer proposes: an entry of the next release, or one the catalogue already has. */
export const ProposedEntry = z.strictObject({ entry: ListedOffence, reason: prose(2000) });
export type ProposedEntry = z.infer<typeof ProposedEntry>;

/** A request as its page shows it, beside the case itself. */
export const CodeRequestShown = z.strictObject({
  request: CodeRequestSubmission,
  proposal: z
    .strictObject({
      kind: z.enum(['NEW', 'EXISTING']),
      code: OffenceCode,
      /** The entry as proposed, or as the catalogue in force has it. */
      entry: ListedOffence.nullable(),
      reason: z.string(),
    })
    .nullable(),
  /** Version of the catalogue that brought the new code; null before, and for a code that was there. */
  releasedIn: z.int().nullable(),
});
export type CodeRequestShown = z.infer<typeof CodeRequestShown>;
