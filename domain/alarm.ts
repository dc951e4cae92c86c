import * as z from 'zod';

/**
 * What nightly checks raise alarms about. CALENDAR_HORIZON: too few months of calendar are published.
 * RULING_CONTRADICTED: an engine does not come to the date that a ruling found right.
 */
export const ALARM_KINDS = ['CALENDAR_HORIZON', 'RULING_CONTRADICTED'] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** Something an administrator has to see to: raised once, until a later check finds it mended. */
export const Alarm = z.strictObject({
  id: z.int(),
  /** One of {@link ALARM_KINDS}, or a kind of a later release. */
  kind: z.string(),
  /** What it is about, such as a calendar's version. */
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  raisedAt: z.string(),
  clearedAt: z.string().nullable(),
});
export type Alarm = z.infer<typeof Alarm>;
