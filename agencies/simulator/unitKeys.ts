import { renameSync, writeFileSync } from 'node:fs';
import type { JWK } from 'jose';
import * as z from 'zod';
import { newPrivateJwk, PrivateJwk, publicJwkOf, readOrCreate } from '../keyFile.ts';
import { type MessageType, signerOf, signMessage } from '../signing.ts';

const KeyFile = z.record(z.string(), PrivateJwk);

/**
 * Private keys of all simulated units by `kid`, made at first start and kept in one file of mode 600. A
 * key that was announced signs once it is adopted.
 */
export class UnitKeys {
  readonly #file: string;
  #keys: Record<string, PrivateJwk>;
  /** Kid in use by unit, where it is not the first. */
  readonly #current = new Map<string, string>();

  constructor(file: string, units: readonly string[]) {
    this.#file = file;
    this.#keys = KeyFile.parse(JSON.parse(readOrCreate(file, 0o600, () => '{}')));
    const missing = units.filter((unit) => !Object.hasOwn(this.#keys, unit));
    if (missing.length > 0) this.#add(missing);
  }

  /** Sign with a unit's key under a name, which is the unit's own unless a fault is acted out. */
  sign(
    payload: object,
    typ: MessageType,
    keyUnit: string,
    signing: { as?: string; atMs?: number } = {},
  ): Promise<string> {
    const jwk = this.#keys[this.#kidOf(keyUnit)];
    if (jwk === undefined) throw new Error(`no key for unit ${keyUnit}`);
    const kid = this.#kidOf(signing.as ?? keyUnit);
    return signMessage(payload, { kid, jwk }, typ, signing.atMs);
  }

  /** Make a unit's next key, which signs nothing yet; gives its public half under its name. */
  next(unit: string): JWK & { kid: string } {
    const numbers = Object.keys(this.#keys)
      .filter((kid) => signerOf(kid) === unit)
      .map((kid) => Number(kid.split('.')[1] ?? 1));
    const kid = `${unit}.${Math.max(...numbers) + 1}`;
    this.#add([kid]);
    return this.#publicKey(kid);
  }

  /** Sign with this key from now on. */
  adopt(kid: string): void {
    this.#current.set(signerOf(kid), kid);
  }

  /** Public keys of all units, each under its name. */
  publicKeys(): JWK[] {
    return Object.keys(this.#keys).map((kid) => this.#publicKey(kid));
  }

  #kidOf(unit: string): string {
    return this.#current.get(unit) ?? unit;
  }

  #publicKey(kid: string): JWK & { kid: string } {
    const jwk = this.#keys[kid];
    if (jwk === undefined) throw new Error(`no key ${kid}`);
    return { ...publicJwkOf(jwk), kid };
  }

  #add(kids: readonly string[]): void {
    this.#keys = { ...this.#keys };
    for (const kid of kids) this.#keys[kid] = newPrivateJwk();
    const draft = `${this.#file}.${process.pid}.new`;
    writeFileSync(draft, JSON.stringify(this.#keys), { mode: 0o600 });
    renameSync(draft, this.#file);
  }
}
