import { TestEnvironment } from 'jest-environment-node';

/** The pages of a long file's earlier tests stay open; those opened last tell of the one that failed. */
const PAGES = 8;

/**
 * The environment of tests with a browser: when one fails, what the pages that are open showed is printed with
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
  try {
    const said = [
      await texts('h1'),
      await texts('[role=dialog]'),
      await texts('[role=alert], .ant-alert'),
    ];
    return `  ${page.url()} ${JSON.stringify(said)}`;
  } catch (error) {
    return `  ${page.url()} cannot be read: ${error.message}`;
  }
}
