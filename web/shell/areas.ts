import { PERMISSIONS } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';

export const LIAISON_ROLES: readonly Role[] = PERMISSIONS['desk.read'];
/** Roles that may read the law and its calendar. */
export const LAW_ROLES: readonly Role[] = PERMISSIONS['law.read'];
export const BOARD_ROLES: readonly Role[] = PERMISSIONS['board.read'];
export const DRAFT_ROLES: readonly Role[] = PERMISSIONS['draft.read'];
export const INTEGRATION_ROLES: readonly Role[] = PERMISSIONS['integration.read'];
export const WHAT_IF_ROLES: readonly Role[] = PERMISSIONS['whatIf.run'];
/** Roles that read system outages; administrators note them. */
export const OUTAGE_ROLES: readonly Role[] = [
  ...PERMISSIONS['board.read'],
  ...PERMISSIONS['outage.note'],
];
/** Roles whose work is transfers of records. */
export const RECORD_ROLES: readonly Role[] = [
  'RECORD_OFFICER',
  'CENTRE_RECEIVER',
  'CENTRE_REVIEWER',
  'CENTRE_APPROVER',
];
/** Roles that work through the worklist of applications. */
export const OFFICER_ROLES: readonly Role[] = PERMISSIONS['worklist.read'].filter(
  (role) => !RECORD_ROLES.includes(role),
);
/** Roles without screens of their own: what they do, they do elsewhere. */
const ELSEWHERE_ROLES = ['POSTAL_OPERATOR', 'INTEGRATION'] as const;
export type ElsewhereRole = (typeof ELSEWHERE_ROLES)[number];

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
  { path: '/ly-lich', word: 'pageRecords', roles: RECORD_ROLES },
  { path: '/so-tiep-nhan', word: 'pageSupply', roles: RECORD_ROLES },
  { path: '/doi-chieu', word: 'pageReconciliation', roles: RECORD_ROLES },
  { path: '/chat-luong', word: 'pageQuality', roles: RECORD_ROLES },
  { path: '/danh-muc', word: 'pageCatalogue', roles: RECORD_ROLES },
  { path: '/dieu-hanh', word: 'pageBoard', roles: ['SUPERVISOR'] },
  { path: '/viec', word: 'pageWorklist', roles: OFFICER_ROLES },
  { path: '/tiep-nhan', word: 'pageIntake', roles: ['ONE_STOP_OFFICER'] },
  { path: '/ky', word: 'pageSigning', roles: ['DIVISION_HEAD', 'DIRECTOR'] },
  { path: '/dieu-hanh', word: 'pageBoard', roles: BOARD_ROLES },
  { path: '/quan-tri/lich', word: 'pageCalendar', roles: LAW_ROLES },
  { path: '/quan-tri/quy-dinh', word: 'pageRules', roles: LAW_ROLES },
  { path: '/quan-tri/lich/du-thao', word: 'pageDrafts', roles: DRAFT_ROLES },
  { path: '/quan-tri/lien-thong', word: 'pageIntegrations', roles: INTEGRATION_ROLES },
  { path: '/dieu-hanh/thu-nghiem', word: 'pageWhatIf', roles: WHAT_IF_ROLES },
  { path: '/ly-lich', word: 'pageRecords', roles: PERMISSIONS['record.read'] },
  { path: '/so-tiep-nhan', word: 'pageSupply', roles: PERMISSIONS['supply.read'] },
  { path: '/doi-chieu', word: 'pageReconciliation', roles: PERMISSIONS['reconciliation.read'] },
  { path: '/chat-luong', word: 'pageQuality', roles: PERMISSIONS['finding.read'] },
  // Who may not read records reads how clean they are.
  { path: '/chat-luong/ty-le', word: 'pageQuality', roles: ['SUPERVISOR'] },
  // Supervisors and directors find these beside the board.
  { path: '/quan-tri/canh-bao', word: 'pageAlarms', roles: PERMISSIONS['alarm.read'] },
  { path: '/dieu-hanh/su-co-thoi-han', word: 'pageIncidents', roles: ['SYSTEM_ADMIN'] },
  {
    path: '/dieu-hanh/luot-doc',
    word: 'pageReadings',
    roles: ['SYSTEM_ADMIN', 'CENTRE_APPROVER'],
  },
  { path: '/dieu-hanh/gian-doan', word: 'pageOutages', roles: PERMISSIONS['outage.note'] },
];

/** Areas that somebody with these roles may enter, each once. */
export function areasOf(roles: readonly Role[]): Area[] {
  const mine = AREAS.filter((area) => area.roles.some((role) => roles.includes(role)));
  return mine.filter(({ path }, index) => mine.findIndex((area) => area.path === path) === index);
}

/** Those of somebody's roles that have no area; all of them, for an account that has none at all. */
export function elsewhereOf(roles: readonly Role[]): ElsewhereRole[] {
  return ELSEWHERE_ROLES.filter((role) => roles.includes(role));
}
