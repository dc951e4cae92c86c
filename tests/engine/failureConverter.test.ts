import { expect, test } from '@jest/globals';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import { failureConverter } from '../../engine/failureConverter.ts';

const QUOTED = 'invalid input syntax for type uuid: "Nguyễn Thị Mẫu"';
const BROKEN = 'new row for relation "records" violates check constraint "records_check"';

/** What would travel of an error, before it is encrypted: of itself and of its causes. */
function told(error: unknown): string {
  const failure = failureConverter.errorToFailure(error, defaultPayloadConverter);
  const texts: string[] = [];
  for (let at: typeof failure | null | undefined = failure; at; at = at.cause) {
    expect([at.message, at.stackTrace]).toEqual(['Encoded failure', '']);
    texts.push(Buffer.from(at.encodedAttributes?.data ?? []).toString());
  }
  return texts.join('\n');
}

test.each([
  ['quotes the value', new Error(QUOTED)],
  ['has a cause that does', new Error('Query failed.', { cause: new TypeError(QUOTED) })],
  ['writes out what it found', new Error("Unhandled error. (error\n  detail: 'Nguyễn Thị Mẫu')")],
  ['is no error', { name: 'Nguyễn Thị Mẫu' }],
  ['is one of an activity', ApplicationFailure.fromError(new Error(QUOTED))],
])('of an error that %s, only what finds the fault travels', (_, error) => {
  expect(told(error)).not.toMatch(/Mẫu/u);
});

test('names of the schema, codes and frames travel', () => {
  const text = told(ApplicationFailure.nonRetryable(BROKEN, 'FAULT', { rev: 3 }));
  expect(text).toContain(JSON.stringify(BROKEN).slice(1, -1));
  expect(text).toMatch(/failureConverter\.test/u);
  const refused = ApplicationFailure.nonRetryable('CASE_CLOSED', 'CASE_CLOSED', { rev: 3 });
  const again = failureConverter.failureToError(
    failureConverter.errorToFailure(refused, defaultPayloadConverter),
    defaultPayloadConverter,
  );
  expect(again).toMatchObject({
    message: 'CASE_CLOSED',
    type: 'CASE_CLOSED',
    details: [{ rev: 3 }],
  });
});
