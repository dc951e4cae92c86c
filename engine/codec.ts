import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';

const ENCODING = 'binary/encrypted';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID = 'k1';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/**
 * Encrypts every payload that enters Temporal (AES-256-GCM, a fresh IV each, the key's name as
 * authenticated data). Personal data stays in PostgreSQL anyway; this is the second wall.
 *
 * `key`: 32 bytes, base64. Throws when a payload was made under another key or altered.
 */
export class EncryptingCodec implements PayloadCodec {
  readonly #key: KeyObject;

  constructor(key: string) {
    const bytes = Buffer.from(key, 'base64');
    if (bytes.length !== 32) throw new Error('PAYLOAD_KEY is not 32 bytes in base64');
    this.#key = createSecretKey(bytes);
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.#encrypt(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.#decrypt(payload));
  }

  #encrypt(payload: Payload): Payload {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, iv);
    cipher.setAAD(text(KEY_ID));
    const body = Buffer.concat([cipher.update(pack(payload)), cipher.final()]);
    return {
      metadata: { encoding: text(ENCODING), 'encryption-key-id': text(KEY_ID) },
      data: Buffer.concat([iv, cipher.getAuthTag(), body]),
    };
  }

  #decrypt(payload: Payload): Payload {
    const encoding = payload.metadata?.['encoding'];
    if (!encoding || new TextDecoder().decode(encoding) !== ENCODING || !payload.data)
      return payload;
    const data = Buffer.from(payload.data);
    const decipher = createDecipheriv(CIPHER, this.#key, data.subarray(0, IV_BYTES));
    decipher.setAAD(text(KEY_ID));
    decipher.setAuthTag(data.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const body = decipher.update(data.subarray(IV_BYTES + TAG_BYTES));
    return unpack(Buffer.concat([body, decipher.final()]));
  }
}

/** A payload as bytes: length of its metadata as JSON, the metadata, the data. */
function pack({ metadata, data }: Payload): Buffer {
  const entries = Object.entries(metadata ?? {}).map(([name, value]) => [
    name,
    Buffer.from(value).toString('base64'),
  ]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  // A payload of nothing comes from the protocol library with an empty array in place of bytes.
  return Buffer.concat([length, head, Buffer.from(data ?? [])]);
}

function unpack(packed: Buffer): Payload {
  const end = 4 + packed.readUInt32BE(0);
  const head = JSON.parse(packed.subarray(4, end).toString()) as Record<string, string>;
  const metadata = Object.fromEntries(
    Object.entries(head).map(([name, value]) => [
      name,
      new Uint8Array(Buffer.from(value, 'base64')),
    ]),
  );
  return { metadata, data: new Uint8Array(packed.subarray(end)) };
}
