import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { NOWHERE, SIGHTS } from '../e2e/pages.ts';

const ROUTER = join(import.meta.dirname, '..', '..', 'web', 'router.tsx');

/** Addresses as the router spells them, `*` for what is nowhere. */
function routes(): string[] {
  const source = readFileSync(ROUTER, 'utf8');
  return [...source.matchAll(/\bpage\(\s*'([^']+)'|\bpath: '([^']+)'/gu)].map(
    ([, page, path]) => page ?? path ?? '',
  );
}

/** An address without its question, names of what stands in it, and parts that may be left out. */
function shapeOf(address: string): string {
  return address
    .replace(/\?[^/].*$/u, '')
    .replace(/\/:\w+\?/gu, '')
    .replace(/:\w+/gu, ':');
}

/** Shapes of the addresses that the sweep of every page opens; an example stands for its parameter. */
const swept = new Set(
  Object.values(SIGHTS).map(({ path }) => {
    if (path === NOWHERE) return '*';
    return shapeOf(path).replace(/^\/xac-thuc\/[A-Z0-9]+$/u, '/xac-thuc/:');
  }),
);

test('every page of the router is looked at by the sweep for barriers, and nothing else', () => {
  const routed = new Set(routes().map(shapeOf));
  expect(routed.size).toBeGreaterThan(60);
  expect([...swept].toSorted()).toEqual([...routed].toSorted());
});
