import { expect, test } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import { newPrivateJwk, publicJwkOf } from '../../agencies/keyFile.ts';
import { openMessage, signMessage } from '../../agencies/signing.ts';

const MINUTE_MS = 60_000;
const key = { kid: 'PV06-40', jwk: newPrivateJwk() };
const keyOf = (kid: string) => (kid === key.kid ? publicJwkOf(key.jwk) : null);
const payload = { messageId: 'm-1', name: 'Nguyễn' };
const now = Date.parse('2026-01-05T01:00:00Z');

function signed(typ: 'verification-ack' | 'post-ack' = 'verification-ack'): Promise<string> {
  return signMessage(payload, key, typ, now);
}

test('a signed message opens to its payload, its signer and the instant of signing', async () => {
  expect(await openMessage(await signed(), keyOf, ['verification-ack'], now + 1000)).toEqual({
    payload,
    kid: 'PV06-40',
    typ: 'verification-ack',
    signedAtMs: now,
  });
});

test('the key of somebody else does not open it', async () => {
  const other = () => publicJwkOf(newPrivateJwk());
  await expect(openMessage(await signed(), other, undefined, now)).rejects.toMatchObject({
    code: 'SIGNATURE_WRONG',
    defect: 'WRONG_SIGNATURE',
  });
});

test.each([0, 1])('a change in part %i of it is noticed', async (part) => {
  const parts = (await signed()).split('.');
  const object = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString());
  parts[part] = Buffer.from(JSON.stringify({ ...object, more: 1 })).toString('base64url');
  await expect(openMessage(parts.join('.'), keyOf, undefined, now)).rejects.toMatchObject({
    defect: 'WRONG_SIGNATURE',
  });
});

test('it is good for five minutes and a minute of clock difference, either way', async () => {
  const jws = await signed();
  const openAt = (at: number) => openMessage(jws, keyOf, undefined, at);
  await expect(openAt(now + 5.9 * MINUTE_MS)).resolves.toMatchObject({ payload });
  await expect(openAt(now + 6.1 * MINUTE_MS)).rejects.toMatchObject({ defect: 'EXPIRED' });
  await expect(openAt(now - 0.9 * MINUTE_MS)).resolves.toMatchObject({ payload });
  await expect(openAt(now - 1.1 * MINUTE_MS)).rejects.toMatchObject({ defect: 'EXPIRED' });
});

test('a signer nobody knows is refused', async () => {
  const jws = await signMessage(payload, { ...key, kid: 'PV06-99' }, 'verification-ack', now);
  await expect(openMessage(jws, keyOf, undefined, now)).rejects.toMatchObject({
    defect: 'UNKNOWN_KEY',
  });
});

test('one kind of message does not pass for another', async () => {
  const jws = await signed('post-ack');
  await expect(openMessage(jws, keyOf, ['verification-ack'], now)).rejects.toMatchObject({
    defect: 'WRONG_TYPE',
  });
});

test('an unsigned token is no signature, whatever its header claims', async () => {
  const header = { alg: 'none', typ: 'verification-ack', kid: key.kid, iat: now / 1000 };
  const head = Buffer.from(JSON.stringify({ ...header, exp: now / 1000 + 60 })).toString(
    'base64url',
  );
  const body = new UnsecuredJWT(payload).encode().split('.')[1] ?? '';
  await expect(openMessage(`${head}.${body}.`, keyOf, undefined, now)).rejects.toMatchObject({
    code: 'SIGNATURE_WRONG',
  });
});

test.each(['', 'nothing', 'a.b.c', '{}'])('%j is not a signed message', async (text) => {
  await expect(openMessage(text, keyOf, undefined, now)).rejects.toMatchObject({
    defect: 'NOT_A_JWS',
  });
});
