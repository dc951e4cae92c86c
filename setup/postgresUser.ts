import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** PostgreSQL refuses to run as root: under root it runs as this user, made when missing. */
const USER = 'postgres';
const EVERYBODY_ENTERS = 0o001;

interface Person {
  uid: number;
  gid: number;
}

/** Under root, let the user that PostgreSQL runs as own a file or a folder. */
export function giveAway(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = findPerson() ?? makePerson();
  chownSync(path, uid, gid);
}

/** A command line which runs `words` on a data folder as somebody other than root. */
export function withoutRoot(words: readonly string[], dataFolder: string): string[] {
  if (process.getuid?.() !== 0) return [...words];
  const person = findPerson() ?? makePerson();
  const reachable = isReachable(dataFolder) && words[0] !== undefined && isReachable(words[0]);
  return [
    'setpriv',
    ...identity(person),
    ...(reachable ? [] : keyToClosedFolders()),
    '--',
    ...words,
  ];
}

function identity({ uid, gid }: Person): string[] {
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

/**
 * A clone in a folder that only root may enter, such as a temporary one of a build machine: the one
 * privilege to pass it is kept and every other given up.
 */
function keyToClosedFolders(): string[] {
  const only = '-all,+dac_override';
  return [
    '--securebits=+no_setuid_fixup',
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
  ];
}

function isReachable(path: string): boolean {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & EVERYBODY_ENTERS) === 0) return false;
  }
  return true;
}

function findPerson(): Person | null {
  const ids = ['-u', '-g'].map((what) => spawnSync('id', [what, USER], { encoding: 'utf8' }));
  const [uid, gid] = ids.map(({ status, stdout }) => (status === 0 ? Number(stdout) : Number.NaN));
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid: uid!, gid: gid! } : null;
}

function makePerson(): Person {
  spawnSync('groupadd', ['--system', USER]);
  spawnSync('useradd', ['--system', '--gid', USER, '--no-create-home', USER]);
  const made = findPerson();
  if (made) return made;
  throw new Error(
    `PostgreSQL cannot run as root and the user "${USER}" could not be made: ` +
      'run as an ordinary user, or set DATABASE_URL.',
  );
}
