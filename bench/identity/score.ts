/**
 * `npm run -s identity:score [-- --json] [-- --findings]`: recall and precision of the comparison on
 * the labelled set, by kind of pair; `--findings` adds how often each finding was made.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromCsv } from '../../demo/labelled/pair.ts';
import { measure, type Measure } from './measure.ts';
import { identityWeights } from '../../api/identityWeights.ts';

const PAIRS = join(import.meta.dirname, '..', '..', 'data', 'identity', 'labelled.csv');
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    findings: { type: 'boolean', default: false },
  },
});

const weights = await identityWeights();
const pairs = fromCsv(await readFile(PAIRS, 'utf8'));
const measured = measure(pairs, weights);
if (values.json) console.log(JSON.stringify({ weights: weights.version, ...measured }));
else console.log(linesOf(measured).join('\n'));

function linesOf({ kinds, findings, ...totals }: Measure): string[] {
  const rows = kinds.map(({ kind, same, counts }) => [
    `${kind.padEnd(34)} ${same ? 'one person ' : 'two persons'}`,
    ...Object.values(counts).map((count) => String(count).padStart(9)),
  ]);
  return [
    `weights ${weights.version}, ${totals.pairs} pairs`,
    `recall ${percent(totals.recall)}, precision ${percent(totals.precision)} (POSSIBLE or CERTAIN)`,
    `recall ${percent(totals.certainRecall)}, precision ${percent(totals.certainPrecision)} (CERTAIN)`,
    '',
    `${''.padEnd(46)} ${['UNLIKELY', 'POSSIBLE', 'CERTAIN'].map((each) => each.padStart(9)).join(' ')}`,
    ...rows.map((row) => row.join(' ')),
    ...(values.findings ? ['', ...findings.map((each) => Object.values(each).join('  '))] : []),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
