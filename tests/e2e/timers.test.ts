import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { accepted } from './arranged.ts';
import { remedies } from './remedies.ts';
import { openStage, type Stage } from './stage.ts';

/** Business time runs so fast that ten days pass in some twenty seconds. */
const SPEED = 40_000;
/** From the commit of a rung to both boards; what it took is said. */
const SHOWN_WITHIN_MS = 2_000;
const PATIENCE_MS = 15_000;
const FIRED_WITHIN_MS = 90_000;

let stage: Stage;
let told: pg.Client;
/** When each change of a case was heard of: PostgreSQL tells it at the commit. */
const committed = new Map<string, number[]>();

beforeAll(async () => {
  stage = await openStage({ speed: SPEED });
  told = new pg.Client({ connectionString: stage.databaseUrl });
  await told.connect();
  told.on('notification', ({ payload }) => {
    const change = JSON.parse(payload ?? '{}') as { case?: string };
    if (change.case === undefined) return;
    committed.set(change.case, [...(committed.get(change.case) ?? []), Date.now()]);
  });
  await told.query('LISTEN changes');
}, 120_000);
afterAll(async () => {
  await told?.end();
  await stage?.close();
}, 60_000);

/** The page notes when a rung of a case's legal term first stands on it. */
async function watchFor(page: Page, caseId: string): Promise<() => Promise<number | null>> {
  await page.evaluate(`
    window.stayed = true;
    window.shownAt = null;
    new MutationObserver(() => {
      const line = document.querySelector('[data-escalation="${caseId} total"]');
      if (line !== null) window.shownAt ??= Date.now();
    }).observe(document.body, { childList: true, subtree: true });
  `);
  return () => page.evaluate<number | null>('window.shownAt');
}

async function boardOf(username: string): Promise<Page> {
  const page = await stage.openAs(username, '/dieu-hanh');
  await page.getByRole('heading', { name: 'Cảnh báo' }).waitFor();
  await page.locator('.board-number[data-number="late"]').waitFor();
  return page;
}

test('a timer that fires shows on the boards of the unit and of the Centre without reload', async () => {
  const pages = await Promise.all([HANOI.supervisor, 'giamsat.tt'].map(boardOf));
  const { caseId } = await accepted(stage);
  const shown = await Promise.all(pages.map((page) => watchFor(page, caseId)));
  const firedAt = await until(
    async () => {
      const { rows } = await told.query('SELECT FROM escalations WHERE case_id = $1', [caseId]);
      return rows.length > 0 ? (committed.get(caseId)?.[1] ?? null) : null;
    },
    { withinMs: FIRED_WITHIN_MS },
  );
  const seen = await Promise.all(shown.map((look) => until(look, { withinMs: PATIENCE_MS })));
  const tookMs = seen.map((at) => at - firedAt);
  console.info(`from commit to both boards: ${tookMs.join(' ms, ')} ms`);
  expect(Math.max(...tookMs)).toBeLessThan(SHOWN_WITHIN_MS);
  for (const page of pages) expect(await page.evaluate('window.stayed')).toBe(true);
}, 150_000);

test('a number of the board opens the cases it counts', async () => {
  const page = await boardOf(HANOI.supervisor);
  const number = page.locator('.board-number[data-number="late"]');
  await until(async () => Number(await number.locator('strong').innerText()) > 0, {
    withinMs: FIRED_WITHIN_MS,
  });
  const count = Number(await number.locator('strong').innerText());
  await number.click();
  await page.getByRole('heading', { name: 'Trễ hạn' }).waitFor();
  await page.locator('tr[data-case]').first().waitFor();
  expect(await page.locator('tr[data-case]').count()).toBe(count);
}, 120_000);

remedies(() => stage);
