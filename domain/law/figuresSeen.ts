import { isTelling } from '../sight.ts';
import type { Figures, WhatIfFigures } from './run.ts';
import type * as z from 'zod';

type Group = WhatIfFigures['byUnit'][number];

/** The line of all courts together. */
export const COURTS = 'COURT';
/** The line of questions to agencies of every kind. */
export const QUESTIONS = 'verification';
/** Fewer clocks that tell of convictions than this might tell of a case one knows: they get no line. */
const FEWEST_TOLD = 10;

export interface FiguresSight {
  /** The unit whose cases were tried, or null for the whole country. */
  owner: string | null;
  isCourt: (unit: string) => boolean;
}

/**
 * Figures as they are shown to readers who may not know of convictions: courts in one line, and where
 * few clocks tell of any, none for them: their time is counted with the unit that asked, with the
 * questions to other agencies, and with the case's own term.
 */
export function figuresSeen(
  figures: z.infer<typeof Figures>,
  { owner, isCourt }: FiguresSight,
): z.infer<typeof Figures> {
  if (figures.of === 'REHEARSAL') return figures;
  const telling = figures.byClock.filter(({ key }) => isTelling(key));
  const few = telling.reduce((sum, { clocks }) => sum + clocks, 0) < FEWEST_TOLD;
  const courtsAre = few && owner !== null ? owner : COURTS;
  return {
    ...figures,
    byUnit: merged(figures.byUnit, (unit) => (isCourt(unit) ? courtsAre : unit)),
    byClock: few ? merged(figures.byClock, tellingNothing) : figures.byClock,
  };
}

function tellingNothing(clock: string): string {
  if (clock.startsWith('verification:')) return QUESTIONS;
  return isTelling(clock) ? 'total' : clock;
}

/** Lines under other keys, those that come together added up; the order stays. */
function merged(groups: readonly Group[], keyOf: (key: string) => string): Group[] {
  const lines = new Map<string, Group>();
  for (const group of groups) {
    const key = keyOf(group.key);
    const line = lines.get(key) ?? { key, clocks: 0, moved: 0, lateBefore: 0, lateAfter: 0 };
    lines.set(key, {
      key,
      clocks: line.clocks + group.clocks,
      moved: line.moved + group.moved,
      lateBefore: line.lateBefore + group.lateBefore,
      lateAfter: line.lateAfter + group.lateAfter,
    });
  }
  return [...lines.values()];
}
