import { HANOI } from '../support/scenes.ts';

/** A page and what stands there once it is complete. */
export interface Sight {
  path: string;
  /** Null for pages that need no session. */
  username: string | null;
  /** Something that stands there once the page is complete. */
  shows: string | RegExp;
}

/** Every page, by whom it is looked at. */
export const SIGHTS = {
  'sign-in': { path: '/dang-nhap', username: null, shows: 'Tài khoản trình diễn' },
  worklist: { path: '/viec?queue=all', username: HANOI.officer, shows: /^HN-P-/ },
  intake: { path: '/tiep-nhan', username: HANOI.desk, shows: 'Tiếp nhận hồ sơ tại quầy' },
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
  transfers: { path: '/trao-doi', username: HANOI.records, shows: /^HN-T-/ },
  transfer: {
    path: '/trao-doi/:transfer',
    username: HANOI.records,
    shows: 'Chuỗi nhật ký nguyên vẹn',
  },
  'new transfer': {
    path: '/trao-doi/moi',
    username: HANOI.records,
    shows: 'Lập bản lý lịch tư pháp',
  },
  records: { path: '/ly-lich', username: HANOI.records, shows: /HN2023\/0/ },
  record: {
    path: '/ly-lich/:record',
    username: HANOI.records,
    shows: 'Phiên bản 1 · Lập bản lý lịch',
  },
  normalisation: { path: '/ly-lich/chuan-hoa', username: HANOI.records, shows: 'Trộm cắp tài sản' },
  'judgments found': {
    path: '/ly-lich/tim-thay',
    username: HANOI.records,
    shows: /^HN-P-|Không còn bản án nào chờ xử lý/,
  },
  'notices to the Centre': {
    path: '/ly-lich/thong-bao',
    username: 'kiemtra.tt',
    shows: 'Không có thông báo nào.',
  },
  'records compared': {
    path: '/ly-lich/doi-chieu?state=MISSING',
    username: HANOI.records,
    shows: /HN2023\/0/,
  },
  'reception book': {
    path: '/so-tiep-nhan',
    username: HANOI.records,
    shows: 'Sổ không có mục nào khớp.',
  },
  'new entry': { path: '/so-tiep-nhan/moi', username: HANOI.records, shows: 'Ghi vào sổ' },
  'files of judgments': {
    path: '/so-tiep-nhan/tep',
    username: HANOI.records,
    shows: 'Chưa có tệp nào.',
  },
  suppliers: {
    path: '/so-tiep-nhan/nguon',
    username: HANOI.records,
    shows: 'Năm này chưa có thông tin nào.',
  },
  'data quality': {
    path: '/chat-luong',
    username: HANOI.records,
    shows: 'Tội danh chưa chuẩn hóa',
  },
  'share of clean records': {
    path: '/chat-luong/ty-le',
    username: HANOI.supervisor,
    shows: /Bản lý lịch là sạch khi/u,
  },
  campaigns: {
    path: '/chat-luong/dot',
    username: HANOI.records,
    shows: 'Chưa có đợt làm sạch nào.',
  },
  'share of a campaign': {
    path: '/lien-thong/lam-sach',
    username: HANOI.policeLiaison,
    shows: 'Không có đợt nào hỏi đơn vị bạn.',
  },
  offences: { path: '/danh-muc', username: HANOI.records, shows: 'BLHS1985-72' },
  'releases of offences': {
    path: '/danh-muc/ban',
    username: 'kiemtra.tt',
    shows: 'Danh mục biên soạn',
  },
  'requests for a code': {
    path: '/danh-muc/de-nghi',
    username: HANOI.records,
    shows: 'Không có đề nghị nào.',
  },
  'cover letters': {
    path: '/trao-doi/cong-van',
    username: HANOI.records,
    shows: 'Đã gửi, chưa có công văn',
  },
  reconciliations: {
    path: '/doi-chieu',
    username: HANOI.records,
    shows: /^HN-D-/,
  },
  reconciliation: {
    path: '/doi-chieu/:reconciliation',
    username: HANOI.records,
    shows: 'Bên kia không có',
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
  'what-if': { path: '/dieu-hanh/thu-nghiem', username: HANOI.supervisor, shows: 'Chạy thử' },
  incidents: {
    path: '/dieu-hanh/su-co-thoi-han',
    username: HANOI.supervisor,
    shows: 'Tải CSV',
  },
  outages: { path: '/dieu-hanh/gian-doan', username: 'quantri', shows: 'Ghi gián đoạn' },
  alarms: { path: '/quan-tri/canh-bao', username: 'quantri', shows: 'Đang mở' },
  tracking: { path: '/tra-cuu', username: null, shows: 'Tra cứu hồ sơ' },
  verify: { path: '/xac-thuc/ABCDEFGH23456789ABCD', username: null, shows: /Không có phiếu nào/ },
} satisfies Record<string, Sight>;
export type Name = keyof typeof SIGHTS;

/** Pages looked at in English too, by their title. */
export const IN_ENGLISH: [name: Name, title: string][] = [
  ['worklist', 'All open'],
  ['tracking', 'Track an application'],
];
export const USED_ON_PHONES: readonly Name[] = [
  'sign-in',
  'desk',
  'packets',
  'data quality',
  'share of clean records',
  'campaigns',
  'share of a campaign',
  'board',
  'reconciliations',
  'reconciliation',
  'tracking',
  'verify',
];
