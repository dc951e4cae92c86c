import { HOUR_MS } from '../../domain/instant.ts';
import type { AgencyKind } from './reference.ts';

const OFFICE_DAY_MS = 8 * HOUR_MS;
const MINUTE_MS = 60_000;

/** How units of a kind work; made up, but for the norm of practice that police and court take 5 days. */
export interface Habits {
  /** Median office time to a unit's first word and to further ones. */
  firstMs: number;
  nextMs: number;
  /** Office time one paper takes: what comes faster makes a backlog. */
  handlingMs: number;
  /** Opening hours, milliseconds of the day. */
  hours: readonly (readonly [number, number])[];
  /** Share of people its files hold a judgment about. */
  recordShare: number;
  /** Share of questions it first says "not yet" to. */
  notYetShare: number;
}

const STATE_HOURS = [
  [8 * HOUR_MS, 12 * HOUR_MS],
  [13 * HOUR_MS, 17 * HOUR_MS],
] as const;

const OFFICE: Habits = {
  firstMs: 3 * OFFICE_DAY_MS,
  nextMs: 3 * OFFICE_DAY_MS,
  handlingMs: MINUTE_MS,
  hours: STATE_HOURS,
  recordShare: 0.03,
  notYetShare: 0,
};

export const HABITS: Readonly<Record<AgencyKind, Habits>> = {
  POLICE: { ...OFFICE, firstMs: 2 * OFFICE_DAY_MS, nextMs: 2 * OFFICE_DAY_MS },
  COURT: OFFICE,
  MILITARY_COURT: {
    ...OFFICE,
    firstMs: 5 * OFFICE_DAY_MS,
    handlingMs: 5 * MINUTE_MS,
    recordShare: 0.003,
    notYetShare: 0.05,
  },
  CENTRE: { ...OFFICE, firstMs: 2 * OFFICE_DAY_MS, recordShare: 0.02 },
  PROCURACY: { ...OFFICE, firstMs: 4 * OFFICE_DAY_MS, notYetShare: 0.02 },
  ENFORCEMENT: {
    ...OFFICE,
    firstMs: 4 * OFFICE_DAY_MS,
    handlingMs: 2 * MINUTE_MS,
    recordShare: 0.01,
    notYetShare: 0.03,
  },
  // Two people for everything, and the counter closes earlier.
  COMMUNE: {
    ...OFFICE,
    handlingMs: 10 * MINUTE_MS,
    hours: [
      [7.5 * HOUR_MS, 11.5 * HOUR_MS],
      [13.5 * HOUR_MS, 16.5 * HOUR_MS],
    ],
    recordShare: 0.002,
  },
  POST: { ...OFFICE, firstMs: OFFICE_DAY_MS / 2, nextMs: 2 * OFFICE_DAY_MS, recordShare: 0 },
};
