import { expect, test } from '@jest/globals';
import { AN_ENTRY, anItem, aRequest } from '../samples.ts';
import { inTown, type Town, until } from '../standIn.ts';

const UNIT = 'units/PV06-40';
const ABOUT = `requests/${encodeURIComponent(aRequest().requestId)}`;

function messages({ arrivals }: Town): any[] {
  return arrivals.map((arrival) => ('message' in arrival ? arrival.message : arrival));
}

test('a manual unit acknowledges and keeps silent until it is told to answer', async () => {
  await inTown(async (town) => {
    await town.control('PUT', 'units/POLICE', { mode: 'manual' });
    await town.client().sendVerification(aRequest({ dueAt: '2023-09-25T16:59:59.999Z' }));
    expect(await town.control('GET', ABOUT)).toMatchObject({ said: [], nextAt: null });
    await town.control('POST', `${ABOUT}/answer`, { outcome: 'RECORD_FOUND', entries: [AN_ENTRY] });
    await until(() => town.arrivals.length === 1);
    expect(messages(town)).toMatchObject([{ outcome: 'RECORD_FOUND', entries: [AN_ENTRY] }]);
  });
});

test('a unit switched to automatic answers what it has', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { mode: 'manual' });
    await town.client().sendVerification(aRequest());
    await town.control('PUT', UNIT, { mode: 'automatic' });
    await until(() => town.arrivals.length === 1);
    expect(messages(town)).toMatchObject([{ outcome: 'NO_RECORD' }]);
  });
});

test.each(['NO_RECORD', 'RECORD_FOUND', 'UNCLEAR', 'NEEDS_IDENTIFICATION'])(
  'the next outcome can be set to %s, for one request and no more',
  async (outcome) => {
    await inTown(async (town) => {
      const { units } = await town.control('PUT', UNIT, { nextOutcome: outcome });
      expect(units[0].settings.nextOutcome).toEqual({ outcome });
      await town.client().sendVerification(aRequest());
      await until(() => town.arrivals.length === 1);
      expect(messages(town)).toMatchObject([{ outcome }]);
      const state = await town.control('GET', 'state?unit=PV06-40');
      expect(state.units[0].settings.nextOutcome).toBeNull();
    });
  },
);

test('the outcome for a request can be set before it comes', async () => {
  await inTown(async (town) => {
    await town.control('PUT', ABOUT, { outcome: 'UNCLEAR', reason: 'Hai hồ sơ trùng tên' });
    await town.client().sendVerification(aRequest());
    await until(() => town.arrivals.length === 1);
    expect(messages(town)).toMatchObject([{ outcome: 'UNCLEAR', reason: 'Hai hồ sơ trùng tên' }]);
  });
});

test('the outcome for a request can be set after it came', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { mode: 'manual' });
    await town.client().sendVerification(aRequest());
    await town.control('PUT', ABOUT, { outcome: 'UNCLEAR' });
    await town.control('PUT', UNIT, { mode: 'automatic' });
    await until(() => town.arrivals.length === 1);
    expect(messages(town)).toMatchObject([{ outcome: 'UNCLEAR' }]);
  });
});

test('“not yet” names a reason and a date, and the answer follows', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { nextOutcome: 'CANNOT_ANSWER_YET' });
    await town.client().sendVerification(aRequest());
    await until(() => town.arrivals.length === 2);
    expect(messages(town)).toMatchObject([
      { outcome: 'CANNOT_ANSWER_YET', expectedAt: expect.stringMatching(/^\d{4}-/) },
      { outcome: 'NO_RECORD', expectedAt: null, sequence: 2 },
    ]);
  });
});

test('after identification was given the second round is answered', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { nextOutcome: 'NEEDS_IDENTIFICATION' });
    await town.client().sendVerification(aRequest());
    await until(() => town.arrivals.length === 1);
    const messageId = `${aRequest().requestId}/round-2`;
    const round2 = aRequest({ messageId, round: 2, identification: 'Giấy khai sinh' });
    await town.client().sendVerification(round2);
    await until(() => town.arrivals.length === 2);
    expect(messages(town).map(({ outcome }) => outcome)).toEqual([
      'NEEDS_IDENTIFICATION',
      'NO_RECORD',
    ]);
  });
});

