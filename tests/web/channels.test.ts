import { expect, test } from '@jest/globals';
import { electronicState } from '../../domain/exchange/channelState.ts';
import { TRANSFER_STEPS } from '../../domain/flow/transferState.ts';
import { exchange } from '../../web/words/exchange.ts';

test('every step says where the electronic copy is, in words of both languages', () => {
  for (const step of TRANSFER_STEPS) {
    const word = `electronicState.${electronicState(step)}` as keyof typeof exchange.vi;
    expect(exchange.vi[word]).toEqual(expect.any(String));
    expect(exchange.en[word]).toEqual(expect.any(String));
  }
});
