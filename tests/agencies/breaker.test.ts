import { expect, test } from '@jest/globals';
import { createBreaker } from '../../agencies/breaker.ts';
import { AgencyRejected, AgencyUnavailable } from '../../agencies/failure.ts';

function withBreaker() {
  let at = 0;
  let calls = 0;
  const breaker = createBreaker({ now: () => at });
  return {
    pass: (ms: number) => (at += ms),
    calls: () => calls,
    fail: (unit = 'PV06-40', error: Error = new AgencyUnavailable(unit, 'HTTP_503')) =>
      breaker
        .run(unit, () => {
          calls += 1;
          return Promise.reject(error);
        })
        .catch((thrown: unknown) => thrown),
    succeed: (unit = 'PV06-40') =>
      breaker.run(unit, () => {
        calls += 1;
        return Promise.resolve('done');
      }),
    run: breaker.run,
    refuseLeftAlone: breaker.refuseLeftAlone,
  };
}

test('after three failures in a row the unit is not called for fifteen seconds', async () => {
  const { fail, succeed, pass, calls } = withBreaker();
  await fail();
  await fail();
  await fail();
  await expect(succeed()).rejects.toBeInstanceOf(AgencyUnavailable);
  pass(14_999);
  await expect(succeed()).rejects.toBeInstanceOf(AgencyUnavailable);
  expect(calls()).toBe(3);
});

test('who would prepare a call is told that the unit is left alone, and takes no trial by asking', async () => {
  const { fail, succeed, pass, refuseLeftAlone } = withBreaker();
  await fail();
  await fail();
  expect(() => refuseLeftAlone('PV06-40')).not.toThrow();
  await fail();
  expect(() => refuseLeftAlone('PV06-40')).toThrow(AgencyUnavailable);
  expect(() => refuseLeftAlone('PV06-42')).not.toThrow();
  pass(15_000);
  expect(() => refuseLeftAlone('PV06-40')).not.toThrow();
  expect(await succeed()).toBe('done');
});

test('then one trial goes through and closes it', async () => {
  const { fail, succeed, pass } = withBreaker();
  await fail();
  await fail();
  await fail();
  pass(15_000);
  expect(await succeed()).toBe('done');
  await fail();
  expect(await succeed()).toBe('done');
});

test('a failed trial opens it again at once', async () => {
  const { fail, succeed, pass, calls } = withBreaker();
  await fail();
  await fail();
  await fail();
  pass(15_000);
  await fail();
  await expect(succeed()).rejects.toBeInstanceOf(AgencyUnavailable);
  expect(calls()).toBe(4);
});

test('while the trial runs nobody else gets through', async () => {
  const { fail, succeed, pass, run, calls } = withBreaker();
  await fail();
  await fail();
  await fail();
  pass(15_000);
  let end: (value: string) => void = () => undefined;
  const trial = run('PV06-40', () => new Promise<string>((resolve) => (end = resolve)));
  await expect(succeed()).rejects.toBeInstanceOf(AgencyUnavailable);
  expect(calls()).toBe(3);
  end('answered');
  expect(await trial).toBe('answered');
  expect(await succeed()).toBe('done');
});

test('a success in between starts the count anew', async () => {
  const { fail, succeed } = withBreaker();
  await fail();
  await fail();
  await succeed();
  await fail();
  await fail();
  expect(await succeed()).toBe('done');
});

test('a refusal is a sign of life, not a failure', async () => {
  const { fail, succeed } = withBreaker();
  const refusal = new AgencyRejected('PV06-40', 'NOT_THE_ADDRESSEE');
  for (let n = 0; n < 4; n += 1) expect(await fail('PV06-40', refusal)).toBe(refusal);
  expect(await succeed()).toBe('done');
});

test('one unit’s silence does not cost another', async () => {
  const { fail, succeed } = withBreaker();
  await fail();
  await fail();
  await fail();
  expect(await succeed('PV06-42')).toBe('done');
});
