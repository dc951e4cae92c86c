import { foldName } from '../foldName.ts';
import type { CodeOf } from './evidence.ts';

/** Words for kinds of places, folded (`y` as `i`), with the short forms that forms carry. */
const KINDS =
  /^(tinh|thanh pho|quan|huien|thi xa|thi tran|xa|phuong|dac khu|tp\.?|q\.|h\.|tx\.|tt\.|p\.|x\.) ?(?=\S)/u;

/** A place from the smallest part to the province, folded, without the words for the kinds. */
export type PlaceParts = readonly string[];

export function partsOf(place: string): PlaceParts {
  return place
    .split(/[,;]| [-–] /u)
    .map((part) => foldName(part).replace(KINDS, ''))
    .filter((part) => part !== '');
}

/** How two places of birth agree: all parts, the last one or one within the other, or nothing; symmetric. */
export function compareBirthPlaces(one: PlaceParts, other: PlaceParts): CodeOf<'birthPlace'> {
  if (one.join() === other.join()) return 'SAME';
  const within = one.every((part) => other.includes(part));
  const around = other.every((part) => one.includes(part));
  return within || around || one.at(-1) === other.at(-1) ? 'PART' : 'DIFFERS';
}

const NEARNESS = ['SAME', 'NEAR', 'SAME_PROVINCE', 'DIFFERS'] as const;

/** The nearest that any two residences come: the same, one district or commune, one province; symmetric. */
export function compareResidences(
  ones: readonly PlaceParts[],
  others: readonly PlaceParts[],
): CodeOf<'residence'> {
  const found = new Set(ones.flatMap((one) => others.map((other) => nearnessOf(one, other))));
  return NEARNESS.find((nearness) => found.has(nearness)) ?? 'DIFFERS';
}

function nearnessOf(parts: PlaceParts, other: PlaceParts): CodeOf<'residence'> {
  if (parts.join() === other.join()) return 'SAME';
  if (parts.at(-1) !== other.at(-1)) return 'DIFFERS';
  const [area, otherArea] = [parts.at(-2), other.at(-2)];
  return area !== undefined && area === otherArea ? 'NEAR' : 'SAME_PROVINCE';
}
