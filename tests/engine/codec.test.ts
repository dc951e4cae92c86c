import { expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import fc from 'fast-check';
import { EncryptingCodec } from '../../engine/codec.ts';

const newKey = (): string => randomBytes(32).toString('base64');
const codec = new EncryptingCodec(newKey());

test('what is encoded is decoded again, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const payload = defaultPayloadConverter.toPayload(value);
      if (payload === undefined) return;
      const [decoded] = await codec.decode(await codec.encode([payload]));
      expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
  );
});

async function sealed(text: string) {
  const payload = defaultPayloadConverter.toPayload(text);
  const [encoded] = await codec.encode(payload === undefined ? [] : [payload]);
  if (encoded === undefined) throw new Error('nothing encoded');
  return encoded;
}

test('nothing of the content can be read without the key, and no two are alike', async () => {
  const [one, other] = [await sealed('Nguyễn Thị Mẫu'), await sealed('Nguyễn Thị Mẫu')];
  expect(Buffer.from(one.data ?? []).includes('Nguyễn')).toBe(false);
  expect(one.data).not.toEqual(other.data);
  expect(Object.keys(one.metadata ?? {}).toSorted()).toEqual(['encoding', 'encryption-key-id']);
});

test('another key does not open it', async () => {
  const other = new EncryptingCodec(newKey());
  await expect(other.decode([await sealed('secret')])).rejects.toThrow(/authenticate/u);
});

test('an altered byte anywhere is noticed', async () => {
  const { metadata, data } = await sealed('secret');
  const bytes = Buffer.from(data ?? []);
  for (const at of [0, 12, 28, bytes.length - 1]) {
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    await expect(codec.decode([{ ...(metadata && { metadata }), data: altered }])).rejects.toThrow(
      /authenticate/u,
    );
  }
});

test('a payload that was never encrypted passes as it is', async () => {
  const plain = defaultPayloadConverter.toPayload('plain') ?? {};
  expect(await codec.decode([plain])).toEqual([plain]);
});

test('a key of another length is refused', () => {
  expect(() => new EncryptingCodec(randomBytes(16).toString('base64'))).toThrow(/32 bytes/u);
});
