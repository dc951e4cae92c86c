import { expect, test } from '@jest/globals';
import { aJudgment } from '../../support/supplies.ts';
import { inTown, until } from '../standIn.ts';

const { arrivedOn: _arrivedOn, supplier, ...said } = aJudgment('Lê Văn Tòa');
const information = { supplier: { kind: supplier.kind, name: supplier.name }, ...said };
const toUnit = 'STP-40';

test('a court supplies what it is told to, signed and numbered by itself', async () => {
  await inTown(async (town) => {
    const { messageIds } = await town.control('POST', 'units/TAND-40/supplies', {
      toUnit,
      information,
    });
    await until(() => town.arrivals.length === 1);
    const [arrival] = town.arrivals;
    expect(arrival).toMatchObject({
      typ: 'supplied-information',
      message: { messageId: messageIds[0], fromUnit: 'TAND-40', sequence: 1, toUnit, information },
    });
  });
});

test('a unit that repeats itself sends the very same message twice', async () => {
  await inTown(async (town) => {
    await town.control('PUT', 'units/TAND-40', { faults: { duplicateAnswers: true } });
    await town.control('POST', 'units/TAND-40/supplies', { toUnit, information });
    await until(() => town.arrivals.length === 2);
    const [first, second] = town.arrivals;
    expect(second).toEqual(first);
  });
});

test('what breaks the contract is refused at the controls', async () => {
  await inTown(async (town) => {
    const broken = { toUnit, information: { ...information, kind: 'RUMOUR' } };
    expect(await town.control('POST', 'units/TAND-40/supplies', broken)).toMatchObject({
      status: 400,
    });
  });
});
