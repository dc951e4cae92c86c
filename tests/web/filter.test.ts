import { expect, test } from '@jest/globals';
import { APPLICATION_STEPS } from '../../domain/flow/applicationState.ts';
import { CODE_REQUEST_STEPS } from '../../domain/flow/codeRequestState.ts';
import { RECONCILIATION_STEPS } from '../../domain/flow/reconciliationState.ts';
import { TRANSFER_STEPS } from '../../domain/flow/transferState.ts';
import { changed, filterFrom, stepsOf } from '../../web/officer/worklist/filter.ts';

const read = (address: string) => {
  const search = new URLSearchParams(address);
  return filterFrom((key) => search.get(key), 'unclaimed');
};

test('a link of the board keeps its unit, kind and step', () => {
  const filter = read('queue=late&unit=STP-01&kind=APPLICATION&step=SIGNING');
  expect(filter).toEqual({ queue: 'late', unit: 'STP-01', kind: 'APPLICATION', step: 'SIGNING' });
});

test('a link of the league keeps the unit that owes an answer', () => {
  expect(read('queue=all&overdueBy=PV06-01')).toEqual({ queue: 'all', overdueBy: 'PV06-01' });
  expect(read('queue=all&owedBy=PV06-01')).toEqual({ queue: 'all', owedBy: 'PV06-01' });
});

test('what the list does not know is dropped, and an unknown queue falls back', () => {
  expect(read('queue=nowhere&colour=red&unit=')).toEqual({ queue: 'unclaimed' });
});

test('the unit of a link can be removed, the rest stays', () => {
  const filter = read('queue=late&unit=STP-01&step=SIGNING');
  expect(changed(filter, 'unit', undefined)).toEqual({ queue: 'late', step: 'SIGNING' });
});

test('another kind of case takes no step along that it does not have', () => {
  const filter = read('queue=all&kind=APPLICATION&step=SIGNING');
  expect(changed(filter, 'kind', 'TRANSFER')).toEqual({ queue: 'all', kind: 'TRANSFER' });
});

test('without a kind the steps of all can be chosen, and shown by their names', () => {
  expect(stepsOf(undefined)).toEqual([
    ...APPLICATION_STEPS,
    ...TRANSFER_STEPS,
    ...CODE_REQUEST_STEPS,
    ...RECONCILIATION_STEPS,
  ]);
  expect(stepsOf('TRANSFER')).toEqual(TRANSFER_STEPS);
});
