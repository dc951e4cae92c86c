import { decodeProtectedHeader } from 'jose';
import * as z from 'zod';
import { MessageId, Numbered } from '../domain/agencyMessage.ts';
import type { Evidence } from '../db/intake/evidence.ts';
import { signerOf } from '../agencies/signing.ts';

export type Claims = Pick<Evidence, 'unit' | 'kid' | 'typ' | 'messageId' | 'sequence'>;

/** Nothing that can be read. */
export const NO_CLAIMS: Claims = {
  unit: null,
  kid: null,
  typ: null,
  messageId: null,
  sequence: null,
};

const Name = MessageId.max(60).catch('');

/** What a message says of itself, for finding it again. Nobody has proved any of it. */
export function claimsOf(jws: string): Claims {
  try {
    const { kid, typ } = decodeProtectedHeader(jws);
    const name = Name.parse(kid);
    const payload: unknown = JSON.parse(
      Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString(),
    );
    return {
      unit: field(payload, 'fromUnit', Name) || signerOf(name) || null,
      kid: name || null,
      typ: Name.parse(typ) || null,
      messageId: field(payload, 'messageId', Numbered.shape.messageId),
      sequence: field(payload, 'sequence', Numbered.shape.sequence),
    };
  } catch {
    return NO_CLAIMS; // that is all that can be said of it
  }
}

function field<T>(payload: unknown, name: string, schema: z.ZodType<T>): T | null {
  const value = z.record(z.string(), z.unknown()).safeParse(payload).data?.[name];
  return schema.safeParse(value).data ?? null;
}
