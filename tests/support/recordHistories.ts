import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MONDAY, openOffice } from './office.ts';
import { historyText } from './histories.ts';
import { startServers } from './servers.ts';
import { BEGINNINGS, SPEEDS, STORIES } from './stories.ts';

/**
 * Record one history per story into `tests/histories/`. Run it when a release changes what a workflow
 * does (`npm run histories:record`, with names of stories for only those), and keep the older files:
 * cases of their time are still open.
 */
const ONLY = process.argv.slice(2);
const FOLDER = join(import.meta.dirname, '..', 'histories');

const servers = await startServers();
process.env['TEST_POSTGRES_URL'] = servers.postgresUrl;
process.env['TEST_TEMPORAL_ADDRESS'] = servers.temporalAddress;
const date = new Date().toISOString().slice(0, 10);
try {
  await mkdir(FOLDER, { recursive: true });
  const speeds = new Set([1, ...Object.values(SPEEDS)]);
  for (const speed of speeds) await recordAt(speed, MONDAY);
  for (const from of new Set(Object.values(BEGINNINGS))) await recordAt(1, from);
} finally {
  await servers.stop();
}

async function recordAt(speed: number, from: number): Promise<void> {
  const office = await openOffice({ speed, from });
  try {
    for (const [name, story] of Object.entries(STORIES)) {
      if ((SPEEDS[name] ?? 1) !== speed || (BEGINNINGS[name] ?? MONDAY) !== from) continue;
      if (ONLY.length > 0 && !ONLY.includes(name)) continue;
      const caseId = await story(office);
      const handle = office.client.workflow.getHandle(caseId);
      await handle.result();
      const history = await handle.fetchHistory();
      const file = `${name}@${date}.json`;
      await writeFile(join(FOLDER, file), `${historyText(history)}\n`);
      console.log(`${file}: ${history.events?.length} events`);
    }
  } finally {
    await office.close();
  }
}
