import { heldServers } from './heldServers.ts';

export default async function globalTeardown(): Promise<void> {
  await heldServers()?.stop();
}
