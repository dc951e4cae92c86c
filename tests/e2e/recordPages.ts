import { HANOI } from '../support/scenes.ts';
import type { Sight } from './sights.ts';

/** Pages of records, their exchange, and what suppliers send. */
export const RECORD_PAGES = {
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
} satisfies Record<string, Sight>;
