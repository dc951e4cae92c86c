import { expect, test } from '@jest/globals';
import { AgencyUnavailable } from '../../../agencies/failure.ts';
import { anItem, aRequest, requestNumber } from '../samples.ts';
import { type Arrival, inTown, type Town, until } from '../standIn.ts';

const UNIT = 'units/PV06-40';

/** What came to our door, in short: outcome or scan, or the refusal. */
function short(arrival: Arrival): string {
  if (arrival.typ === 'refused') return arrival.code;
  if (arrival.typ === 'key-announcement') return arrival.message.kid;
  if (arrival.typ === 'supplied-information') return arrival.message.information.kind;
  return arrival.typ === 'post-event' ? arrival.message.event : arrival.message.outcome;
}

function answersIn({ arrivals }: Town) {
  return arrivals.flatMap((arrival) =>
    arrival.typ === 'verification-answer' ? [arrival.message] : [],
  );
}

async function askWith(town: Town, faults: object): Promise<void> {
  await town.control('PUT', UNIT, { faults, nextOutcome: 'NO_RECORD' });
  await town.client().sendVerification(aRequest());
}

async function delivered(town: Town, count: number): Promise<void> {
  await until(async () => {
    const view = await town.control('GET', town.subject(aRequest().requestId));
    return view.deliveries.length === count && view.underWay === 0;
  });
}

test('without faults one signed answer comes', async () => {
  await inTown(async (town) => {
    await askWith(town, {});
    await delivered(town, 1);
    expect(answersIn(town)).toMatchObject([
      { requestId: aRequest().requestId, fromUnit: 'PV06-40', sequence: 1, outcome: 'NO_RECORD' },
    ]);
  });
});

test('duplicateAnswers sends the same message twice', async () => {
  await inTown(async (town) => {
    await askWith(town, { duplicateAnswers: true });
    await delivered(town, 2);
    const [first, second] = answersIn(town);
    expect(second).toEqual(first);
  });
});

test('reorder lets the later message overtake the earlier', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { faults: { reorder: true } });
    await town.client().sendVerification(requestNumber(1));
    await until(async () => (await town.control('GET', 'state')).underWay === 1);
    expect(town.arrivals).toHaveLength(0);
    await town.client().sendVerification(requestNumber(2));
    await until(() => town.arrivals.length === 2);
    expect(answersIn(town).map(({ sequence }) => sequence)).toEqual([2, 1]);
  });
});

test('switching reorder off lets go what was held', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { faults: { reorder: true } });
    await town.client().sendVerification(requestNumber(1));
    await until(async () => (await town.control('GET', 'state')).underWay === 1);
    await town.control('PUT', UNIT, { faults: { reorder: false } });
    await until(() => town.arrivals.length === 1);
    expect(answersIn(town)).toMatchObject([{ sequence: 1 }]);
  });
});

test('reorder turns the scans of an envelope round', async () => {
  await inTown(async (town) => {
    await town.control('PUT', 'units/POST', { faults: { reorder: true } });
    await town.client().sendPostItem(anItem());
    await until(() => town.arrivals.length === 2);
    expect(town.arrivals.map(short)).toEqual(['DELIVERED', 'COLLECTED']);
  });
});

test('lateAnswer plans the answer one business hour after the due date', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { faults: { lateAnswer: true } });
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    await town.client().sendVerification(aRequest({ dueAt }));
    const view = await town.control('GET', town.subject(aRequest().requestId));
    expect(Date.parse(view.nextAt)).toBe(Date.parse(dueAt) + 3_600_000);
  });
});

test('wrongAgency lets a unit answer that was not asked, under its own good signature', async () => {
  await inTown(async (town) => {
    await askWith(town, { wrongAgency: true });
    await delivered(town, 2);
    const units = answersIn(town).map(({ fromUnit }) => fromUnit);
    expect(units).toEqual([expect.stringMatching(/^PV06-(?!40)|^V06/), 'PV06-40']);
  });
});

test('wrongKey, malformed and unknownRequest come first and are refused; the true answer follows', async () => {
  await inTown(async (town) => {
    await askWith(town, { wrongKey: true, unknownRequest: true, malformed: true });
    await delivered(town, 4);
    expect(town.arrivals.map(short)).toEqual([
      'SIGNATURE_WRONG',
      'NO_RECORD',
      'INVALID_INPUT',
      'NO_RECORD',
    ]);
    expect(answersIn(town).map(({ requestId }) => requestId)).toEqual([
      'NA-P-2023-000001/POLICE-1-0',
      'NA-P-2023-000001/POLICE-1',
    ]);
    const { refused } = await town.control('GET', 'state');
    expect(refused.map(({ code }: { code: string }) => code)).toEqual([
      'SIGNATURE_WRONG',
      'INVALID_INPUT',
    ]);
  });
});

test('faultyOnly keeps the true answer back; it can be given by hand later', async () => {
  await inTown(async (town) => {
    await askWith(town, { malformed: true, faultyOnly: true });
    await delivered(town, 1);
    expect(town.arrivals.map(short)).toEqual(['INVALID_INPUT']);
    await town.control('DELETE', UNIT);
    const about = town.subject(aRequest().requestId);
    await town.control('POST', `${about}/answer`, { outcome: 'NO_RECORD' });
    await delivered(town, 2);
    expect(town.arrivals.map(short)).toEqual(['INVALID_INPUT', 'NO_RECORD']);
  });
});

test('dropAck loses the first acknowledgement, not the question', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { faults: { dropAck: true } });
    const { sendVerification } = town.client();
    await expect(sendVerification(aRequest())).rejects.toBeInstanceOf(AgencyUnavailable);
    await expect(sendVerification(aRequest())).resolves.toMatchObject({
      reference: expect.stringContaining('1/'),
    });
    await delivered(town, 1);
    expect(town.arrivals).toHaveLength(1);
  });
});

test('answerTwiceDifferently contradicts itself without saying so', async () => {
  await inTown(async (town) => {
    await askWith(town, { answerTwiceDifferently: true });
    await delivered(town, 2);
    expect(answersIn(town)).toMatchObject([
      { outcome: 'NO_RECORD', sequence: 1, replaces: null },
      { outcome: 'UNCLEAR', sequence: 2, replaces: null },
    ]);
  });
});

test('in an outage answers pile up and come when it is over', async () => {
  await inTown(async (town) => {
    await town.control('PUT', UNIT, { mode: 'manual' });
    await town.client().sendVerification(aRequest());
    await town.control('PUT', UNIT, { outage: true, mode: 'automatic' });
    await until(async () => (await town.control('GET', 'state')).underWay === 1);
    expect(town.door.calls).toBe(0);
    await town.control('PUT', UNIT, { outage: false });
    await delivered(town, 1);
    expect(town.arrivals.map(short)).toEqual(['NO_RECORD']);
  });
});

test('an outage until a business instant ends by itself', async () => {
  const epoch = Date.parse('2023-09-18T01:00:00Z');
  const clock = { businessEpochMs: epoch, realEpochMs: Date.now(), speed: 3600 };
  await inTown(
    async (town) => {
      const untilBusiness = new Date(epoch + 3600 * 2000).toISOString();
      await town.control('PUT', 'units/PV06-42', { mode: 'manual' });
      await town.client().sendVerification(aRequest({ toUnit: 'PV06-42' }));
      const change = { mode: 'automatic', outage: { untilBusiness } };
      await town.control('PUT', 'units/PV06-42', change);
      await delivered(town, 1);
      const { businessNow } = await town.control('GET', 'state?limit=0');
      expect(businessNow >= untilBusiness).toBe(true);
    },
    { clock },
  );
});
