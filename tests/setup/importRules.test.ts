import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newDataDir } from '../support/servers.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Where a line stands, and what it says: `import` a value, import a `type`, or other `code`. */
type Bait = readonly [file: string, kind: 'import' | 'type' | 'code', what: string];

const FORBIDDEN: readonly Bait[] = [
  ['domain/case.ts', 'import', 'node:fs'],
  ['domain/case.ts', 'import', 'slonik'],
  ['domain/case.ts', 'type', '../api/app.ts'],
  ['domain/case.ts', 'import', '../db/sql.ts'],
  ['domain/case.ts', 'code', 'export const f = new Intl.NumberFormat("vi");'],
  ['domain/case.ts', 'code', 'export const f = new Date(0).getHours();'],
  ['domain/case.ts', 'code', 'export const f = (1).toLocaleString();'],
  ['domain/flow/flow.ts', 'import', 'zod'],
  ['domain/clock/term.ts', 'import', 'zod'],
  ['domain/flow/flow.ts', 'import', '../case.ts'],
  ['domain/flow/flow.ts', 'import', 'node:crypto'],
  ['workflows/life.ts', 'import', 'zod'],
  ['workflows/life.ts', 'import', 'node:crypto'],
  ['workflows/life.ts', 'import', '@temporalio/client'],
  ['workflows/life.ts', 'import', '../domain/case.ts'],
  ['workflows/life.ts', 'import', '../domain/law/ruleSet.ts'],
  ['workflows/life.ts', 'import', '../activities/record.ts'],
  ['workflows/life.ts', 'type', '../db/read/cases.ts'],
  ['workflows/life.ts', 'import', '../agencies/client.ts'],
  ['workflows/life.ts', 'import', '../config.ts'],
  ['workflows/life.ts', 'code', 'export const f = new Date(0).getTimezoneOffset();'],
  ['domain/clock/term.ts', 'import', '../../recount/recountTerm.ts'],
  ['recount/recountTerm.ts', 'import', '../domain/clock/term.ts'],
  ['recount/recountTerm.ts', 'import', '../domain/instant.ts'],
  ['recount/recountTerm.ts', 'import', '../domain/law/calendar.ts'],
  ['recount/recountTerm.ts', 'import', 'zod'],
  ['recount/recountTerm.ts', 'import', 'node:fs'],
  ['prompt/deadline.ts', 'import', '../api/app.ts'],
  ['api/app.ts', 'import', '../recount/recountTerm.ts'],
  ['api/app.ts', 'import', '../prompt/deadline.ts'],
  ['activities/record.ts', 'import', '../api/app.ts'],
  ['activities/record.ts', 'import', '../workflows/messages.ts'],
  ['activities/record.ts', 'import', '../db/desk/sessions.ts'],
  ['activities/record.ts', 'import', '../config.ts'],
  ['workers/main.ts', 'import', '../api/app.ts'],
  ['engine/connect.ts', 'import', '../activities/record.ts'],
  ['engine/connect.ts', 'import', '../db/write/cases.ts'],
  ['agencies/simulator/desk.ts', 'import', '../../db/pool.ts'],
  ['print/sheet.ts', 'import', '../db/read/cases.ts'],
  ['api/routes/cases.ts', 'import', '../../db/write/cases.ts'],
  ['api/routes/cases.ts', 'type', '../../db/write/cases.ts'],
  ['api/app.ts', 'import', '../activities/record.ts'],
  ['api/app.ts', 'import', '../workers/worker.ts'],
  ['api/app.ts', 'import', '../agencies/client.ts'],
  ['db/read/cases.ts', 'import', '../../api/app.ts'],
  ['db/read/cases.ts', 'import', '../../workflows/messages.ts'],
  ['db/write/cases.ts', 'import', '../../activities/record.ts'],
  ['web/main.tsx', 'import', '../api/app.ts'],
  ['web/officer/Desk.tsx', 'import', '../../db/read/cases.ts'],
  ['web/main.tsx', 'import', 'node:fs'],
  ['setup/house.ts', 'import', '../db/migrate.ts'],
  ['demo/seed.ts', 'import', '../web/main.tsx'],
  ['bench/month.ts', 'import', '../tests/support/servers.ts'],
];

const ALLOWED: readonly Bait[] = [
  ['domain/case.ts', 'import', 'zod'],
  ['domain/case.ts', 'import', './flow/flow.ts'],
  ['domain/flow/flow.ts', 'import', '../instant.ts'],
  ['domain/flow/flow.ts', 'import', '../clock/law.ts'],
  ['domain/flow/flow.ts', 'type', '../case.ts'],
  ['workflows/life.ts', 'import', '@temporalio/workflow'],
  ['workflows/life.ts', 'import', '../domain/flow/flow.ts'],
  ['workflows/life.ts', 'import', '../domain/refusal.ts'],
  ['workflows/life.ts', 'type', '../domain/case.ts'],
  ['workflows/life.ts', 'type', '../activities/record.ts'],
  ['recount/recountTerm.ts', 'type', '../domain/clock/law.ts'],
  ['recount/recountTerm.ts', 'import', './tearOff.ts'],
  ['workers/recount.ts', 'import', '../recount/recountTerm.ts'],
  ['prompt/deadline.ts', 'import', '../domain/clock/term.ts'],
  ['activities/record.ts', 'import', '../db/write/cases.ts'],
  ['activities/record.ts', 'type', '../workflows/messages.ts'],
  ['workers/main.ts', 'import', '../activities/record.ts'],
  ['engine/connect.ts', 'import', '../db/intake/messages.ts'],
  ['agencies/simulator/desk.ts', 'import', '../../domain/case.ts'],
  ['api/app.ts', 'import', '../db/read/cases.ts'],
  ['api/app.ts', 'import', '../db/intake/messages.ts'],
  ['api/app.ts', 'import', '../agencies/contract.ts'],
  ['api/app.ts', 'import', '../workflows/messages.ts'],
  ['db/read/cases.ts', 'import', '../../domain/case.ts'],
  ['web/officer/Desk.tsx', 'import', '../../domain/case.ts'],
  ['setup/house.ts', 'import', '../demo/accounts.ts'],
  ['tests/db/cases.test.ts', 'import', '../../db/write/cases.ts'],
];

let folder: string;
let refused: Set<string>;

beforeAll(async () => {
  folder = await newDataDir();
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const bait of [...FORBIDDEN, ...ALLOWED]) {
    const path = join(folder, placeOf(bait));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, textOf(bait));
  }
  const oxlint = join(ROOT, 'node_modules', '.bin', 'oxlint');
  const { stdout } = spawnSync(oxlint, ['--format', 'json'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string }[];
  };
  refused = new Set(
    diagnostics
      .filter(({ code }) => code.includes('no-restricted'))
      .map(({ filename }) => filename),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** One file per bait beside the file it stands for, so that each stands in the same folder. */
function placeOf([file, kind, what]: Bait): string {
  const mark = `${kind}-${what}`.replaceAll(/\W+/g, '-');
  return file.replace(/(\.tsx?)$/, `.${mark}$1`);
}

function textOf([, kind, what]: Bait): string {
  if (kind === 'import') return `import { value } from '${what}';\nconsole.log(value);\n`;
  if (kind === 'type') return `import type { Value } from '${what}';\nexport type Mine = Value;\n`;
  return `${what}\n`;
}

test.each(FORBIDDEN)('%s may not: %s %s', (...bait) => {
  expect(refused.has(placeOf(bait))).toBe(true);
});

test.each(ALLOWED)('%s may: %s %s', (...bait) => {
  expect(refused.has(placeOf(bait))).toBe(false);
});
