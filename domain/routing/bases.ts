import * as z from 'zod';
import { VERIFICATION_KINDS } from '../flow/verification.ts';
import { source } from '../law/source.ts';
import { line } from '../text.ts';

/** Under which provisions units of a kind are asked, as text that fits on a slip. */
export const LegalBasis = z.strictObject({ ...source, citation: line(300) });

/** The provision of each kind of question (`data/routing/bases.json`); stands on slip, packet and desk. */
export const LegalBases = z.record(z.enum(VERIFICATION_KINDS), LegalBasis);
export type LegalBases = z.infer<typeof LegalBases>;
