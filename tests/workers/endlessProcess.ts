import vm from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { watchForEndlessCode } from '../../workers/endlessWatch.ts';

/** A process whose one thread runs code under a limit of its own, as the SDK's workflow thread does. */
interface Limited {
  code: string;
  timeout: number;
}

if (isMainThread) {
  const [dataDir = '', code = '', limitMs = ''] = process.argv.slice(2);
  watchForEndlessCode({ dataDir, stalled: () => process.exit(7), everyMs: 50 });
  const limited: Limited = { code, timeout: Number(limitMs) };
  const thread = new Worker(import.meta.filename, { workerData: limited });
  thread.on('message', (said: string) => process.stdout.write(said));
} else {
  const { code, timeout } = workerData as Limited;
  try {
    parentPort?.postMessage(String(vm.runInContext(code, vm.createContext({ Date }), { timeout })));
  } catch (error) {
    const { code: named, message } = error as NodeJS.ErrnoException;
    parentPort?.postMessage(named ?? message);
  }
}
