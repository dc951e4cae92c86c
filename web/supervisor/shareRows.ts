import type { HolderShares } from '../../domain/turnaround.ts';

/** Who holds the clock as lines of a file: each kind of holder, then its units. Milliseconds of office time. */
export function shareRows({ holders }: Pick<HolderShares, 'holders'>) {
  return holders.flatMap(({ holder, units, share, workingMs, open }) => [
    { holder, unitName: '', share, workingMs, open },
    ...units
      .filter(({ unit }) => unit !== null)
      .map((one) => ({
        holder,
        unitName: one.unitName ?? '',
        share: one.share,
        workingMs: one.workingMs,
        open: one.open,
      })),
  ]);
}
