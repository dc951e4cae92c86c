import type { Holder } from '../../domain/flow/holder.ts';
import type { HolderShares } from '../../domain/turnaround.ts';

/** Who holds the clock as lines of a file: each kind of holder, then its units. Milliseconds of office time. */
export function shareRows(
  { holders }: Pick<HolderShares, 'holders'>,
  nameOf: (holder: Holder) => string,
) {
  return holders.flatMap(({ holder, units, share, workingMs, open }) => [
    { holder: nameOf(holder), unit: '', unitName: '', share, workingMs, open },
    ...units
      .filter(({ unit }) => unit !== null)
      .map((one) => ({
        holder: nameOf(holder),
        unit: one.unit ?? '',
        unitName: one.unitName ?? '',
        share: one.share,
        workingMs: one.workingMs,
        open: one.open,
      })),
  ]);
}
