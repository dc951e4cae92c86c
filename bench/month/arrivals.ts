import {
  DAY_MS,
  type DateText,
  HOUR_MS,
  type InstantMs,
  startOfDay,
  weekdayOf,
} from '../../domain/instant.ts';
import { type Random, seededRandom } from '../../demo/random.ts';
import type { ProvinceShare } from './share.ts';

/** One dossier that will come in. */
export interface Arrival {
  provinceCode: string;
  channel: 'COUNTER' | 'PROVINCIAL_MCDT';
  at: InstantMs;
  /** Draws the person and everything that depends on chance in this dossier. */
  seed: string;
  /** Dossier code of the sending system; null at the counter. */
  externalCode: string | null;
  /** When the sending system sends the same message once more, or null. */
  againAt: InstantMs | null;
}

/** A post-weekend peak: assumed, no figures are published. */
const MONDAY_WEIGHT = 1.5;
const TWICE_SHARE = 0.05;

/** Hours of the day as [from, to) and their share of the arrivals: 60 % come from 8 to 10 (assumed). */
const COUNTER_HOURS = [
  { from: 8, to: 10, share: 0.6 },
  { from: 10, to: 11.8, share: 0.2 },
  { from: 13, to: 16.8, share: 0.2 },
];
const MCDT_HOURS = [
  { from: 8, to: 10, share: 0.6 },
  { from: 10, to: 17, share: 0.28 },
  { from: 20, to: 22, share: 0.12 },
];

/** Every dossier of a month's share with the instant it comes in, earliest first; always the same. */
export function planArrivals(
  shares: readonly ProvinceShare[],
  days: readonly DateText[],
): Arrival[] {
  const arrivals = shares.flatMap((share) => {
    const random = seededRandom(`arrivals ${share.code}`);
    const serials = new Map<DateText, number>();
    return Array.from({ length: share.received }, (_, index) => {
      return arrivalOf(share, index, days, serials, random);
    });
  });
  return arrivals.toSorted((a, b) => a.at - b.at || a.seed.localeCompare(b.seed));
}

function arrivalOf(
  { code, fromMcdt }: ProvinceShare,
  index: number,
  days: readonly DateText[],
  serials: Map<DateText, number>,
  random: Random,
): Arrival {
  const isForwarded = index < fromMcdt;
  const day = random.weighted(days, (date) => (weekdayOf(date) === 1 ? MONDAY_WEIGHT : 1));
  const hours = random.weighted(isForwarded ? MCDT_HOURS : COUNTER_HOURS, ({ share }) => share);
  const hour = hours.from + random.next() * (hours.to - hours.from);
  const at = Math.floor(startOfDay(day) + hour * HOUR_MS);
  const common = { provinceCode: code, at, seed: `${code}-${index}` };
  if (!isForwarded) return { ...common, channel: 'COUNTER', externalCode: null, againAt: null };
  const serial = (serials.get(day) ?? 0) + 1;
  serials.set(day, serial);
  const date = day.slice(2).replaceAll('-', '');
  return {
    ...common,
    channel: 'PROVINCIAL_MCDT',
    externalCode: `000.00.19.H${code}-${date}-${String(serial).padStart(4, '0')}`,
    againAt: random.chance(TWICE_SHARE) ? at + Math.floor(random.next() * DAY_MS) : null,
  };
}
