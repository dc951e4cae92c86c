import { spawn } from 'node:child_process';
import type { LineSink } from './child.ts';
import { eachLine } from './lines.ts';

export interface Errand {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}

/** Run a process to its end. Throws one sentence when it does not end well, or when stopped by `signal`. */
export function runErrand(errand: Errand, tell: LineSink, signal: AbortSignal): Promise<void> {
  const { name, command, args, env } = errand;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      signal,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    eachLine(child.stdout, (line) => tell(name, line));
    eachLine(child.stderr, (line) => tell(name, line));
    child.once('error', reject);
    child.once('close', (code, ended) => {
      if (code === 0) resolve();
      else reject(new Error(`${name} failed (${ended ?? `exit code ${code}`}); see what it said`));
    });
  });
}
