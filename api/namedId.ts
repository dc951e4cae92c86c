import { createHash } from 'node:crypto';

/** The id that words name: the same words give the same one, in the form of a random UUID. */
export function namedId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
