import { renameSync, writeFileSync } from 'node:fs';
import type { JWK } from 'jose';
import * as z from 'zod';
import { newPrivateJwk, PrivateJwk, publicJwkOf, readOrCreate } from '../keyFile.ts';
import { type MessageType, signMessage } from '../signing.ts';

const KeyFile = z.record(z.string(), PrivateJwk);

/** Private keys of all simulated units, made at first start and kept in one file of mode 600. */
export class UnitKeys {
  readonly #keys: Record<string, PrivateJwk>;

  constructor(file: string, units: readonly string[]) {
    this.#keys = KeyFile.parse(JSON.parse(readOrCreate(file, 0o600, () => '{}')));
    const missing = units.filter((unit) => !Object.hasOwn(this.#keys, unit));
    if (missing.length === 0) return;
    for (const unit of missing) this.#keys[unit] = newPrivateJwk();
    const draft = `${file}.${process.pid}.new`;
    writeFileSync(draft, JSON.stringify(this.#keys), { mode: 0o600 });
    renameSync(draft, file);
  }

  /** Sign with a unit's key under a name, which is the unit's own unless a fault is acted out. */
  sign(payload: object, typ: MessageType, keyUnit: string, kid: string = keyUnit): Promise<string> {
    const jwk = this.#keys[keyUnit];
    if (jwk === undefined) throw new Error(`no key for unit ${keyUnit}`);
    return signMessage(payload, { kid, jwk }, typ);
  }

  /** Public keys of all units, each under its unit's code. */
  publicKeys(): JWK[] {
    return Object.entries(this.#keys).map(([unit, jwk]) => publicJwkOf(jwk, unit));
  }
}
