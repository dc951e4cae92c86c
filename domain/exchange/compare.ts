import * as z from 'zod';

/** A field in which the electronic and the paper copy of one transfer do not agree. */
export const Difference = z.strictObject({
  /** Path of the field, such as `judgment.number`. */
  path: z.string(),
  /** What each copy has there; null where it has nothing. */
  electronic: z.string().nullable(),
  paper: z.string().nullable(),
});
export type Difference = z.infer<typeof Difference>;

/**
 * Fields in which two copies of one transfer differ, in the order of the electronic one. Spelling is
 * kept as everywhere: composed (NFC), single spaces, capitals matter; nothing, an empty text and an
 * absent field are the same. The order within a list says nothing.
 */
export function differencesBetween(electronic: unknown, paper: unknown): Difference[] {
  const one = leavesOf(electronic);
  const other = leavesOf(paper);
  const paths = [...new Set([...one.keys(), ...other.keys()])];
  return paths.flatMap((path) => {
    const difference = { path, electronic: one.get(path) ?? null, paper: other.get(path) ?? null };
    return difference.electronic === difference.paper ? [] : [difference];
  });
}

function leavesOf(value: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  gather(value, '', leaves);
  return leaves;
}

function gather(value: unknown, path: string, into: Map<string, string>): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    const said = typeof value === 'string' ? value : JSON.stringify(value);
    const text = said.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (text !== '') into.set(path, text);
    return;
  }
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.toSorted(bySpelling).map((part, index) => [String(index), part])
    : Object.entries(value);
  for (const [name, part] of parts) gather(part, path === '' ? name : `${path}.${name}`, into);
}

function bySpelling(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a).normalize('NFC'), JSON.stringify(b).normalize('NFC')];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
