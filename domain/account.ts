import * as z from 'zod';
import { ROLES } from './role.ts';

export const AccountId = z.uuid();

/** An account as replies show it; the password hash never leaves `db`. */
export const Account = z.strictObject({
  id: AccountId,
  username: z.string().regex(/^[a-z0-9.]{3,40}$/),
  displayName: z.string(),
  title: z.string(),
  roles: z.array(z.enum(ROLES)),
  unit: z.string(),
  unitName: z.string(),
  provinceCode: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

export const SignIn = z.strictObject({
  username: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
});

/** Who is signed in, the token that changing requests must carry, and the clock all dates follow. */
export const Session = z.strictObject({
  account: Account,
  csrfToken: z.string(),
});
export type Session = z.infer<typeof Session>;

/** Facts every page needs before anybody signed in. */
export const Facts = z.strictObject({
  demonstration: z.boolean(),
  /** Business time now, and how many times faster than real time it runs. */
  businessNow: z.string(),
  speed: z.number(),
  ruleSetId: z.string(),
  /** Demonstration accounts by role, with the one password they share; null outside demonstrations. */
  demoAccounts: z
    .array(
      z.strictObject({
        username: z.string(),
        displayName: z.string(),
        title: z.string(),
        roles: z.array(z.enum(ROLES)),
        unitName: z.string(),
      }),
    )
    .nullable(),
  demoPassword: z.string().nullable(),
});
export type Facts = z.infer<typeof Facts>;

export const UNIT_KINDS = [
  'STP',
  'POLICE',
  'COURT',
  'MILITARY_COURT',
  'PROCURACY',
  'ENFORCEMENT',
  'COMMUNE',
  'POST',
  'CENTRE',
  'INTEGRATION',
] as const;

/** An agency or unit of one, valid in the demonstration's period. */
export const Unit = z.strictObject({
  code: z.string(),
  kind: z.enum(UNIT_KINDS),
  name: z.string(),
  provinceCode: z.string().nullable(),
  /** Letters used in numbers of this unit; demonstration data, not official. */
  prefix: z.string().nullable(),
});
export type Unit = z.infer<typeof Unit>;
