import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signAssertion } from '../../agencies/assertion.ts';
import { newPrivateJwk, publicJwkOf } from '../../agencies/keyFile.ts';
import { type SigningKey, signMessage } from '../../agencies/signing.ts';
import { sql } from '../../db/sql.ts';
import { writeOfficeKeys } from '../../db/write/officeKeys.ts';
import { PublicJwk } from '../../domain/agencyMessage.ts';
import { type Door, doorOf } from '../support/door.ts';
import { anAnswer, registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { askedCase, HANOI } from '../support/scenes.ts';

let office: Office;
let door: Door;
let pens: Awaited<ReturnType<typeof registerPens>>;
beforeAll(async () => {
  office = await openOffice();
  door = doorOf(office);
  pens = await registerPens(office, [HANOI.police, HANOI.court, 'PV06-40']);
});
afterAll(() => office.close());

const HOUR_MS = 3_600_000;
const sendJws: Door['sendJws'] = (jws) => door.sendJws(jws);
const ask: Door['ask'] = (path, token) => door.ask(path, token);

async function say(message: { fromUnit: string }, typ: Parameters<typeof pens.sign>[1]) {
  return sendJws(await pens.sign(message, typ));
}

test('a unit announces its next key, and the old one ends', async () => {
  const unit = HANOI.court;
  const { clock } = office;
  const iso = (ms: number): string => new Date(clock.businessEpochMs + ms).toISOString();
  const jwk = newPrivateJwk();
  const kid = `${unit}.2`;
  const announcement = {
    messageId: randomUUID(),
    sequence: 1,
    fromUnit: unit,
    kid,
    jwk: publicJwkOf(jwk),
    validFrom: iso(-HOUR_MS),
    presentUntil: iso(HOUR_MS),
  };
  const scanBy = async (key: SigningKey | null, sequence: number) => {
    const message = { ...anAnswer('HN-P-2023-999999/COURT-1'), fromUnit: unit, sequence };
    if (key === null) return (await say(message, 'verification-answer')).code;
    return (await sendJws(await signMessage(message, key, 'verification-answer'))).code;
  };
  expect(await scanBy({ kid, jwk }, 2)).toBe('KEY_UNKNOWN');
  expect((await say(announcement, 'key-announcement')).status).toBe(200);
  expect((await say(announcement, 'key-announcement')).status).toBe(200);
  const foreign = {
    ...announcement,
    messageId: randomUUID(),
    sequence: 3,
    kid: `${HANOI.police}.2`,
  };
  expect((await say(foreign, 'key-announcement')).code).toBe('KEY_NOT_OF_THIS_UNIT');
  const another = {
    ...announcement,
    messageId: randomUUID(),
    sequence: 4,
    jwk: publicJwkOf(newPrivateJwk()),
  };
  expect((await say(another, 'key-announcement')).code).toBe('KEY_NAME_TAKEN');

  expect(await scanBy({ kid, jwk }, 5)).toBe('CASE_NOT_FOUND');
  expect(await scanBy(null, 6)).toBe('CASE_NOT_FOUND');
  await office.db.query(sql.typeAlias('void')`
    UPDATE unit_keys SET valid_to = ${iso(0)} WHERE kid = ${unit}
  `);
  expect(await scanBy(null, 7)).toBe('KEY_EXPIRED');
  const { body } = await ask('/agency/standing', await tokenBy(kid, jwk));
  expect(body.keys).toMatchObject([
    { kid: unit, standing: 'EXPIRED', registeredBy: 'setup' },
    { kid, standing: 'VALID', registeredBy: unit },
  ]);
});

function tokenBy(kid: string, jwk: SigningKey['jwk']): Promise<string> {
  return signAssertion(kid.split('.')[0] ?? '', { kid, jwk }, randomUUID());
}

test('a unit fetches its open questions page by page, and no other unit’s', async () => {
  const made = [await askedCase(office), await askedCase(office), await askedCase(office)];
  const page = async (query: string, unit: string = HANOI.police) =>
    ask(`/agency/requests${query}`, await pens.assertion(unit));
  const first = await page('?limit=2');
  expect(first.status).toBe(200);
  expect(first.body.requests).toHaveLength(2);
  const [asked] = first.body.requests;
  expect(asked).toMatchObject({
    toUnit: HANOI.police,
    fromUnit: HANOI.unit,
    kind: 'POLICE',
    round: 1,
  });
  expect(asked.person.fullName).toEqual(expect.any(String));
  const rest = await page(`?after=${encodeURIComponent(first.body.next)}`);
  expect(rest.body.next).toBeNull();
  const ids = [...first.body.requests, ...rest.body.requests].map(
    ({ requestId }: { requestId: string }) => requestId,
  );
  expect(ids.toSorted()).toEqual(made.map(({ policeRequest }) => policeRequest).toSorted());
  expect((await page('', 'PV06-40')).body.requests).toEqual([]);
  expect((await page('?after=never')).body.fields).toMatchObject([{ path: 'after' }]);
  const [own] = made;
  await say(anAnswer(own?.policeRequest ?? ''), 'verification-answer');
  expect((await page('')).body.requests).toHaveLength(2);
});

test('our own keys are shown for each of our units, also the next one', async () => {
  const jwk = () => PublicJwk.parse(publicJwkOf(newPrivateJwk()));
  await writeOfficeKeys(office.db, [
    { number: 1, signsFrom: '1970-01-01T00:00:00Z', jwk: jwk() },
    { number: 2, signsFrom: '2030-01-01T00:00:00Z', jwk: jwk() },
  ]);
  const reply = await office.app.inject({ method: 'GET', url: '/api/v1/agency/office-keys' });
  const kids = reply.json().keys.map(({ kid }: { kid: string }) => kid);
  expect(kids).toEqual(expect.arrayContaining(['lltp:STP-01', 'lltp:STP-01.2', 'lltp:TTLLTPQG']));
});

type Pen = SigningKey & { jwk: ReturnType<typeof newPrivateJwk> };

test('a withdrawn key takes with it what it announced, as the preview says, and its name never counts again', async () => {
  const unit = 'PV06-40';
  const admin = await office.as('quantri');
  const since = new Date(office.clock.businessEpochMs - HOUR_MS).toISOString();
  const stolen = { kid: `${unit}.2`, jwk: newPrivateJwk() };
  const further = { kid: `${unit}.3`, jwk: newPrivateJwk() };
  let sequence = 0;
  const announce = async ({ kid, jwk }: Pen, by: Pen | null) => {
    sequence += 1;
    const message = {
      messageId: randomUUID(),
      sequence,
      fromUnit: unit,
      kid,
      jwk: publicJwkOf(jwk),
      validFrom: since,
      presentUntil: null,
    };
    if (by === null) return (await say(message, 'key-announcement')).code;
    return (await sendJws(await signMessage(message, by, 'key-announcement'))).code;
  };
  expect(await announce(stolen, null)).toBeNull();
  expect(await announce(further, stolen)).toBeNull();
  const path = `/integrations/units/${unit}/keys/${stolen.kid}/withdrawal`;
  const { kids } = await admin.must('GET', path);
  expect(kids).toEqual([stolen.kid, further.kid]);
  const reason = 'Máy chủ ký bị xâm nhập';
  const short = await admin.ask('POST', path, { kids: [stolen.kid], reason });
  expect([short.status, short.body.code]).toEqual([409, 'PREVIEW_OUTDATED']);
  const { keys } = await admin.must('POST', path, { kids, reason });
  expect(keys).toMatchObject([
    { kid: unit, standing: 'VALID' },
    { kid: stolen.kid, standing: 'WITHDRAWN' },
    { kid: further.kid, standing: 'WITHDRAWN' },
  ]);
  expect((await admin.must('GET', path)).kids).toEqual([]);

  expect(await announce({ kid: `${unit}.4`, jwk: newPrivateJwk() }, further)).toBe('KEY_WITHDRAWN');
  expect(await announce(stolen, null)).toBe('KEY_NAME_WITHDRAWN');
  const byHand = { kid: stolen.kid, jwk: publicJwkOf(stolen.jwk), validFrom: since, validTo: null };
  const entered = await admin.ask('POST', `/integrations/units/${unit}/keys`, byHand);
  expect([entered.status, entered.body.code]).toEqual([409, 'KEY_NAME_WITHDRAWN']);
});
