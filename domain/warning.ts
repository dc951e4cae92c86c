import * as z from 'zod';
import { BoardEscalations } from './board.ts';
import { CaseId } from './case.ts';

/** A rung of the escalation ladder that tells one of the reader's roles; `mine`: the reader has the case. */
const Warning = BoardEscalations.shape.escalations.element.extend({ mine: z.boolean() });

/** “No conviction on record” is drafted while so many possible matches are not decided on; `mine`: by the reader. */
const IdentityWarning = z.strictObject({ caseId: CaseId, undecided: z.int(), mine: z.boolean() });

/** What a reader is warned of now, cases on the own desk first. */
export const Warnings = z.strictObject({
  warnings: z.array(Warning),
  identity: z.array(IdentityWarning),
});
export type Warnings = z.infer<typeof Warnings>;
