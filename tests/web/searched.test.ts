import { expect, test } from '@jest/globals';
import { PERMISSIONS } from '../../domain/permission.ts';
import { ROLES, type Role } from '../../domain/role.ts';
import { searchOf } from '../../web/shell/searched.ts';

test.each([
  ['LLTP_OFFICER', 'hn-p-2023-000016', '/ho-so/HN-P-2023-000016'],
  ['RECORD_OFFICER', 'HN-T-2023-000003', '/trao-doi/HN-T-2023-000003'],
  ['LLTP_OFFICER', 'Nguyễn & An', '/viec?queue=received&q=Nguy%E1%BB%85n%20%26%20An'],
  ['CENTRE_RECEIVER', 'An', '/trao-doi?q=An'],
  ['RECORD_OFFICER', '01hn2023/00009', '/ly-lich/01HN2023/00009'],
  ['LLTP_OFFICER', '01HN2023/00009', '/viec?queue=received&q=01HN2023%2F00009'],
  ['POLICE_LIAISON', 'HN-P-2023-000016', '/lien-thong?state=all&q=HN-P-2023-000016'],
  ['COURT_LIAISON', 'An', '/lien-thong?state=all&q=An'],
] as const)('%s who types %s is led to %s', (role, typed, address) => {
  expect(searchOf([role])?.(typed)).toBe(address);
});

test.each(ROLES)('the search leads %s to a case only if the role may read cases', (role) => {
  const readers: readonly Role[] = PERMISSIONS['case.read'];
  const toCase = searchOf([role])?.('HN-P-2023-000016').startsWith('/ho-so/') ?? false;
  expect(toCase).toBe(readers.includes(role));
});

test('there is no search where there is nothing to find', () => {
  expect(searchOf(['SYSTEM_ADMIN'])).toBeNull();
  expect(searchOf(['POSTAL_OPERATOR'])).toBeNull();
});
