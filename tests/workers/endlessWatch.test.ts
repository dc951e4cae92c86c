import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORKFLOW_SWITCHES } from '../../setup/members.ts';

const PROCESS = join(import.meta.dirname, 'endlessProcess.ts');
const ENDLESS = 'for (;;);';
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lltp-endless-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

function run(code: string, limitMs: number): { status: number | null; said: string } {
  const args = [...WORKFLOW_SWITCHES, PROCESS, dataDir, code, String(limitMs)];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, said: stdout };
}

test('code that returns is run, and what it throws is thrown', () => {
  expect(run('6 * 7', 1_000)).toEqual({ status: 0, said: '42' });
  expect(run("throw new Error('no')", 1_000)).toEqual({ status: 0, said: 'no' });
});

test('the limit of a call is the watch’s, not its own', () => {
  const aWhile = 'const from = Date.now(); while (Date.now() - from < 100); "returned"';
  expect(run(aWhile, 10)).toEqual({ status: 0, said: 'returned' });
});

test('endless code ends the process once; the next one stops it at the call’s own limit', () => {
  const limitMs = 3_000;
  expect(run(ENDLESS, limitMs)).toEqual({ status: 7, said: '' });
  expect(run(ENDLESS, limitMs)).toEqual({ status: 0, said: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
});

test('an hour later the watch is back', () => {
  expect(run(ENDLESS, 3_000).status).toBe(7);
  const longAgo = Date.now() / 1000 - 3_601;
  utimesSync(join(dataDir, 'endless-workflow'), longAgo, longAgo);
  expect(run(ENDLESS, 3_000).status).toBe(7);
});
