import type * as z from 'zod';
import type { ActName } from '../../domain/acts.ts';
import type { CaseEvents } from '../../domain/case.ts';
import { reasonOf } from '../pieces/actReason.ts';

type Event = z.infer<typeof CaseEvents>['events'][number];

/** The reason of the last such act; a dash when it is not shown to this reader. */
export function lastReason(events: readonly Event[], act: string): string {
  const last = events.filter((event) => event.act === act).toSorted((a, b) => b.rev - a.rev)[0];
  return (last && reasonOf(last)) ?? '–';
}

const CORRECTIONS: readonly ActName[] = ['correct', 'correctSlip'];

/** The correction that is due after a return, before anything was corrected since; otherwise none. */
export function dueCorrection(
  events: readonly Pick<Event, 'rev' | 'act'>[],
  offered: readonly { act: string }[],
): ActName | undefined {
  const revs = (acts: readonly string[]): number[] =>
    events.filter(({ act }) => acts.includes(act)).map(({ rev }) => rev);
  const returned = Math.max(0, ...revs(['returnRecord']));
  const isCorrected = Math.max(0, ...revs(CORRECTIONS)) > returned;
  if (returned === 0 || isCorrected) return undefined;
  return CORRECTIONS.find((act) => offered.some((one) => one.act === act));
}
