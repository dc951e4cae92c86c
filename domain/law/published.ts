import * as z from 'zod';
import { Alarm } from '../alarm.ts';
import { CalendarOverlay } from './overlay.ts';
import { RuleSet } from './ruleSet.ts';

/** A rule set in a list: what it is called, when it holds, and how much of it still needs a lawyer. */
export const RuleSetLine = z.strictObject({
  id: RuleSet.shape.id,
  name: RuleSet.shape.name,
  validFrom: RuleSet.shape.validFrom,
  validTo: RuleSet.shape.validTo,
  citation: RuleSet.shape.citation,
  verified: z.boolean(),
  /** Whether it is the one for dossiers accepted today. */
  inForce: z.boolean(),
  /** Values with a source, and those of them that nobody has verified. */
  values: z.int(),
  unverified: z.int(),
});
export type RuleSetLine = z.infer<typeof RuleSetLine>;

export const RuleSetList = z.strictObject({ ruleSets: z.array(RuleSetLine) });

/** A national calendar in a list, and how far it reaches from today. */
export const CalendarLine = z.strictObject({
  version: z.string(),
  publishedAt: z.string(),
  from: z.string(),
  to: z.string(),
  confirmedTo: z.string(),
  monthsLeft: z.int(),
  /** Fewer months than a case may need. */
  short: z.boolean(),
  days: z.int(),
  forecastDays: z.int(),
});
export type CalendarLine = z.infer<typeof CalendarLine>;

export const CalendarList = z.strictObject({
  calendars: z.array(CalendarLine),
  /** What single units have beside the national calendar, the newest version of each. */
  overlays: z.array(CalendarOverlay),
});

export const AlarmList = z.strictObject({ alarms: z.array(Alarm) });
