import { expect, test } from '@jest/globals';
import type { Account } from '../../domain/account.ts';
import { bulkIn } from '../../web/records/tabs.ts';

const OFFICER = { roles: ['RECORD_OFFICER'] } as unknown as Account;

test('what was entered is sent at once, what was returned only from its own page', () => {
  expect(bulkIn('ENTERED', OFFICER)).toBe('send');
  expect(bulkIn('RETURNED', OFFICER)).toBeNull();
  expect(bulkIn('SENT', OFFICER)).toBeNull();
});
