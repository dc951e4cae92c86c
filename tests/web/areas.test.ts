import { expect, test } from '@jest/globals';
import { PERMISSIONS } from '../../domain/permission.ts';
import { ROLES, type Role } from '../../domain/role.ts';
import { areasOf, elsewhereOf } from '../../web/shell/areas.ts';

test.each(ROLES)('%s lands in an area of its own, or is told where its work is done', (role) => {
  expect(areasOf([role]).length > 0).toBe(elsewhereOf([role]).length === 0);
});

test.each([
  ['/viec', 'worklist.read'],
  ['/trao-doi', 'worklist.read'],
  ['/lien-thong', 'desk.read'],
  ['/danh-muc', 'catalogue.read'],
  ['/ly-lich', 'record.read'],
  ['/so-tiep-nhan', 'supply.read'],
  ['/doi-chieu', 'reconciliation.read'],
  ['/chat-luong', 'finding.read'],
  ['/chat-luong/ty-le', 'quality.read'],
  ['/dieu-hanh', 'board.read'],
  ['/quan-tri/lich', 'law.read'],
  ['/quan-tri/quy-dinh', 'law.read'],
  ['/tiep-nhan', 'application.submit'],
  ['/quan-tri/canh-bao', 'alarm.read'],
  ['/dieu-hanh/su-co-thoi-han', 'incident.read'],
  ['/dieu-hanh/luot-doc', 'reading.list'],
  ['/dieu-hanh/gian-doan', 'outage.note'],
] as const)('%s is offered only to people whom the API serves there', (path, permission) => {
  const served: readonly Role[] = PERMISSIONS[permission];
  const offered = ROLES.filter((role) => areasOf([role]).some((area) => area.path === path));
  expect(offered).not.toEqual([]);
  expect(offered.filter((role) => !served.includes(role))).toEqual([]);
});
