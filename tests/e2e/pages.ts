import { HANOI } from '../support/scenes.ts';
import { RECORD_SIGHTS } from './recordPages.ts';
import type { Sight } from './sights.ts';

/** An address at which there is no page. */
export const NOWHERE = '/khong-co-trang-nay';

/** Every page, by whom it is looked at; `tests/web/everyRoute.test.ts` compares them with the routes. */
export const SIGHTS = {
  ...RECORD_SIGHTS,
  'sign-in': { path: '/dang-nhap', username: null, shows: 'Tài khoản trình diễn' },
  worklist: { path: '/viec?queue=all', username: HANOI.officer, shows: /^HN-P-/ },
  intake: { path: '/tiep-nhan', username: HANOI.desk, shows: 'Tiếp nhận hồ sơ tại quầy' },
  receipt: { path: '/bien-nhan/:issued', username: HANOI.desk, shows: 'Ngày hẹn trả' },
  summary: { path: '/ho-so/:issued', username: HANOI.officer, shows: 'Hướng giải quyết' },
  verification: {
    path: '/ho-so/:issued?tab=xac-minh',
    username: HANOI.officer,
    shows: 'Số văn bản',
  },
  result: {
    path: '/ho-so/:issued?tab=ket-qua',
    username: HANOI.officer,
    shows: 'Nội dung thẩm tra',
  },
  documents: { path: '/ho-so/:issued?tab=giay-to', username: HANOI.officer, shows: 'Có hiệu lực' },
  timeline: { path: '/ho-so/:issued?tab=nhat-ky', username: HANOI.officer, shows: /chuỗi băm/ },
  time: {
    path: '/ho-so/:issued?tab=thoi-gian',
    username: HANOI.officer,
    shows: 'Ai đã giữ thời gian',
  },
  'check and sign': { path: '/ky', username: HANOI.head, shows: 'Dự thảo phiếu' },
  desk: { path: '/lien-thong', username: HANOI.policeLiaison, shows: /^HN-P-/ },
  packets: { path: '/lien-thong/goi', username: HANOI.policeLiaison, shows: 'Lập gói và tải về' },
  upload: {
    path: '/lien-thong/goi/:upload',
    username: HANOI.policeLiaison,
    shows: 'Lượt nộp gói yêu cầu',
  },
  board: {
    path: '/dieu-hanh',
    username: HANOI.supervisor,
    shows: 'Tiếp nhận, cấp và tồn theo ngày',
  },
  'board of the country': {
    path: '/dieu-hanh?days=90&view=table',
    username: 'giamsat.tt',
    shows: /chỉ mang tính sơ đồ/,
  },
  'rule sets': {
    path: '/quan-tri/quy-dinh',
    username: 'quantri',
    shows: 'Cách tính thời hạn',
  },
  calendar: {
    path: '/quan-tri/lich',
    username: 'quantri',
    shows: 'Ngày khác thường',
  },
  drafts: { path: '/quan-tri/lich/du-thao', username: 'quantri', shows: 'Lập dự thảo' },
  integrations: {
    path: '/quan-tri/lien-thong',
    username: 'quantri',
    shows: 'Thông điệp tồn',
  },
  draft: {
    path: '/quan-tri/lich/du-thao/:draft',
    username: 'quantri',
    shows: 'Hoán đổi ngày 22/9',
  },
  'what-if': { path: '/dieu-hanh/thu-nghiem', username: HANOI.supervisor, shows: 'Chạy thử' },
  incidents: {
    path: '/dieu-hanh/su-co-thoi-han',
    username: HANOI.supervisor,
    shows: 'Tải CSV',
  },
  absences: { path: '/dieu-hanh/vang-mat', username: HANOI.supervisor, shows: 'Nghỉ phép' },
  'own absences': { path: '/vang-mat', username: HANOI.officer, shows: 'Nghỉ phép' },
  'letters of apology': {
    path: '/dieu-hanh/thu-xin-loi',
    username: HANOI.head,
    shows: 'Không có phiếu xin lỗi nào.',
  },
  disputes: { path: '/dieu-hanh/khieu-nai', username: HANOI.supervisor, shows: /^HN-P-/ },
  readings: {
    path: '/dieu-hanh/luot-doc?so=:issued',
    username: HANOI.supervisor,
    shows: 'Trang hồ sơ',
  },
  'readings by an account': {
    path: '/dieu-hanh/luot-doc?tai-khoan=:officer',
    username: 'quantri',
    shows: 'Trang hồ sơ',
  },
  outages: { path: '/dieu-hanh/gian-doan', username: 'quantri', shows: 'Ghi gián đoạn' },
  alarms: { path: '/quan-tri/canh-bao', username: 'quantri', shows: 'Đang mở' },
  tracking: { path: '/tra-cuu', username: null, shows: 'Tra cứu hồ sơ' },
  home: { path: '/', username: HANOI.officer, shows: /^HN-P-/ },
  'a page that is not there': {
    path: NOWHERE,
    username: HANOI.desk,
    shows: 'Không tìm thấy trang',
  },
  'verify by hand': { path: '/xac-thuc', username: null, shows: /Xác thực/ },
  verify: { path: '/xac-thuc/ABCDEFGH23456789ABCD', username: null, shows: /Không có phiếu nào/ },
} satisfies Record<string, Sight>;
export type Name = keyof typeof SIGHTS;

/** Pages looked at in English too, by their title. */
export const IN_ENGLISH: [name: Name, title: string][] = [
  ['worklist', 'All open'],
  ['tracking', 'Track an application'],
  ['readings', 'Readings'],
];
export const USED_ON_PHONES: readonly Name[] = [
  'sign-in',
  'desk',
  'packets',
  'upload',
  'data quality',
  'share of clean records',
  'campaigns',
  'share of a campaign',
  'board',
  'readings',
  'readings by an account',
  'reconciliations',
  'reconciliation',
  'tracking',
  'verify',
];
