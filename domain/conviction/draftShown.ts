import * as z from 'zod';
import { DraftEntry } from '../acts.ts';
import { KnownBan } from '../record/ban.ts';
import { BanContent } from '../record/file.ts';
import { Evaluation } from './evaluation.ts';

/** The draft of a certificate as who checks and signs it sees it. */
export const DraftShown = z.strictObject({
  reasoning: z.string(),
  entries: z.array(DraftEntry),
  /** What the rules made of the judgments when it was drafted. */
  evaluation: Evaluation.nullable(),
  bans: z.array(BanContent),
  /** Bans that ran in the person's records when it was drafted. */
  knownBans: z.array(KnownBan),
  /** Why they are not all stated as the records say them. */
  banDeviation: z.string().nullable(),
});
