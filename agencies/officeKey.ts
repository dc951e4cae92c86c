import { join } from 'node:path';
import type { JWK } from 'jose';
import { officeKid } from './contract.ts';
import {
  newPrivateJwk,
  PrivateJwk,
  PublicJwk,
  publicJwkOf,
  readIfThere,
  readOrCreate,
} from './keyFile.ts';
import { type MessageType, signMessage } from './signing.ts';

const PRIVATE_FILE = 'office-key.json';
const PUBLIC_FILE = 'office-key.public.json';

/**
 * The key this system signs with in the name of all its units; the unit is in the `kid`.
 *
 * The public half is published beside the private one, for the agencies to be given.
 */
export class OfficeKey {
  readonly publicJwk: JWK;
  readonly #jwk: PrivateJwk;

  private constructor(jwk: PrivateJwk) {
    this.#jwk = jwk;
    this.publicJwk = publicJwkOf(jwk);
  }

  /**
   * The key given as JWK text (`OFFICE_KEY`), else the one kept in `dataDir`, made at first use.
   * Processes that share the folder share the key.
   */
  static load({ dataDir, jwkText }: { dataDir: string; jwkText?: string | undefined }): OfficeKey {
    const text =
      jwkText ??
      readOrCreate(join(dataDir, PRIVATE_FILE), 0o600, () => JSON.stringify(newPrivateJwk()));
    const key = new OfficeKey(PrivateJwk.parse(JSON.parse(text)));
    readOrCreate(join(dataDir, PUBLIC_FILE), 0o644, () => JSON.stringify(key.publicJwk));
    return key;
  }

  /** Sign a message in the name of the unit it comes from. */
  sign(typ: MessageType, message: { fromUnit: string }): Promise<string> {
    return signMessage(message, { kid: officeKid(message.fromUnit), jwk: this.#jwk }, typ);
  }
}

/** Our public key as an agency in the same demonstration finds it; null before our side has made it. */
export function readOfficePublicKey(dataDir: string): JWK | null {
  const text = readIfThere(join(dataDir, PUBLIC_FILE));
  return text === null ? null : PublicJwk.parse(JSON.parse(text));
}
