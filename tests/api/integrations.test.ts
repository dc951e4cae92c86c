import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { newPrivateJwk, publicJwkOf } from '../../agencies/keyFile.ts';
import { sql } from '../../db/sql.ts';
import type { DeadLetter, UnitTraffic } from '../../domain/integration.ts';
import { anAnswer, registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { answer, askedCase, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';

let office: Office;
let admin: Person;
let pens: Awaited<ReturnType<typeof registerPens>>;
beforeAll(async () => {
  office = await openOffice();
  admin = await office.as('quantri');
  pens = await registerPens(office, [HANOI.police]);
});
afterAll(() => office.close());

/** A case whose question the police refused for good. */
async function refusedCase() {
  office.agencies.mood.rejecting.add(HANOI.police);
  const asked = await askedCase(office);
  await until(async () => (await letters()).some(({ caseId }) => caseId === asked.caseId));
  office.agencies.mood.rejecting.delete(HANOI.police);
  return { ...asked, messageId: `${asked.policeRequest}/round-1` };
}

async function letters(query = ''): Promise<DeadLetter[]> {
  const { body } = await admin.ask('GET', `/integrations/dead-letters${query}`);
  return body.letters;
}

async function preview(messageIds: readonly string[]) {
  const { body } = await admin.ask('POST', '/integrations/resends/previews', { messageIds });
  return body;
}

const order = (token: string) => admin.ask('POST', `/integrations/resends/${token}`);

/** Wait until a message is acknowledged. */
function acknowledged(messageId: string) {
  return until(async () => {
    const row = await office.db.one(sql.type(z.object({ at: z.string().nullable() }))`
      SELECT acknowledged_at AS at FROM outgoing_messages WHERE id = ${messageId}
    `);
    return row.at;
  });
}

test('a refused question is a dead letter with its reason; sent again it is asked once and answered', async () => {
  const { caseId, policeRequest, messageId } = await refusedCase();
  expect(await letters(`?q=${caseId}`)).toMatchObject([
    {
      id: messageId,
      unit: HANOI.police,
      reason: 'REJECTED',
      code: 'INVALID_MESSAGE',
      ordered: false,
    },
  ]);
  const { token, included, excluded } = await preview([messageId, 'none']);
  expect(included).toMatchObject([{ id: messageId }]);
  expect(excluded).toEqual([{ messageId: 'none', why: 'NOT_FOUND' }]);
  expect((await order(token)).body).toEqual({ ordered: 1 });
  expect((await order(token)).body).toEqual({ ordered: 1 });
  await acknowledged(messageId);
  expect(await letters(`?q=${caseId}`)).toEqual([]);
  const asked = office.agencies.asked.filter(({ requestId }) => requestId === policeRequest);
  expect(asked).toHaveLength(1);
  await answer(office, policeRequest);
  const { line } = await (await office.as(HANOI.officer)).case(caseId);
  expect(line.step).toBe('EVALUATING');
});

test('what was answered otherwise or withdrawn needs no sending again', async () => {
  const answered = await refusedCase();
  await answer(office, answered.policeRequest);
  const withdrawn = await refusedCase();
  const desk = await office.as(HANOI.desk);
  await desk.act(withdrawn.caseId, 'withdraw', { paper: { reason: 'Không còn nhu cầu' } });
  const ids = [answered.messageId, withdrawn.messageId];
  const { included, excluded } = await preview(ids);
  expect(included).toEqual([]);
  expect(excluded.map(({ why }: { why: string }) => why)).toEqual(
    ids.map(() => 'NO_LONGER_NEEDED'),
  );
  expect((await letters()).filter(({ id }) => ids.includes(id))).toEqual([]);
});

test('dead letters are paged, filtered and exported', async () => {
  const made = [await refusedCase(), await refusedCase(), await refusedCase()];
  const first = await admin.ask('GET', `/integrations/dead-letters?limit=2&unit=${HANOI.police}`);
  expect(first.body.letters).toHaveLength(2);
  const rest = await letters(`?unit=${HANOI.police}&after=${encodeURIComponent(first.body.next)}`);
  const all = [...first.body.letters, ...rest].map(({ id }: DeadLetter) => id);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(made.map(({ messageId }) => messageId)));
  expect(await letters('?code=NO_SUCH_CODE')).toEqual([]);
  const { text } = await admin.ask('GET', `/dead-letters.csv?unit=${HANOI.police}`);
  expect(text.trim().split('\n')).toHaveLength(all.length + 1);
});

test('traffic shows each unit’s line, its waiting questions and what was refused at the door', async () => {
  const noKey = await pens.sign({ ...anAnswer('x/POLICE-1') }, 'post-item');
  await new Person(office.app).ask('POST', '/agency-messages', { jws: noKey });
  const { body } = await admin.ask('GET', '/integrations');
  const police = body.units.find(({ unit }: UnitTraffic) => unit === HANOI.police);
  expect(police).toMatchObject({ kind: 'POLICE', line: 'UP' });
  expect(police.sent).toBeGreaterThan(3);
  expect(police.dead).toBeGreaterThan(0);
  expect(police.waiting).toBeGreaterThan(0);
  expect(police.answered).toBeGreaterThan(0);
  expect(police.refusedArrivals).toBe(1);
  const { body: seen } = await admin.ask('GET', '/integrations/arrivals?refused=true');
  expect(seen.arrivals).toMatchObject([{ unit: HANOI.police, verdict: 'MESSAGE_KIND_UNKNOWN' }]);
});

test('an administrator registers a key of a unit and withdraws it; its signature then counts no more', async () => {
  const unit = 'PV06-40';
  const path = `/integrations/units/${unit}`;
  const from = new Date(office.clock.businessEpochMs - 1_000).toISOString();
  const form = (kid: string, jwk = publicJwkOf(newPrivateJwk())) => ({
    kid,
    jwk,
    validFrom: from,
    validTo: null,
  });
  await registerPens(office, [unit]);
  const given = form(`${unit}.2`);
  const { body } = await admin.ask('POST', `${path}/keys`, given);
  expect(body.keys).toMatchObject([{ kid: unit }, { kid: `${unit}.2`, standing: 'VALID' }]);
  const again = await admin.ask('POST', `${path}/keys`, form(`${unit}.2`));
  expect(again.body.code).toBe('KEY_NAME_TAKEN');
  const foreign = await admin.ask('POST', `${path}/keys`, form(`${HANOI.police}.2`));
  expect(foreign.body.code).toBe('KEY_NOT_OF_THIS_UNIT');
  const backwards = { ...form(`${unit}.3`), validTo: '2001-01-01T00:00:00Z' };
  expect((await admin.ask('POST', `${path}/keys`, backwards)).body.fields).toMatchObject([
    { path: 'validTo', code: 'ENDS_BEFORE_IT_BEGINS' },
  ]);

  const message = anAnswer('HN-P-2023-999999/POLICE-1');
  const tell = async () => {
    const another = { ...message, messageId: randomUUID() };
    const jws = await pens.sign(another, 'verification-answer');
    return (await new Person(office.app).ask('POST', '/agency-messages', { jws })).body.code;
  };
  const reason = 'Máy chủ ký bị xâm nhập';
  const withdrawal = `/integrations/units/${HANOI.police}/keys/${HANOI.police}/withdrawal`;
  expect(await tell()).toBe('CASE_NOT_FOUND');
  const withdrawn = await admin.ask('POST', withdrawal, { kids: [HANOI.police], reason });
  expect(withdrawn.body.keys).toMatchObject([{ kid: HANOI.police, standing: 'WITHDRAWN' }]);
  expect(await tell()).toBe('KEY_WITHDRAWN');
});

test('an order stands while the agency is out, and ends when it refuses again', async () => {
  const { mood } = office.agencies;
  const out = await refusedCase();
  const refusing = await refusedCase();
  mood.out.add(HANOI.police);
  await order((await preview([out.messageId])).token);
  const Attempt = z.object({ code: z.string().nullable() });
  await until(async () => {
    const row = await office.db.one(sql.type(Attempt)`
      SELECT last_error_code AS code FROM outgoing_messages WHERE id = ${out.messageId}
    `);
    return row.code === 'NOT_REACHED';
  });
  const { excluded } = await preview([out.messageId]);
  expect(excluded).toEqual([{ messageId: out.messageId, why: 'ALREADY_ORDERED' }]);
  mood.out.delete(HANOI.police);
  await acknowledged(out.messageId);
  expect((await preview([out.messageId])).excluded[0].why).toBe('ALREADY_ACKNOWLEDGED');

  mood.rejecting.add(HANOI.police);
  await order((await preview([refusing.messageId])).token);
  await until(async () => (await letters(`?q=${refusing.caseId}`))[0]?.ordered === false);
  mood.rejecting.delete(HANOI.police);
  expect(await letters(`?q=${refusing.caseId}`)).toMatchObject([
    { reason: 'REJECTED', attempts: 2 },
  ]);
});

test('what nobody tries any more is a dead letter too; what is on its way is not', async () => {
  const { mood } = office.agencies;
  mood.out.add(HANOI.police);
  const { policeRequest, caseId } = await askedCase(office);
  const messageId = `${policeRequest}/round-1`;
  expect((await preview([messageId])).excluded).toEqual([{ messageId, why: 'STILL_ON_ITS_WAY' }]);
  await office.withoutWorkers(async () => {
    await office.db.query(sql.typeAlias('void')`
      UPDATE outgoing_messages SET last_tried_at = now() - interval '2 hours' WHERE id = ${messageId}
    `);
    expect(await letters(`?q=${caseId}`)).toMatchObject([{ id: messageId, reason: 'GIVEN_UP' }]);
  });
  mood.out.delete(HANOI.police);
});
