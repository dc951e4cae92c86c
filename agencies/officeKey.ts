import { renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import * as z from 'zod';
import { PublicJwk } from '../domain/agencyMessage.ts';
import { Instant } from '../domain/text.ts';
import { officeKid } from './contract.ts';
import { newPrivateJwk, PrivateJwk, publicJwkOf, readIfThere, readOrCreate } from './keyFile.ts';
import { type MessageType, signMessage } from './signing.ts';

const PRIVATE_FILE = 'office-key.json';
const PUBLIC_FILE = 'office-key.public.json';
const FIRST_DAY = new Date(0).toISOString();

/** One of our keys in turn; instants are real time, as signatures are. */
const Turn = { number: z.int().min(1), signsFrom: Instant };
/** A file written before keys rotated holds the first key alone. */
const KeyFile = z.union([
  PrivateJwk.transform((jwk) => [{ number: 1, signsFrom: FIRST_DAY, jwk }]),
  z.array(z.object({ ...Turn, jwk: PrivateJwk })).min(1),
]);
type Keys = z.output<typeof KeyFile>;

const PublicFile = z.array(z.object({ ...Turn, jwk: PublicJwk }));
export type PublicTurn = z.infer<typeof PublicFile>[number];

/**
 * The keys this system signs with in the name of all its units, one after the other; the unit and
 * the key's number are in the `kid`.
 *
 * The public halves are published beside the private ones, for the agencies to be given.
 */
export class OfficeKey {
  readonly #file: string | null;
  readonly #publicFile: string;
  #keys: Keys;
  #readAtMs: number;

  private constructor(file: string | null, publicFile: string, text: string) {
    this.#file = file;
    this.#publicFile = publicFile;
    this.#keys = KeyFile.parse(JSON.parse(text));
    this.#readAtMs = file === null ? 0 : statSync(file).mtimeMs;
  }

  /**
   * The keys given as JSON text (`OFFICE_KEY`: one JWK, or a list with `number` and `signsFrom`), else
   * those kept in `dataDir`, made at first use. Processes that share the folder share the keys.
   */
  static load({ dataDir, jwkText }: { dataDir: string; jwkText?: string | undefined }): OfficeKey {
    const file = join(dataDir, PRIVATE_FILE);
    const publicFile = join(dataDir, PUBLIC_FILE);
    const text = jwkText ?? readOrCreate(file, 0o600, () => JSON.stringify(listOf([], FIRST_DAY)));
    const key = new OfficeKey(jwkText === undefined ? file : null, publicFile, text);
    readOrCreate(publicFile, 0o644, () => '[]');
    key.#publish();
    return key;
  }

  /** The public halves in their order, also of keys whose turn is still to come. */
  get publicKeys(): PublicTurn[] {
    this.#readAnew();
    return this.#keys.map(({ jwk, ...turn }) => ({
      ...turn,
      jwk: PublicJwk.parse(publicJwkOf(jwk)),
    }));
  }

  /** The public half of the key that a `kid` of ours names, or null; also of one whose turn is over. */
  keyOf(kid: string): JWK | null {
    return keyNamed(this.publicKeys, kid);
  }

  /**
   * Make the next key and let it sign from an instant on (real time); until then agencies can fetch it.
   * Throws when the keys were given as text: whoever gave them gives the next one.
   */
  addNext(signsFrom: string): PublicTurn {
    if (this.#file === null) throw new Error('OFFICE_KEY is set: the next key is added there');
    this.#readAnew();
    this.#keys = listOf(this.#keys, signsFrom);
    replaceFile(this.#file, JSON.stringify(this.#keys), 0o600);
    this.#publish();
    const next = this.publicKeys.at(-1);
    if (next === undefined) throw new Error('no key was made');
    return next;
  }

  /** Sign a message in the name of the unit it comes from, with the key whose turn it is. */
  sign(typ: MessageType, message: { fromUnit: string }, nowMs = Date.now()): Promise<string> {
    this.#readAnew();
    const current = this.#keys.findLast(({ signsFrom }) => Date.parse(signsFrom) <= nowMs);
    if (current === undefined) throw new Error('no key of ours may sign yet');
    const kid = officeKid(message.fromUnit, current.number);
    return signMessage(message, { kid, jwk: current.jwk }, typ, nowMs);
  }

  /** Another process may have added a key. */
  #readAnew(): void {
    if (this.#file === null) return;
    const { mtimeMs } = statSync(this.#file);
    if (mtimeMs === this.#readAtMs) return;
    this.#keys = KeyFile.parse(JSON.parse(readIfThere(this.#file) ?? '[]'));
    this.#readAtMs = mtimeMs;
  }

  #publish(): void {
    replaceFile(this.#publicFile, JSON.stringify(this.publicKeys), 0o644);
  }
}

function listOf(keys: Keys, signsFrom: string): Keys {
  const number = (keys.at(-1)?.number ?? 0) + 1;
  return [...keys, { number, signsFrom, jwk: newPrivateJwk() }];
}

function replaceFile(file: string, text: string, mode: number): void {
  const draft = `${file}.${process.pid}.next`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, file);
}

/** Our public key of a `kid`, as an agency in the same demonstration finds it; null when there is none. */
export function findOfficeKey(dataDir: string, kid: string): JWK | null {
  const text = readIfThere(join(dataDir, PUBLIC_FILE));
  return text === null ? null : keyNamed(PublicFile.parse(JSON.parse(text)), kid);
}

function keyNamed(keys: readonly PublicTurn[], kid: string): JWK | null {
  if (!kid.startsWith(officeKid(''))) return null;
  const number = Number(kid.split('.')[1] ?? 1);
  return keys.find((key) => key.number === number)?.jwk ?? null;
}
