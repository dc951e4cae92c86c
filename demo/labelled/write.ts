/** `npm run identity:labelled`: write the labelled set of identities anew; the same seed, the same file. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLabelledPairs } from './labelled.ts';
import { toCsv } from './pair.ts';

const FILE = join(import.meta.dirname, '..', '..', 'data', 'identity', 'labelled.csv');
const pairs = makeLabelledPairs();
await writeFile(FILE, toCsv(pairs));
console.log(`${pairs.length} pairs written to ${FILE}`);
