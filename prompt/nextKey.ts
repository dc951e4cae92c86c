/**
 * `npm run -s nextKey [-- --in <hours>]`: make the key that signs our messages next and let its turn come
 * after so many hours of real time, 24 unless said otherwise; until then agencies can fetch it at
 * `/api/v1/agency/office-keys`. Prints number and turn as JSON. Exit code 2: it could not be made.
 */
import { parseArgs } from 'node:util';
import { OfficeKey } from '../agencies/officeKey.ts';

const HOUR_MS = 3_600_000;

try {
  const { values } = parseArgs({ options: { in: { type: 'string', default: '24' } } });
  const hours = Number(values.in);
  if (!Number.isFinite(hours) || hours < 0) throw new Error('--in takes a number of hours');
  const dataDir = process.env['DATA_DIR'] ?? '.data';
  const keys = OfficeKey.load({ dataDir, jwkText: process.env['OFFICE_KEY'] });
  const { number, signsFrom } = keys.addNext(new Date(Date.now() + hours * HOUR_MS).toISOString());
  console.log(JSON.stringify({ number, signsFrom }));
} catch (error) {
  console.error(`The next key could not be made: ${String(error)}`);
  process.exitCode = 2;
}
