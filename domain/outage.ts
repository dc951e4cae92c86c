import * as z from 'zod';
import { HOLDERS } from './flow/holder.ts';
import { OutageForm } from './holding.ts';

/** What an outage takes from the office's people: office time in milliseconds, by who held it, and of how many cases. */
export const OutageShift = z.strictObject({
  cases: z.int(),
  holders: z.array(z.strictObject({ holder: z.enum(HOLDERS), workingMs: z.number() })),
});
export type OutageShift = z.infer<typeof OutageShift>;

/** The time to be looked at before it is noted. */
export const OutageTime = OutageForm.pick({ from: true, to: true });

/** What noting an outage would shift in the ledger, and the token that confirms exactly this. */
export const OutagePreview = OutageShift.extend({ token: z.string() });
export type OutagePreview = z.infer<typeof OutagePreview>;

/** An outage as it is noted, after its effect was seen. */
export const OutageNote = OutageForm.extend({ token: z.string().max(100) });
