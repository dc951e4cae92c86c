import { BULK_ACTIONS, type BulkAction } from '../../../domain/bulk.ts';
import { PERMISSIONS } from '../../../domain/permission.ts';
import type { Role } from '../../../domain/role.ts';

/** Which of many at once somebody with a role may do. */
const ROLES_OF: Readonly<Record<BulkAction, readonly Role[]>> = {
  assign: PERMISSIONS['case.assign'],
  release: [
    'ONE_STOP_OFFICER',
    'LLTP_OFFICER',
    'DIVISION_HEAD',
    'DIRECTOR',
    'SEAL_CLERK',
    'SUPERVISOR',
  ],
  check: ['DIVISION_HEAD'],
  sign: ['DIRECTOR'],
  issue: ['SEAL_CLERK'],
  post: ['ONE_STOP_OFFICER'],
  handOver: ['ONE_STOP_OFFICER'],
  print: [...PERMISSIONS['receipt.read'], ...PERMISSIONS['certificate.read']],
  send: ['RECORD_OFFICER'],
  receive: ['CENTRE_RECEIVER'],
  updateOfficially: ['CENTRE_APPROVER'],
};

export function bulkActionsOf(roles: readonly Role[]): BulkAction[] {
  return BULK_ACTIONS.filter((action) => ROLES_OF[action].some((role) => roles.includes(role)));
}
