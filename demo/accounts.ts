import type { Role } from '../domain/role.ts';
import { KINH } from './ethnicities.ts';
import { makeName } from './names.ts';
import type { DemoUnit } from './provinces.ts';
import { seededRandom } from './random.ts';

export interface DemoAccount {
  /** `<post>.<place>`: ASCII, `đ` written `dd`, such as `motcua.hn`; `quantri` for the administrator. */
  username: string;
  /** A made-up person's name; the unit's name for a system. */
  displayName: string;
  roles: readonly Role[];
  /** Unit code. */
  unit: string;
  title: { vi: string; en: string };
}

interface Post {
  post: string;
  role: Role;
  vi: string;
  en: string;
}

/**
 * Who works in a unit of each kind; two officers and two directors, so that four eyes survive an absence,
 * and two liaisons of the police, who share a desk.
 */
const POSTS: Readonly<Record<DemoUnit['kind'], readonly Post[]>> = {
  STP: [
    { post: 'motcua', role: 'ONE_STOP_OFFICER', vi: 'Cán bộ một cửa', en: 'One-stop officer' },
    { post: 'chuyenvien1', role: 'LLTP_OFFICER', vi: 'Chuyên viên thụ lý', en: 'Case officer' },
    { post: 'chuyenvien2', role: 'LLTP_OFFICER', vi: 'Chuyên viên thụ lý', en: 'Case officer' },
    { post: 'truongphong', role: 'DIVISION_HEAD', vi: 'Trưởng phòng', en: 'Head of division' },
    { post: 'giamdoc', role: 'DIRECTOR', vi: 'Giám đốc Sở', en: 'Director' },
    { post: 'phogiamdoc', role: 'DIRECTOR', vi: 'Phó Giám đốc Sở', en: 'Deputy director' },
    { post: 'vanthu', role: 'SEAL_CLERK', vi: 'Văn thư', en: 'Seal clerk' },
    { post: 'hoso', role: 'RECORD_OFFICER', vi: 'Cán bộ lập lý lịch', en: 'Record officer' },
    { post: 'giamsat', role: 'SUPERVISOR', vi: 'Thanh tra Sở', en: 'Supervisor' },
  ],
  POLICE: [
    { post: 'congan', role: 'POLICE_LIAISON', vi: 'Cán bộ tra cứu', en: 'Police liaison' },
    { post: 'congan2', role: 'POLICE_LIAISON', vi: 'Cán bộ tra cứu', en: 'Police liaison' },
  ],
  COURT: [{ post: 'toaan', role: 'COURT_LIAISON', vi: 'Đầu mối Tòa án', en: 'Court liaison' }],
  MILITARY_COURT: [
    {
      post: 'toaquansu',
      role: 'MILITARY_COURT_LIAISON',
      vi: 'Đầu mối Tòa án quân sự',
      en: 'Military court liaison',
    },
  ],
  PROCURACY: [
    {
      post: 'vienkiemsat',
      role: 'PROCURACY_LIAISON',
      vi: 'Đầu mối Viện kiểm sát',
      en: 'Procuracy liaison',
    },
  ],
  ENFORCEMENT: [
    {
      post: 'thihanhan',
      role: 'ENFORCEMENT_LIAISON',
      vi: 'Đầu mối Thi hành án dân sự',
      en: 'Civil enforcement liaison',
    },
  ],
  COMMUNE: [
    {
      post: 'tuphapxa',
      role: 'COMMUNE_LIAISON',
      vi: 'Cán bộ tư pháp – hộ tịch',
      en: 'Commune liaison',
    },
  ],
  POST: [{ post: 'buudien', role: 'POSTAL_OPERATOR', vi: 'Bưu tá', en: 'Postal operator' }],
  CENTRE: [
    { post: 'tiepnhan', role: 'CENTRE_RECEIVER', vi: 'Cán bộ tiếp nhận', en: 'Receiver' },
    { post: 'kiemtra', role: 'CENTRE_REVIEWER', vi: 'Cán bộ kiểm tra', en: 'Reviewer' },
    { post: 'duyet', role: 'CENTRE_APPROVER', vi: 'Lãnh đạo duyệt', en: 'Approver' },
    { post: 'tracuu', role: 'CENTRE_LIAISON', vi: 'Cán bộ tra cứu', en: 'Look-up officer' },
    { post: 'giamsat', role: 'SUPERVISOR', vi: 'Giám sát toàn quốc', en: 'National supervisor' },
    { post: 'giamdoc', role: 'DIRECTOR', vi: 'Giám đốc Trung tâm', en: 'Director of the Centre' },
  ],
  INTEGRATION: [
    { post: 'mcdt', role: 'INTEGRATION', vi: 'Hệ thống kết nối', en: 'Connected system' },
  ],
};

const ADMIN: Post = {
  post: 'quantri',
  role: 'SYSTEM_ADMIN',
  vi: 'Quản trị hệ thống',
  en: 'System administrator',
};

/**
 * One account per post of each unit, and one administrator in the first unit. The same unit always
 * gets the same people.
 */
export function demoAccounts(units: readonly DemoUnit[]): DemoAccount[] {
  const accounts = units.flatMap((unit) =>
    POSTS[unit.kind].map((post) => accountOf(`${post.post}.${placeOf(unit)}`, post, unit)),
  );
  const first = units[0];
  return first ? [...accounts, accountOf(ADMIN.post, ADMIN, first)] : accounts;
}

function accountOf(username: string, { role, vi, en }: Post, unit: DemoUnit): DemoAccount {
  const isSystem = role === 'INTEGRATION';
  return {
    username,
    displayName: isSystem ? unit.name : officialName(username),
    roles: [role],
    unit: unit.code,
    title: { vi, en },
  };
}

function officialName(username: string): string {
  const random = seededRandom(username);
  return makeName(random, { ethnicity: KINH, gender: random.pick(['M', 'F']) }).full;
}

/** A unit's prefix in ASCII; `đ` becomes `dd` as it is typed, or BĐ and BD would be the same. */
function placeOf(unit: DemoUnit): string {
  return (unit.prefix ?? unit.code).toLowerCase().replaceAll('đ', 'dd');
}
