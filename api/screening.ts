import type { FastifyRequest } from 'fastify';
import { type FieldProblem, Refused } from './refused.ts';

/** What no name, number or cursor holds and the database does not take; a pasted tab or line break does no harm. */
const CONTROL_BUT_SPACES = /[^\P{Cc}\t\n\r]/u;
/** So many fields of one body are named; the rest is refused with them. */
const MOST_NAMED = 20;

/**
 * Refuse what the database cannot hold, naming where it stands, before any schema looks at it: control characters
 * in path or query, a zero or half a character anywhere in a JSON body.
 */
export function screenRequest({ params, query, body }: FastifyRequest): void {
  const said = Object.entries({ ...(params as object), ...(query as object) });
  const odd = said
    .filter(([, value]) => [value].flat().some(isOdd))
    .map(([path]) => ({ path, code: 'CONTROL_CHARACTER' }));
  const fields = [...odd, ...unkeepable(body)];
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
}

function isOdd(value: unknown): boolean {
  return typeof value === 'string' && CONTROL_BUT_SPACES.test(value);
}

/** Without recursion: a body of nothing but brackets is deeper than the stack. */
function unkeepable(body: unknown): FieldProblem[] {
  const fields: FieldProblem[] = [];
  const left: { path: string; value: unknown }[] = [{ path: '', value: body }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { path, value } = next;
    if (fields.length >= MOST_NAMED) return fields;
    if (typeof value === 'string' && !isKeepable(value)) {
      fields.push({ path, code: 'CONTROL_CHARACTER' });
    }
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue;
    for (const [key, inner] of Object.entries(value).toReversed()) {
      if (!isKeepable(key)) fields.push({ path, code: 'CONTROL_CHARACTER' });
      left.push({ path: path === '' ? key : `${path}.${key}`, value: inner });
    }
  }
  return fields;
}

function isKeepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
