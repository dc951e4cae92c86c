import * as z from 'zod';
import { source } from './source.ts';

/** How records travel to the National Centre; absent where they travel electronically only. */
export const Exchange = z.strictObject({
  /** Days on which what is sent goes by post as well; `until` null: until other rules come. */
  paper: z.strictObject({ from: z.iso.date(), until: z.iso.date().nullable(), ...source }),
});
