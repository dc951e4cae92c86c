import type { Page } from 'playwright-core';
import { launchBrowser, openPageAs } from '../../browser.ts';

/** Those of a department who sit at a browser. */
export interface DepartmentPages {
  records: Page;
  head: Page;
}

/** A page for each of the people between whom records travel. */
export interface Pages {
  departments: readonly [DepartmentPages, DepartmentPages];
  receiver: Page;
  reviewer: Page;
  approver: Page;
  close(): Promise<void>;
}

/** A real browser with everybody signed in. */
export async function openPages(base: string): Promise<Pages> {
  const browser = await launchBrowser();
  const at = (username: string): Promise<Page> => openPageAs(browser, base, username);
  const department = async (place: string): Promise<DepartmentPages> => {
    return { records: await at(`hoso.${place}`), head: await at(`truongphong.${place}`) };
  };
  return {
    departments: [await department('hn'), await department('na')],
    receiver: await at('tiepnhan.tt'),
    reviewer: await at('kiemtra.tt'),
    approver: await at('duyet.tt'),
    close: () => browser.close(),
  };
}
