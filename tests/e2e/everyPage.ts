import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, overflowOf } from './barriers.ts';
import { furnish } from './furnished.ts';
import { IN_ENGLISH, type Name, SIGHTS, USED_ON_PHONES } from './pages.ts';
import { sees, type Sight } from './sights.ts';
import { DENSE, NARROW, type Stage } from './stage.ts';

/** Every page as a picture of the whole: readable for everybody, in both languages, on a phone. */
export function everyPage(stage: () => Stage): void {
  describe('every page', () => {
    let things: Record<string, string> = {};
    const desks = new Map<string, Page>();
    beforeAll(async () => {
      things = await furnish(stage());
    }, 120_000);
    const show = async (name: Name, size: typeof DENSE): Promise<Page> => {
      const { path, username, shows }: Sight = SIGHTS[name];
      const address = path.replace(/:(\w+)/gu, (_, key: string) => things[key] ?? key);
      const whose = `${username} ${size.width}`;
      const page = desks.get(whose) ?? (await stage().openAs(username, '/xac-thuc', size));
      desks.set(whose, page);
      await page.goto(address);
      await page.getByText(shows).filter({ visible: true }).first().waitFor();
      return page;
    };

    test.each(Object.keys(SIGHTS) as Name[])('%s bars nobody', async (name) => {
      const page = await show(name, DENSE);
      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });

    test.each(IN_ENGLISH)('%s bars nobody in English', async (name, title) => {
      const page = await show(name, DENSE);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    });

    test.each(USED_ON_PHONES)('%s fits a phone', async (name) => {
      const page = await show(name, NARROW);
      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });

    test('a request of the desk is opened and answered on a phone', async () => {
      const page = await show('desk', NARROW);
      await page.getByRole('button').filter({ hasText: /HN-P-/ }).first().click();
      await sees(page, 'Người cần xác minh');
      await page.getByRole('button', { name: 'Có thông tin án tích' }).click();
      await page.getByLabel('Tội danh').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });
  });
}
