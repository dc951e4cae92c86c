import * as z from 'zod';
import { ASK_REASONS } from '../flow/askReason.ts';
import { Label } from '../law/regime.ts';
import { source } from '../law/source.ts';
import { CalendarDate } from '../text.ts';
import { ProposalRule } from './proposals.ts';

/** Why units are asked, and when they need not be, as data (`data/routing/routing.json`), with sources. */
export const Routing = z.strictObject({
  reasons: z.record(z.enum(ASK_REASONS), z.strictObject({ label: Label, ...source })),
  /** A person certified since this day and found clean for the time before it is not looked up again. */
  verifiedBefore: z.strictObject({ since: CalendarDate, ...source }),
  /** For how long a unit's answer about a person may serve again. */
  askOnce: z.strictObject({ days: z.int().positive(), ...source }),
  /** Whom to ask further when an answer shows something. */
  proposals: z.array(ProposalRule),
});
export type Routing = z.infer<typeof Routing>;