test('a correction names the answer it replaces', async () => {
  await inTown(async (town) => {
    await town.client().sendVerification(aRequest());
    await until(() => town.arrivals.length === 1);
    await town.control('POST', `${ABOUT}/answer`, { outcome: 'RECORD_FOUND', replace: true });
    await until(() => town.arrivals.length === 2);
    const [first, second] = messages(town);
    expect(second).toMatchObject({ outcome: 'RECORD_FOUND', replaces: first.messageId });
  });
});

test('an envelope is collected, then delivered; or returned when that is wished', async () => {
  await inTown(async (town) => {
    const { trackingNumber } = await town.client().sendPostItem(anItem());
    await until(() => town.arrivals.length === 2);
    await town.control('PUT', 'units/BUUDIEN-40', { nextOutcome: 'RETURNED' });
    await town.client().sendPostItem(anItem({ messageId: 'NA-P-2023-000001/POST-12' }));
    await until(() => town.arrivals.length === 4);
    const events = messages(town).map(({ event }) => event);
    expect(events).toEqual(['COLLECTED', 'DELIVERED', 'COLLECTED', 'RETURNED']);
    expect(messages(town)[0]).toMatchObject({ caseId: anItem().caseId, trackingNumber });
  });
});

test('a letter is taken without a word more, and leaves the certificate’s way alone', async () => {
  await inTown(async (town) => {
    await town.control('PUT', 'units/BUUDIEN-40', { nextOutcome: 'RETURNED' });
    const letter = anItem({ messageId: 'NA-P-2023-000001/LETTER-4', contents: 'LETTER' });
    const { trackingNumber } = await town.client().sendPostItem(letter);
    expect(await town.client().sendPostItem(letter)).toMatchObject({ trackingNumber });
    await town.client().sendPostItem(anItem());
    await until(() => town.arrivals.length === 2);
    expect(messages(town).map(({ event }) => event)).toEqual(['COLLECTED', 'RETURNED']);
  });
});

test('our refusal ends a message; our trouble does not', async () => {
  await inTown(async (town) => {
    Object.assign(town.door, { status: 503 });
    await town.client().sendVerification(aRequest());
    await until(() => town.door.calls >= 3);
    Object.assign(town.door, { status: 409, code: 'ANSWER_ALREADY_GIVEN' });
    await until(async () => (await town.control('GET', ABOUT)).deliveries.length === 1);
    const view = await town.control('GET', ABOUT);
    expect(view).toMatchObject({
      underWay: 0,
      deliveries: [{ status: 409, code: 'ANSWER_ALREADY_GIVEN' }],
    });
  });
});

test('reset forgets requests and settings, and keeps counting messages', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { faults: { dropAck: false }, delayMs: 1 });
    await town.client().sendVerification(aRequest());
    await until(() => town.arrivals.length === 1);
    expect((await town.control('DELETE', 'state')).status).toBe(204);
    expect(await town.control('GET', 'state')).toMatchObject({ units: [], requests: [] });
    await town.client().sendVerification(aRequest());
    await until(() => town.arrivals.length === 2);
    expect(messages(town).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });
});

test.each([
  ['PUT', UNIT, { mode: 'sleepy' }, 400, 'INVALID_MESSAGE'],
  ['PUT', UNIT, { faults: { gremlins: true } }, 400, 'INVALID_MESSAGE'],
  ['PUT', 'units/PV06-00', { mode: 'manual' }, 404, 'UNKNOWN_UNIT'],
  ['POST', `${ABOUT}/answer`, { outcome: 'NO_RECORD' }, 404, 'UNKNOWN_REQUEST'],
])('control refuses %s %s %j', async (method, path, body, status, code) => {
  await inTown(async (town) => {
    expect(await town.control(method, path, body)).toMatchObject({ status, code });
  });
});

test('an answer of the wrong kind is refused', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { mode: 'manual' });
    await town.client().sendVerification(aRequest());
    const reply = await town.control('POST', `${ABOUT}/answer`, { outcome: 'DELIVERED' });
    expect(reply).toMatchObject({ status: 422, code: 'OUTCOME_NOT_OF_THIS_KIND' });
  });
});
