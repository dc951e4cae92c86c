import { join } from 'node:path';
import { provideTemporal } from './temporalBinary.ts';
import { buildWeb } from './webBuild.ts';

const root = join(import.meta.dirname, '..');

try {
  await provideTemporal();
  await buildWeb(root);
} catch (error) {
  console.error(`set-up: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
