import { readEnvironment } from './simulator/environment.ts';
import { startSimulator } from './simulator/simulator.ts';

/** Entry of the process that plays all agencies of a demonstration; stops on SIGINT and SIGTERM. */
const simulator = await startSimulator(readEnvironment(process.env));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    simulator.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
