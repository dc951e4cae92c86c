import { HANOI } from '../support/scenes.ts';
import type { Sight } from './sights.ts';

/** Every page of records: transfers, both books, suppliers, quality, offences, reconciliations. */
export const RECORD_SIGHTS = {
  transfers: { path: '/trao-doi', username: HANOI.records, shows: /^HN-T-/ },
  transfer: {
    path: '/trao-doi/:transfer',
    username: HANOI.records,
    shows: 'Chuỗi nhật ký nguyên vẹn',
  },
  'new slip': {
    path: '/trao-doi/:transfer/phieu-bo-sung',
    username: HANOI.records,
    shows: /Bổ sung vào bản lý lịch 01HN2023/,
  },
  'register of papers': {
    path: '/trao-doi/ban-giay?cho=all',
    username: 'tiepnhan.tt',
    shows: /01HN2023\/0/,
  },
  'new paper': { path: '/trao-doi/ban-giay/moi', username: 'tiepnhan.tt', shows: 'Tội danh' },
  'share of the exchange': {
    path: '/trao-doi/bao-cao',
    username: HANOI.records,
    shows: 'Tỷ lệ trao đổi điện tử',
  },
  'new transfer': {
    path: '/trao-doi/moi',
    username: HANOI.records,
    shows: 'Lập bản lý lịch tư pháp',
  },
  records: { path: '/ly-lich', username: HANOI.records, shows: /HN2023\/0/ },
  record: {
    path: '/ly-lich/:series/:serial',
    username: HANOI.records,
    shows: 'Phiên bản 1 · Lập bản lý lịch',
  },
  'a record that is not there': {
    path: '/ly-lich/:nowhere',
    username: HANOI.records,
    shows: 'Không có bản lý lịch với số này.',
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
    shows: 'Chuẩn hóa tội danh',
  },
  'notice to the Centre': {
    path: '/ly-lich/thong-bao/:notice',
    username: 'kiemtra.tt',
    shows: 'Sửa bản của Trung tâm',
  },
  'records compared': {
    path: '/ly-lich/doi-chieu?state=MISSING',
    username: HANOI.records,
    shows: /HN2023\/0/,
  },
  'reception book': {
    path: '/so-tiep-nhan',
    username: HANOI.records,
    shows: /Lê Văn Nguồn Tin/,
  },
  entry: { path: '/so-tiep-nhan/:entry', username: HANOI.records, shows: /Lê Văn Nguồn Tin/ },
  'new entry': { path: '/so-tiep-nhan/moi', username: HANOI.records, shows: 'Ghi vào sổ' },
  'files of judgments': {
    path: '/so-tiep-nhan/tep',
    username: HANOI.records,
    shows: 'ban-an.csv',
  },
  'file of judgments': {
    path: '/so-tiep-nhan/tep/:batch',
    username: HANOI.records,
    shows: /ban-an\.csv/,
  },
  suppliers: {
    path: '/so-tiep-nhan/nguon',
    username: HANOI.records,
    shows: /Tòa án nhân dân quận Ba Đình/,
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
    shows: 'Làm sạch án cũ 2015',
  },
  campaign: { path: '/chat-luong/dot/:campaign', username: HANOI.records, shows: 'Sẽ gồm' },
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
  'release of offences': {
    path: '/danh-muc/ban/:release',
    username: 'kiemtra.tt',
    shows: 'Danh mục biên soạn',
  },
  'request for a code': {
    path: '/danh-muc/de-nghi/:codeRequest',
    username: HANOI.records,
    shows: 'Nội dung đề nghị',
  },
  'requests for a code': {
    path: '/danh-muc/de-nghi',
    username: HANOI.records,
    shows: /^HN-M-/,
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
