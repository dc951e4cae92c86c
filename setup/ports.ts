import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Ports of the processes of a house, all on the loopback interface. */
export interface HousePorts {
  postgres: number;
  temporal: number;
  agencies: number;
  worker: number;
  api: number;
}

/** Whether a process could listen on a port of the loopback interface now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Below the ports that systems give to outgoing connections: one of those could come first. */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** That many different ports which were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isPortFree(port)) found.add(port);
  }
  return [...found];
}

const VARIABLES: Readonly<Record<keyof HousePorts, string>> = {
  postgres: 'POSTGRES_PORT',
  temporal: 'TEMPORAL_PORT',
  agencies: 'AGENCIES_PORT',
  worker: 'WORKER_PORT',
  api: 'PORT',
};

/** Throws one sentence that names the first port taken and the variable that moves it. */
export async function checkPorts(ports: Partial<HousePorts>): Promise<void> {
  for (const [member, port] of Object.entries(ports)) {
    if (await isPortFree(port)) continue;
    const variable = VARIABLES[member as keyof HousePorts];
    throw new Error(`Port ${port} is taken by another program: set ${variable} to a free one.`);
  }
}
