import { seededRandom } from '../random.ts';
import { DIFFERENT, SAME } from './kinds.ts';
import type { LabelledPair } from './pair.ts';

const PER_KIND = 60;

/** The labelled set: so many pairs of each kind, the same on every machine. */
export function makeLabelledPairs(): LabelledPair[] {
  const kinds = [
    ...Object.entries(SAME).map((each) => [true, ...each] as const),
    ...Object.entries(DIFFERENT).map((each) => [false, ...each] as const),
  ];
  return kinds.flatMap(([same, kind, make]) => {
    const random = seededRandom(`labelled ${kind}`);
    return Array.from({ length: PER_KIND }, () => ({ kind, same, ...make(random) }));
  });
}
