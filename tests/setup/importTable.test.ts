import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
/** Rooms that may know everything. */
const OPEN = ['workers', 'tests'];

/** Rooms of the table in ARCHITECTURE.md, and the rooms that each is said to know. */
function told(): Map<string, string[]> {
  const table = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const rows = [...table.matchAll(/^\| `(\w+)\/` +\|.*\|([^|]*)\|$/gmu)];
  return new Map(
    rows.map(([, room = '', knows = '']) => [
      room,
      sorted([...knows.matchAll(/`(\w+)/gu)].map(([, known]) => known ?? '')),
    ]),
  );
}

/** The rooms that a room's files import from. */
function imported(room: string): string[] {
  const files = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.(tsx?|mjs)$/u.test(file) && !file.startsWith('dist'));
  return sorted(
    sources.flatMap((file) => {
      const path = join(ROOT, room, file);
      const from = [
        ...readFileSync(path, 'utf8').matchAll(/(?:from |import\(|import )'(\.[^']+)'/gu),
      ];
      return from
        .map(([, to = '']) => relative(ROOT, resolve(dirname(path), to)).split('/'))
        .filter(([into, ...rest]) => into !== room && rest.length > 0)
        .map(([into = '']) => into);
    }),
  );
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}

/** Folders without code of ours. */
const NO_ROOMS = ['coverage', 'data', 'docker', 'docs', 'node_modules'];

test('the table names every room', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory());
  const rooms = folders
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.') && !NO_ROOMS.includes(name));
  expect(rooms.toSorted()).toEqual([...told().keys()].toSorted());
});

test.each([...told()].filter(([room]) => !OPEN.includes(room)))(
  '%s imports from the rooms that the table names: %j',
  (room, knows) => {
    expect(imported(room)).toEqual(knows);
  },
);
