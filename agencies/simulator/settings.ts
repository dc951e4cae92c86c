import * as z from 'zod';
import { ConvictionEntry, POST_EVENTS } from '../../domain/agencyMessage.ts';
import { VERIFICATION_OUTCOMES } from '../../domain/flow/verification.ts';
import { CalendarDate, Instant } from '../../domain/text.ts';

/** What can be made to go wrong at a unit; all off in ordinary work. */
export const Faults = z.strictObject({
  /** Every message is sent twice, word for word. */
  duplicateAnswers: z.boolean(),
  /** A message waits until the unit's next one has gone out; switching off lets it go. */
  reorder: z.boolean(),
  /** The answer comes one business hour after the request's due date. */
  lateAnswer: z.boolean(),
  /** A properly signed answer of another unit that was never asked comes first. */
  wrongAgency: z.boolean(),
  /** A message that names this unit but is signed with another unit's key comes first. */
  wrongKey: z.boolean(),
  /** An answer to a request that nobody made comes first. */
  unknownRequest: z.boolean(),
  /** A signed message that breaks the contract comes first. */
  malformed: z.boolean(),
  /** The first acknowledgement of each message is lost: the connection breaks after it was taken. */
  dropAck: z.boolean(),
  /** A second answer with another outcome follows, without naming the first as replaced. */
  answerTwiceDifferently: z.boolean(),
  /** A copy whose signature expired long ago comes first. */
  expired: z.boolean(),
  /** A copy that was altered after it was signed comes first. */
  forged: z.boolean(),
  /** A copy without a signature comes first. */
  unsigned: z.boolean(),
  /** A message longer than any that is taken comes first. */
  oversized: z.boolean(),
  /** Half a message, as a broken line leaves it, comes first. */
  garbled: z.boolean(),
  /** Somebody who listened sends the very bytes of the true message again. */
  replayed: z.boolean(),
  /** An answer to a question that was put to another unit comes first. */
  foreignRequest: z.boolean(),
  /** Only what the other faults make is sent; the true message never goes out. */
  faultyOnly: z.boolean(),
  /** The unit's door refuses every message for good. */
  refuses: z.boolean(),
  /** Acknowledgements take this many real milliseconds longer. */
  slowMs: z.int().min(0).max(120_000),
});
export type Faults = z.infer<typeof Faults>;

export const NO_FAULTS: Faults = {
  duplicateAnswers: false,
  reorder: false,
  lateAnswer: false,
  wrongAgency: false,
  wrongKey: false,
  unknownRequest: false,
  malformed: false,
  dropAck: false,
  answerTwiceDifferently: false,
  expired: false,
  forged: false,
  unsigned: false,
  oversized: false,
  garbled: false,
  replayed: false,
  foreignRequest: false,
  faultyOnly: false,
  refuses: false,
  slowMs: 0,
};

/** How long a unit takes: exactly so long in real or business time, or drawn as offices work. */
export const Delay = z.union([
  z.strictObject({ realMs: z.number().min(0) }),
  z.strictObject({ businessMs: z.number().min(0) }),
  z.literal('drawn'),
]);
export type Delay = z.infer<typeof Delay>;

/** What somebody at the controls wants said; what is left out is filled in plausibly. */
export const Wish = z.strictObject({
  outcome: z.enum([...VERIFICATION_OUTCOMES, ...POST_EVENTS]),
  entries: z.array(ConvictionEntry).max(30).optional(),
  needed: z.string().optional(),
  reason: z.string().optional(),
  expectedAt: CalendarDate.optional(),
});
export type Wish = z.infer<typeof Wish>;

export const Mode = z.enum(['automatic', 'manual']);

/** Off, on until switched off, or on until a business instant. */
const Outage = z.union([z.boolean(), z.strictObject({ untilBusiness: Instant })]);

export const UnitSettings = z.strictObject({
  /** `manual`: a person answers on our liaison desk, the unit's own system only acknowledges. */
  mode: Mode,
  delay: Delay,
  outage: Outage,
  faults: Faults,
  /** What the next request will be told; used once. */
  nextOutcome: Wish.nullable(),
});
export type UnitSettings = z.infer<typeof UnitSettings>;

/** Body of `PUT /control/units/{unit}`; what is left out stays, faults one by one. */
export const SettingsChange = z
  .strictObject({
    mode: Mode,
    delayMs: z.number().min(0),
    delayBusinessMs: z.number().min(0),
    delayDrawn: z.literal(true),
    outage: Outage,
    faults: Faults.partial(),
    nextOutcome: z.union([Wish, Wish.shape.outcome]).nullable(),
  })
  .partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** The settings after a change. */
export function changed(settings: UnitSettings, change: SettingsChange): UnitSettings {
  const { mode, outage, faults, nextOutcome } = change;
  const wish = typeof nextOutcome === 'string' ? { outcome: nextOutcome } : nextOutcome;
  return {
    mode: mode ?? settings.mode,
    delay: delayIn(change) ?? settings.delay,
    outage: outage ?? settings.outage,
    faults: { ...settings.faults, ...faults },
    nextOutcome: wish === undefined ? settings.nextOutcome : wish,
  };
}

function delayIn({ delayMs, delayBusinessMs, delayDrawn }: SettingsChange): Delay | null {
  if (delayMs !== undefined) return { realMs: delayMs };
  if (delayBusinessMs !== undefined) return { businessMs: delayBusinessMs };
  return delayDrawn ? 'drawn' : null;
}

/** When a unit can be reached again, business milliseconds: null now, Infinity when switched back. */
export function outUntil({ outage }: UnitSettings, nowMs: number): number | null {
  if (outage === false) return null;
  if (outage === true) return Number.POSITIVE_INFINITY;
  const until = Date.parse(outage.untilBusiness);
  return until > nowMs ? until : null;
}
