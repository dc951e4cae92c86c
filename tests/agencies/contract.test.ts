import { expect, test } from '@jest/globals';
import { Ack, openIncoming, PostAck, PostItemRequest } from '../../agencies/contract.ts';
import { VerificationRequestMessage } from '../../agencies/contract.ts';
import { newPrivateJwk, publicJwkOf } from '../../agencies/keyFile.ts';
import { type MessageType, openMessage, signMessage } from '../../agencies/signing.ts';
import { AnswerMessage, PostEventMessage } from '../../domain/agencyMessage.ts';
import { AN_ENTRY, anAnswer, anItem, aRequest } from './samples.ts';

const jwk = newPrivateJwk();
const keyOf = () => publicJwkOf(jwk);
const acceptedAt = '2023-09-18T02:00:01.000Z';
const scan = {
  messageId: 's-1',
  sequence: 2,
  caseId: 'NA-P-2023-000001',
  fromUnit: 'BUUDIEN-40',
  trackingNumber: 'EV123456785VN',
  event: 'DELIVERED' as const,
  at: '2023-09-29T04:00:00.000Z',
};

test.each([
  ['verification-request', VerificationRequestMessage, aRequest()],
  ['verification-ack', Ack, { messageId: 'm', acceptedAt, reference: '1/2023/PV06-40' }],
  ['verification-answer', AnswerMessage, anAnswer()],
  ['post-item', PostItemRequest, anItem()],
  ['post-ack', PostAck, { messageId: 'm', acceptedAt, trackingNumber: 'EV123456785VN' }],
  ['post-event', PostEventMessage, scan],
] as const)('a %s comes out of its envelope as it went in', async (typ, schema, message) => {
  const jws = await signMessage(message, { kid: 'PV06-40', jwk }, typ);
  const opened = await openMessage(jws, keyOf, [typ]);
  expect(schema.parse(opened.payload)).toEqual(message);
  expect(schema.safeParse({ ...message, extra: 1 }).success).toBe(false);
});

test.each([
  [{ outcome: 'RECORD_FOUND' as const }, 'ENTRY_FOR_RECORD_FOUND'],
  [{ entries: [AN_ENTRY] }, 'ENTRY_FOR_RECORD_FOUND'],
  [{ outcome: 'NEEDS_IDENTIFICATION' as const }, 'SAY_WHAT_IS_NEEDED'],
  [{ outcome: 'CANNOT_ANSWER_YET' as const, expectedAt: '2023-10-02' }, 'SAY_WHY'],
  [{ outcome: 'CANNOT_ANSWER_YET' as const, reason: 'tàng thư' }, 'NEW_DATE_IF_NOT_YET'],
  [{ expectedAt: '2023-10-02' }, 'NEW_DATE_IF_NOT_YET'],
])('an answer that contradicts itself is refused: %j', (change, code) => {
  const result = AnswerMessage.safeParse(anAnswer(change));
  expect(result.error?.issues.map(({ message }) => message)).toContain(code);
});

test.each(['1975', '1975-04', '1975-04-30'])(
  'a birth date may be as partial as %s',
  (birthDate) => {
    const person = { ...aRequest().person, birthDate };
    expect(VerificationRequestMessage.safeParse(aRequest({ person })).success).toBe(true);
  },
);

test.each(['75', '1975-13', '1975-02-30'])('%s is not a birth date', (birthDate) => {
  const person = { ...aRequest().person, birthDate };
  expect(VerificationRequestMessage.safeParse(aRequest({ person })).success).toBe(false);
});

test.each([
  ['verification-answer', anAnswer()],
  ['post-event', scan],
] as const)(
  'a %s is opened with its kind, and only in its signer’s own name',
  async (typ, message) => {
    const own = await signMessage(message, { kid: message.fromUnit, jwk }, typ);
    expect(await openIncoming(own, keyOf)).toEqual({ typ, message });
    const foreign = await signMessage(message, { kid: 'PV06-42', jwk }, typ);
    await expect(openIncoming(foreign, keyOf)).rejects.toMatchObject({ defect: 'WRONG_SIGNER' });
  },
);

test.each<MessageType>(['verification-request', 'verification-ack', 'post-item', 'post-ack'])(
  'a %s is nothing an agency sends of its own accord',
  async (typ) => {
    const jws = await signMessage(anAnswer(), { kid: 'PV06-40', jwk }, typ);
    await expect(openIncoming(jws, keyOf)).rejects.toMatchObject({ defect: 'WRONG_TYPE' });
  },
);
