/** One measured number, as the report and `--json` show it. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
}

/** A figure rounded to what the measurement can bear. */
export function figure(name: string, value: number, unit: string): Figure {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return { name, value: Number(value.toFixed(digits)), unit };
}

/**
 * The value below which a share of the samples lies, by nearest rank. Throws RangeError without
 * samples or for a share outside 0 to 1.
 */
export function quantile(samples: readonly number[], share: number): number {
  if (share < 0 || share > 1) throw new RangeError(`not a share: ${share}`);
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no samples');
  return value;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** p50, p95 and p99 of milliseconds as three figures `<name>_p50_ms` and so on. */
export function latencies(name: string, samples: readonly number[]): Figure[] {
  return [50, 95, 99].map((percent) =>
    figure(`${name}_p${percent}_ms`, quantile(samples, percent / 100), 'ms'),
  );
}

/** Figures as aligned lines for people. */
export function tableOf(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, unit }) => `${name.padEnd(width)}  ${String(value).padStart(9)} ${unit}`)
    .join('\n');
}
