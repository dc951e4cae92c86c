import * as z from 'zod';
import { CaseId } from './case.ts';
import { CalendarDate, Instant } from './text.ts';

/** How the first engine comes to its date, with standstills in the budget; or why it has none. */
export const FirstExplanation = z.strictObject({
  amount: z.number().nullable(),
  unit: z.string().nullable(),
  error: z.string().nullable(),
  days: z.array(
    z.strictObject({
      date: CalendarDate,
      kind: z.string(),
      nature: z.string(),
      counted: z.number(),
    }),
  ),
});
export type FirstExplanation = z.infer<typeof FirstExplanation>;

/** How the second engine does, leaf by leaf; `left` counts down from the term and what is given back. */
export const SecondExplanation = z.strictObject({
  givenBack: z.number().nullable(),
  error: z.string().nullable(),
  days: z.array(
    z.strictObject({
      date: CalendarDate,
      why: z.string(),
      offices: z.string().nullable(),
      name: z.string().nullable(),
      counted: z.number(),
      left: z.number(),
      stood: z.boolean(),
    }),
  ),
});
export type SecondExplanation = z.infer<typeof SecondExplanation>;

/** A clock whose stored due date and two recounts do not agree, with both explanations side by side. */
export const DeadlineIncident = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  unit: z.string(),
  clock: z.string(),
  /** The due date that stands in the database. */
  storedAt: Instant,
  /** The engines' own; null where one has no answer. */
  firstAt: Instant.nullable(),
  secondAt: Instant.nullable(),
  firstExplanation: FirstExplanation,
  secondExplanation: SecondExplanation,
  foundAt: Instant,
  /** When a later recount found that all agree again, or the clock had stopped; null while it stands. */
  clearedAt: Instant.nullable(),
});
export type DeadlineIncident = z.infer<typeof DeadlineIncident>;

export const INCIDENT_STATES = ['open', 'cleared', 'all'] as const;

export const DeadlineIncidentQuery = z.strictObject({
  state: z.enum(INCIDENT_STATES).default('open'),
  unit: z.string().max(40).optional(),
  /** Dossier number, exactly. */
  q: z.string().max(40).optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One night's recount of all open clocks. */
export const RecountRound = z.strictObject({
  day: CalendarDate,
  clocks: z.int(),
  differences: z.int(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type RecountRound = z.infer<typeof RecountRound>;

export const DeadlineIncidents = z.strictObject({
  incidents: z.array(DeadlineIncident),
  next: z.string().nullable(),
  /** The latest round over the whole country; null when there was none yet. */
  round: RecountRound.nullable(),
});
