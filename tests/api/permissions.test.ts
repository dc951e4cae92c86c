import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PERMISSIONS } from '../../domain/permission.ts';
import { type Role, ROLES } from '../../domain/role.ts';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { MAY } from './permissionRoles.ts';
import { ASKS } from './permissionTable.ts';
import { HANOI, issuedCase } from '../support/scenes.ts';

let office: Office;
let issued: string;
beforeAll(async () => {
  office = await openOffice();
  const people = ROLES.map((role) => {
    return { username: usernameOf(role), roles: [role], unit: unitOf(role) };
  });
  await hire(office, people);
  issued = (await issuedCase(office)).caseId;
});
afterAll(() => office.close());

function usernameOf(role: Role): string {
  return `vai.${role.toLowerCase().replaceAll('_', '')}`;
}

/** Everybody who may see cases of Hà Nội at all sits there: what is left to decide is the role. */
function unitOf(role: Role): string {
  if (role === 'POLICE_LIAISON') return HANOI.police;
  if (role === 'COURT_LIAISON') return HANOI.court;
  if (role === 'POSTAL_OPERATOR') return HANOI.post;
  if (role === 'INTEGRATION') return 'MCDT-01';
  return HANOI.unit;
}

test('every permission is asked by a route of this table', () => {
  const asked = [...Object.keys(ASKS), 'conviction.read'];
  expect(asked.toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
});

test.each(Object.keys(ASKS) as (keyof typeof ASKS)[])(
  '%s is for the roles of its office and nobody else',
  async (permission) => {
    const allowed: Role[] = [];
    for (const role of ROLES) {
      const person = await office.as(usernameOf(role));
      const { body } = await person.ask(...ASKS[permission](issued));
      if (body?.code !== 'NOT_PERMITTED') allowed.push(role);
    }
    expect(allowed.toSorted()).toEqual([...MAY[permission]].toSorted());
  },
);

test.each(Object.keys(ASKS) as (keyof typeof ASKS)[])(
  '%s is refused to whoever has not signed in',
  async (permission) => {
    const stranger = new Person(office.app);
    const { status, body } = await stranger.ask(...ASKS[permission](issued));
    expect([status, body.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
  },
);
