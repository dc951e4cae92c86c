import { setTimeout } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';

/** What a page that stands still may take to tell what it shows. */
const PATIENCE_MS = 5_000;
/** The pages of a long file's earlier tests stay open; those opened last tell of the one that failed. */
const PAGES = 8;

/**
 * The environment of all tests. When one with a browser fails, what the pages that are open showed is printed with
 * it, because a run elsewhere leaves nothing else behind. A stage names its pages in `openPages`.
 */
export default class ShownOnFailure extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    const { openPages } = this.global;
    if (name !== 'test_fn_failure' || openPages === undefined) return;
    const pages = openPages().slice(-PAGES);
    const shown = await Promise.all(pages.map(shownOn));
    process.stderr.write(`${test.name} failed; open pages:\n${shown.join('\n')}\n`);
  }
}

/** Address, dialogs, alerts and main heading of a page, in one line. */
async function shownOn(page) {
  const texts = (role) => page.locator(role).filter({ visible: true }).allInnerTexts();
  const read = () => Promise.all(['h1', '[role=dialog]', '[role=alert], .ant-alert'].map(texts));
  try {
    const said = await Promise.race([read(), setTimeout(PATIENCE_MS, 'it stands still')]);
    return `  ${page.url()} ${JSON.stringify(said)}`;
  } catch (error) {
    return `  ${page.url()} cannot be read: ${error.message}`;
  }
}
