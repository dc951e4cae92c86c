import type { FastifyRequest } from 'fastify';
import { Refused } from './refused.ts';

/** What no name, number or cursor holds and the database does not take; a pasted tab or line break does no harm. */
const CONTROL_BUT_SPACES = /[^\P{Cc}\t\n\r]/u;

/** Refuse an address with control characters in its path or query, naming what they stand in. */
export function screenAddress({ params, query }: FastifyRequest): void {
  const said = Object.entries({ ...(params as object), ...(query as object) });
  const odd = said.filter(([, value]) => [value].flat().some(isOdd));
  if (odd.length === 0) return;
  throw new Refused(
    'INVALID_INPUT',
    odd.map(([path]) => ({ path, code: 'CONTROL_CHARACTER' })),
  );
}

function isOdd(value: unknown): boolean {
  return typeof value === 'string' && CONTROL_BUT_SPACES.test(value);
}
