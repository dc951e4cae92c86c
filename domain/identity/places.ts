import { foldName } from '../foldName.ts';
import type { CodeOf } from './evidence.ts';

/** Words for kinds of places, folded (`y` as `i`), with the short forms that forms carry. */
const KINDS =
  /^(tinh|thanh pho|quan|huien|thi xa|thi tran|xa|phuong|dac khu|tp\.?|q\.|h\.|tx\.|tt\.|p\.|x\.) ?(?=\S)/u;

/** Parts of a place from the smallest to the province, folded, without the words for their kinds. */
function partsOf(place: string): string[] {
  return place
    .split(/[,;]| [-–] /u)
    .map((part) => foldName(part).replace(KINDS, ''))
    .filter((part) => part !== '');
}

/** How two places of birth agree: all parts, the last one or one within the other, or nothing; symmetric. */
export function compareBirthPlaces(one: string, other: string): CodeOf<'birthPlace'> {
  const [parts, otherParts] = [partsOf(one), partsOf(other)];
  if (parts.join() === otherParts.join()) return 'SAME';
  const within = parts.every((part) => otherParts.includes(part));
  const around = otherParts.every((part) => parts.includes(part));
  return within || around || parts.at(-1) === otherParts.at(-1) ? 'PART' : 'DIFFERS';
}

const NEARNESS = ['SAME', 'NEAR', 'SAME_PROVINCE', 'DIFFERS'] as const;

/** The nearest that any two residences come: the same, one district or commune, one province; symmetric. */
export function compareResidences(
  ones: readonly string[],
  others: readonly string[],
): CodeOf<'residence'> {
  const otherParts = others.map(partsOf);
  const found = new Set(
    ones.map(partsOf).flatMap((parts) => otherParts.map((other) => nearnessOf(parts, other))),
  );
  return NEARNESS.find((nearness) => found.has(nearness)) ?? 'DIFFERS';
}

function nearnessOf(parts: readonly string[], other: readonly string[]): CodeOf<'residence'> {
  if (parts.join() === other.join()) return 'SAME';
  if (parts.at(-1) !== other.at(-1)) return 'DIFFERS';
  const [area, otherArea] = [parts.at(-2), other.at(-2)];
  return area !== undefined && area === otherArea ? 'NEAR' : 'SAME_PROVINCE';
}
