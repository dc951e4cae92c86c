import { keepServers } from './heldServers.ts';
import { startServers } from './servers.ts';

/** Once per run: one PostgreSQL and one Temporal server for all test files, named in the environment. */
export default async function globalSetup(): Promise<void> {
  const servers = await startServers();
  keepServers(servers);
  process.env['TEST_POSTGRES_URL'] = servers.postgresUrl;
  process.env['TEST_TEMPORAL_ADDRESS'] = servers.temporalAddress;
}
