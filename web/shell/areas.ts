import type { Role } from '../../domain/role.ts';

/** Roles that work through the worklist of applications. */
export const OFFICER_ROLES: readonly Role[] = [
  'ONE_STOP_OFFICER',
  'LLTP_OFFICER',
  'DIVISION_HEAD',
  'DIRECTOR',
  'SEAL_CLERK',
  'POSTAL_OPERATOR',
  'SUPERVISOR',
];
export const LIAISON_ROLES: readonly Role[] = ['POLICE_LIAISON', 'COURT_LIAISON'];
export const BOARD_ROLES: readonly Role[] = ['SUPERVISOR', 'DIVISION_HEAD', 'DIRECTOR'];
export const RECORD_ROLES: readonly Role[] = [
  'RECORD_OFFICER',
  'CENTRE_RECEIVER',
  'CENTRE_REVIEWER',
  'CENTRE_APPROVER',
];

interface Area {
  path: string;
  /** Key of the page's name in the shared words. */
  word: string;
  roles: readonly Role[];
}

/** Areas in the order of the header; a person's home is the first one that is theirs. */
const AREAS: readonly Area[] = [
  { path: '/lien-thong', word: 'pageDesk', roles: LIAISON_ROLES },
  { path: '/trao-doi', word: 'pageTransfers', roles: RECORD_ROLES },
  { path: '/dieu-hanh', word: 'pageBoard', roles: ['SUPERVISOR'] },
  { path: '/viec', word: 'pageWorklist', roles: OFFICER_ROLES },
  { path: '/tiep-nhan', word: 'pageIntake', roles: ['ONE_STOP_OFFICER'] },
  { path: '/ky', word: 'pageSigning', roles: ['DIVISION_HEAD', 'DIRECTOR'] },
  { path: '/dieu-hanh', word: 'pageBoard', roles: ['DIVISION_HEAD', 'DIRECTOR'] },
];

/** Areas that somebody with these roles may enter, each once. */
export function areasOf(roles: readonly Role[]): Area[] {
  const mine = AREAS.filter((area) => area.roles.some((role) => roles.includes(role)));
  return mine.filter(({ path }, index) => mine.findIndex((area) => area.path === path) === index);
}
