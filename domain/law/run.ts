import * as z from 'zod';
import { CaseId } from '../case.ts';
import { CalendarDate, Instant } from '../text.ts';
import { LawChange } from './draft.ts';

/** A change rehearsed on open cases, tried on history, or brought to the open cases once approved. */
const RUN_KINDS = ['REHEARSAL', 'WHAT_IF', 'REPLAN'] as const;

/** INCOMPLETE: a re-planning has cases left that could not be reached; it is taken up again by itself. */
const RUN_STATES = ['RUNNING', 'DONE', 'INCOMPLETE', 'CANCELLED', 'FAILED'] as const;

export const MOVE_SIDES = ['TO_LATE', 'TO_IN_TIME'] as const;
/** Which side of its due date a clock changes to, or null when it stays on its own. */
export type MoveSide = (typeof MOVE_SIDES)[number] | null;

/** One due date that would move. */
export const LawMove = z.strictObject({
  caseId: CaseId,
  unit: z.string(),
  unitName: z.string(),
  /** Agency whose answer the clock counts, or null. */
  asked: z.string().nullable(),
  clock: z.string(),
  from: Instant,
  to: Instant,
  /** Dates of the change that lie within the clock's time. */
  why: z.array(CalendarDate),
  side: z.enum(MOVE_SIDES).nullable(),
});
export type LawMove = z.infer<typeof LawMove>;

const RehearsalFigures = z.strictObject({
  of: z.literal('REHEARSAL'),
  cases: z.int(),
  clocks: z.int(),
  /** Clocks that would move, and the cases they belong to. */
  moved: z.int(),
  casesMoved: z.int(),
  /** Moved to before the present: late at once. */
  toLate: z.int(),
  toInTime: z.int(),
  /** Clocks outside the published calendar, which nothing can be said of. */
  unreached: z.int(),
});
export type RehearsalFigures = z.infer<typeof RehearsalFigures>;

/** What one province, unit or clock had late, and would have had. */
const Group = z.strictObject({
  key: z.string(),
  clocks: z.int(),
  moved: z.int(),
  lateBefore: z.int(),
  lateAfter: z.int(),
});

export const WhatIfFigures = z.strictObject({
  of: z.literal('WHAT_IF'),
  cases: z.int(),
  clocks: z.int(),
  moved: z.int(),
  lateBefore: z.int(),
  lateAfter: z.int(),
  toLate: z.int(),
  toInTime: z.int(),
  unreached: z.int(),
  byProvince: z.array(Group),
  /** By the unit that had the time: the asked agency for a question, else the case's owner. */
  byUnit: z.array(Group),
  byClock: z.array(Group),
  /** Due dates by week, which begins on Monday. */
  weeks: z.array(z.strictObject({ monday: CalendarDate, before: z.int(), after: z.int() })),
});
export type WhatIfFigures = z.infer<typeof WhatIfFigures>;

export const Figures = z.discriminatedUnion('of', [RehearsalFigures, WhatIfFigures]);

export const LawRun = z.strictObject({
  id: z.uuid(),
  kind: z.enum(RUN_KINDS),
  draftId: z.uuid().nullable(),
  draftRev: z.int().nullable(),
  title: z.string(),
  change: LawChange,
  /** One unit's cases, or null for the whole country. */
  unit: z.string().nullable(),
  periodFrom: CalendarDate.nullable(),
  periodTo: CalendarDate.nullable(),
  state: z.enum(RUN_STATES),
  /** Clocks looked at (cases, for a re-planning) of how many. */
  done: z.int(),
  total: z.int(),
  askedByName: z.string(),
  askedAt: Instant,
  finishedAt: Instant.nullable(),
  figures: Figures.nullable(),
});
export type LawRun = z.infer<typeof LawRun>;

export const WhatIfForm = z
  .strictObject({
    title: z.string().min(1).max(200),
    change: LawChange,
    from: CalendarDate,
    to: CalendarDate,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'ENDS_BEFORE_START' });
export type WhatIfForm = z.infer<typeof WhatIfForm>;

export const MoveQuery = z.strictObject({
  unit: z.string().max(40).optional(),
  clock: z.string().max(40).optional(),
  side: z.enum(MOVE_SIDES).optional(),
  q: z.string().max(40).optional(),
  sort: z.enum(['case', 'from', 'to']).default('to'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MoveQuery = z.infer<typeof MoveQuery>;

export const MovePage = z.strictObject({ moves: z.array(LawMove), total: z.int() });

/** A case that could not be put on the new calendar yet, with the last refusal. */
export const ReplanFailure = z.strictObject({
  caseId: CaseId,
  unit: z.string(),
  code: z.string(),
  attempts: z.int(),
  lastAt: Instant,
});

/** What an approval will do, and the token that confirms exactly this. */
export const ApprovalPreview = z.strictObject({
  token: z.string(),
  version: z.string(),
  rehearsal: LawRun,
  /** Open cases that will go over to the new version. */
  cases: z.int(),
});

/** What a change can be made on: published calendars, and terms of the rule sets. */
export const LawBasis = z.strictObject({
  calendars: z.array(
    z.strictObject({
      version: z.string(),
      from: CalendarDate,
      to: CalendarDate,
      /** Whether another version stands in for it. */
      replaced: z.boolean(),
    }),
  ),
  ruleSets: z.array(
    z.strictObject({
      id: z.string(),
      name: z.strictObject({ vi: z.string(), en: z.string() }),
      terms: z.array(
        z.strictObject({
          term: z.string(),
          amount: z.number(),
          unit: z.string(),
          citation: z.string(),
        }),
      ),
    }),
  ),
});
export type LawBasis = z.infer<typeof LawBasis>;

/** What goes with a draft when it is discarded. */
export const DiscardPreview = z.strictObject({ token: z.string(), rehearsals: z.int() });

export const Confirmation = z.strictObject({ token: z.string().max(100) });
