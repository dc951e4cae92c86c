import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { REFUSALS } from '../domain/refusal.ts';
import { REFUSAL_TEXTS } from '../domain/wording/refusals.ts';

/** Style is a test: what the linter cannot hold is held here. */
const ROOT = join(import.meta.dirname, '..');
const ROOMS =
  'domain workflows activities workers engine agencies print prompt recount api db web setup bench demo tests'.split(
    ' ',
  );
const LONGEST_FILE = 250;

interface Source {
  path: string;
  text: string;
}

const sources: readonly Source[] = ROOMS.map((room) => join(ROOT, room))
  .filter((folder) => existsSync(folder))
  .flatMap(sourcesIn);

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(join('web', 'dist')))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function pathsWhere(isAtFault: (source: Source) => boolean): string[] {
  return sources.filter(isAtFault).map(({ path }) => path);
}

test('there is code to look at in every room that has a process of its own', () => {
  const rooms = new Set(sources.map(({ path }) => path.split('/')[0]));
  expect([...rooms]).toEqual(expect.arrayContaining(['agencies', 'api', 'db', 'web', 'workers']));
});

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  expect(pathsWhere(({ text }) => text.split('\n').length - 1 > LONGEST_FILE)).toEqual([]);
});

test('no file or folder has a name that says nothing', () => {
  const empty = /^(utils?|libs?|helpers?|common|misc|managers?|services?)$/i;
  const ending = /(Utils?|Helpers?|Manager|Service)$/;
  expect(
    pathsWhere(({ path }) => {
      const file = basename(path).replace(/\.(test\.)?\w+$/, '');
      return (
        ending.test(file) || [...dirname(path).split('/'), file].some((word) => empty.test(word))
      );
    }),
  ).toEqual([]);
});

test('no test is left out or runs alone', () => {
  const leftOut = new RegExp(
    String.raw`\b(test|it|describe)\.(on` +
      String.raw`ly|sk` +
      String.raw`ip|to` +
      String.raw`do)\b|\bx(it|test|describe)\(`,
  );
  expect(pathsWhere(({ path, text }) => path.startsWith('tests') && leftOut.test(text))).toEqual(
    [],
  );
});

test('imports climb three folders at most', () => {
  expect(pathsWhere(({ text }) => /from '(\.\.\/){4}/.test(text))).toEqual([]);
});

test('a workflow refuses by code: a plain error would retry its task for ever', () => {
  expect(
    pathsWhere(
      ({ path, text }) => path.startsWith('workflows') && /throw new \w*Error\(/.test(text),
    ),
  ).toEqual([]);
});

test('migrations are numbered from 0001 without gaps', () => {
  const names = readdirSync(join(ROOT, 'db', 'migrations')).toSorted();
  const numbers = names.map((name) => /^(\d{4})_[a-z0-9]+(_[a-z0-9]+)*\.sql$/.exec(name)?.[1]);
  expect(numbers).toEqual(names.map((_, index) => String(index + 1).padStart(4, '0')));
});

test('decisions are named by a number of their own and words', () => {
  const names = readdirSync(join(ROOT, 'docs', 'decisions'));
  const numbers = names.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test.each(Object.keys(REFUSALS))('refusal %s has a text in Vietnamese and in English', (code) => {
  const { vi, en } = REFUSAL_TEXTS[code as keyof typeof REFUSALS];
  expect([vi.trim().length > 0, en.trim().length > 0, vi === en]).toEqual([true, true, false]);
});

test('the lockfile names no address to install from: every machine uses its own registry', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  expect(lock).not.toContain('"resolved"');
});
